import { isDeepStrictEqual } from 'node:util';
import type { V1PersistentVolumeClaim } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { archiveOf, type Case, cases, hardwareOf } from '../../tools/cases/cases.ts';
import { strictValidator } from '../../tools/checks/strict.ts';
import { at, podSecurityOf, yaml } from '../render/release.ts';
import { useChartsBefore } from './charts-before.ts';
import {
  footprint,
  hooksLeft,
  leftovers,
  livePods,
  ownSecrets,
  releaseObjects,
  revisions,
  settle,
  templates,
} from './observe.ts';
import { CHECKED, type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const loaded = await load(process.cwd());
const { charts, umbrellas } = loaded;
const WAIT = ['--wait', '--timeout', '240s'];

/** Values that replace the pods of a chart, or of every member that is on; without pods they change its objects. */
function rolling({ chart, values }: Case): readonly string[] {
  const on = at(yaml(values), 'global', 'members');
  const members = umbrellas
    .find(({ name }) => name === chart)
    ?.members.filter(({ name }) => at(on, name).enabled === true);
  const blocks = members?.map(({ name }) => [name, `${name}.`] as const) ?? [[chart, ''] as const];
  return blocks.flatMap(([name, block]) => {
    const pods = charts.find((one) => one.name === name)?.workloads.length !== 0;
    return ['--set', `${block}${pods ? 'podAnnotations' : 'labels'}.changed=yes`];
  });
}

/** Kinds that are looked up in the cluster: not every one of them is in a manifest. */
const COUNTED = ['Secret', 'PersistentVolumeClaim'];

const isKept = (annotations: Readonly<Record<string, string>> = {}) =>
  annotations['helm.sh/resource-policy'] === 'keep';

const uids = async (space: Space) => new Set((await livePods(space)).map(({ metadata }) => metadata?.uid));

const earlier = useChartsBefore();

describe.each([...Map.groupBy(cases(), hardwareOf)])('on %s', (hardware, some) => {
  const testbed = useCluster(hardware);

  describe.concurrent('the life of a release', () => {
    test.each(some.map((one) => [`${one.chart} ${one.name}`, one] as const))(
      '%s',
      { timeout: 600_000 },
      async (_, one) => {
        const space = await testbed.space(podSecurityOf(one, loaded));
        // Namespaces of a release's own are named after it, and no other release may have them.
        const release = space.name;
        const archive = await archiveOf(one.chart);
        const values = ['--values', one.values];

        await space.helm('install', release, archive, ...values, CHECKED, ...WAIT);
        await settle(space);
        const rendered = await releaseObjects(space, release);
        // The server publishes the schemas of custom resources a moment after it serves them.
        const findings = await until(
          async () => rendered.flatMap(await strictValidator(testbed.cluster.kubeconfig)),
          (found) => found.length === 0,
        );
        expect(rendered).not.toEqual([]);
        expect(findings).toEqual([]);
        await space.helm('test', release, '--timeout', '60s');
        expect(await hooksLeft(space)).toEqual([]);

        const installed = await footprint(space);
        const first = await templates(space);
        await space.helm('upgrade', release, archive, ...values, ...WAIT);
        expect(await footprint(space)).toEqual(installed);

        const before = await uids(space);
        await space.helm('upgrade', release, archive, ...values, ...rolling(one), ...WAIT);
        // A release may have no pods that stay, or leave them to an operator.
        if (before.size > 0) {
          expect(await templates(space)).not.toEqual(first);
          expect([...(await uids(space))].filter((uid) => !before.has(uid))).not.toEqual([]);
        }

        await space.helm('rollback', release, '1', ...WAIT);
        expect(await templates(space)).toEqual(first);
        const rolledBack = await footprint(space);
        expect(rolledBack.secrets).toEqual(installed.secrets);
        expect(rolledBack.claims).toEqual(installed.claims);

        await space.helm('uninstall', release, ...WAIT);
        const kept = [
          ...(await ownSecrets(space))
            .filter(({ metadata }) => isKept(metadata?.annotations))
            .map(({ metadata }) => `Secret/${metadata?.name}`),
          ...(await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims')).map(
            ({ metadata }) => `PersistentVolumeClaim/${metadata?.name}`,
          ),
          ...rendered
            .filter(({ kind, metadata }) => !COUNTED.includes(kind) && isKept(metadata.annotations))
            .map(({ kind, metadata }) => `${kind}/${metadata.name}`),
        ];
        const expected = kept.sort().join();
        const left = await until(
          () => leftovers(testbed.api, space),
          (names) => names.join() === expected,
        );
        expect(left).toEqual(kept);
        const older = await earlier.of(one, archive);
        if (older === undefined) {
          if (Object.keys(installed.secrets).length === 0) return;
          await space.helm('install', release, archive, ...values, ...WAIT);
          expect((await footprint(space)).secrets).toEqual(installed.secrets);
          return;
        }
        // What people have comes again, and takes the charts of today: no Secret, claim or pod changes without need.
        await space.helm('install', release, older.archive, '--values', older.values, ...WAIT);
        await settle(space);
        const { secrets, claims } = await footprint(space);
        const had = await templates(space);
        const ran = await revisions(space);
        await space.helm('upgrade', release, archive, ...values, ...WAIT);
        await settle(space);
        const upgraded = await footprint(space);
        expect(upgraded.secrets).toMatchObject(secrets);
        expect(upgraded.secrets).toMatchObject(installed.secrets);
        expect(upgraded.claims).toMatchObject(claims);
        const has = await templates(space);
        const same = Object.keys(ran).filter((name) => isDeepStrictEqual(had[name], has[name]));
        const now = await revisions(space);
        expect(same.map((name) => [name, now[name]])).toEqual(same.map((name) => [name, ran[name]]));
      },
    );
  });
});
