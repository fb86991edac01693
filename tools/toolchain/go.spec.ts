import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goTools, groupKey, groupOf, pinnedVersion } from './go.ts';

const EARLIER = /^kubernetes-/;

test('versions come from the committed modules', async () => {
  expect(await pinnedVersion('kubernetes', 'k8s.io/kubernetes')).toBe('v1.37.1');
  expect(await pinnedVersion('etcd', 'go.etcd.io/etcd/server/v3')).toBe('v3.6.14');
});

test('a module that is not pinned is an error that says where to pin it', async () => {
  await expect(pinnedVersion('ct', 'example.com/other')).rejects.toThrow(
    'tools/toolchain/go/ct/go.mod: example.com/other is not required. Add it with its exact version.',
  );
});

test('every group of tools has a module, and a key of its own', async () => {
  const groups = [...new Set(goTools.map(groupOf))];
  const folders = readdirSync(join(import.meta.dirname, 'go')).filter((name) => !EARLIER.test(name));
  expect(folders.toSorted()).toEqual([...groups, 'crds'].toSorted());
  expect(new Set(await Promise.all(groups.map(groupKey))).size).toBe(groups.length);
});

test('an earlier Kubernetes is in the folder of its version, and one that is not there is named', async () => {
  const earlier = readdirSync(join(import.meta.dirname, 'go')).filter((name) => EARLIER.test(name));
  const versions = await Promise.all(earlier.map((group) => pinnedVersion(group, 'k8s.io/kubernetes')));
  expect(versions).toEqual([expect.stringMatching(/^v1\.35\.\d+$/), expect.stringMatching(/^v1\.36\.\d+$/)]);
  await expect(groupKey('kubernetes-1.20')).rejects.toThrow(
    'CHARTWRIGHT_KUBERNETES: there are no modules of kubernetes-1.20. Name one of the versions in tools/toolchain/go',
  );
});
