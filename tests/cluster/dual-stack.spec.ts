import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { V1Service } from '@kubernetes/client-node';
import { test } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { follow } from './follow.ts';
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

test('what nobody may change of a Service is refused before anything changes, and its commands do it', {
  timeout: 600_000,
}, async ({ expect }) => {
  const space = await testbed.space();
  const before = '{"type":"LoadBalancer","loadBalancerClass":"example.com/a","ipFamilies":["IPv4"]}';
  const after =
    '{"type":"LoadBalancer","loadBalancerClass":"example.com/b","ipFamilies":["IPv6"],"spec":{"clusterIP":"fd00:10:96::77"}}';
  const release = async (service: string) => [
    'app',
    await archiveOf('redis'),
    '--set-json',
    `service=${service}`,
  ];
  await space.helm('install', ...(await release(before)));
  const { message } = await space.refused('upgrade', ...(await release(after)));
  const told = message.split('\n').filter((line) => line.startsWith('- '));
  expect(
    told.map((line) => line.replace(/, and.*/, '').replace(/from \S*\d\.\S+/, 'from (address)')),
  ).toEqual([
    '- service.ipFamilies would change from IPv4 to IPv6',
    '- service.loadBalancerClass would change from example.com/a to example.com/b',
    '- service.spec.clusterIP would change from (address) to fd00:10:96::77',
  ]);
  expect(await space.helm('history', 'app', '--output', 'json')).not.toContain('"revision":2');
  expect(await follow(testbed.cluster, told[0] ?? '')).toEqual(['kubectl delete service']);
  await space.helm('upgrade', ...(await release(after)));
  const [{ spec } = {}] = (await space.list<V1Service>('services')).filter(
    ({ metadata }) => metadata?.name === 'app-redis',
  );
  expect(spec).toMatchObject({
    clusterIP: 'fd00:10:96::77',
    ipFamilies: ['IPv6'],
    loadBalancerClass: 'example.com/b',
  });
  // Another type has no class, and a second family is welcome: the API takes both.
  const open = '{"type":"NodePort","ipFamilyPolicy":"PreferDualStack","ipFamilies":["IPv6","IPv4"]}';
  await space.helm('upgrade', ...(await release(open)));
});
