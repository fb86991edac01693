import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { V1Service } from '@kubernetes/client-node';
import { test } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster('dual-stack');

test('every Service of a release has the families that global.service names, the first one first', {
  timeout: 600_000,
}, async ({ expect }) => {
  const space = await testbed.space();
  const install = ['install', 'app', await archiveOf('ai-platform'), '--values'];
  const preset = join(CHARTS, 'ai-platform', 'presets', 'minikube.yaml');
  const both = '{"ipFamilyPolicy":"RequireDualStack","ipFamilies":["IPv6","IPv4"]}';
  await space.helm(...install, preset, '--set-json', `global.service=${both}`);
  const services = await space.list<V1Service>('services');
  expect(services.length).toBeGreaterThan(10);
  for (const { metadata, spec } of services) {
    const name = metadata?.name;
    expect
      .soft([name, spec?.ipFamilyPolicy, spec?.ipFamilies])
      .toEqual([name, 'RequireDualStack', ['IPv6', 'IPv4']]);
    const headless = spec?.clusterIP === 'None';
    const families = (spec?.clusterIPs ?? []).map((address) => isIPv6(address));
    expect.soft([name, families]).toEqual([name, headless ? [false] : [true, false]]);
  }
});
