import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { V1EndpointSlice, V1Service } from '@kubernetes/client-node';
import { test } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { livePods } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';

const testbed = useCluster('ipv6');
const PRESETS = join(CHARTS, 'ai-platform', 'presets');
/** The storage class of this cluster, and the one thing that a user of IPv6 says. */
const SET = ['--set', 'global.storageClass=standard,global.listenAddress=::'];

test.for(['minikube', 'rpi5'])(
  'the preset %s comes up where there are addresses of IPv6 alone, and its tests pass',
  { timeout: 900_000 },
  async (preset, { expect }) => {
    const space = await testbed.space();
    const values = ['--values', join(PRESETS, `${preset}.yaml`), ...SET];
    await space.helm(
      'install',
      'app',
      await archiveOf('ai-platform'),
      ...values,
      '--wait',
      '--timeout',
      '400s',
    );
    await space.helm('test', 'app', '--timeout', '200s');
    const found = await addresses(space);
    expect(found.length).toBeGreaterThan(7);
    expect(found.filter((address) => !isIPv6(address))).toEqual([]);
    expect(await withoutEndpoints(space)).toEqual([]);
    const rendered = await space.helm('get', 'manifest', 'app');
    // A range of a policy is no address to listen on.
    expect(rendered.split('\n').filter((line) => /0\.0\.0\.0(?!\/)/.test(line))).toEqual([]);
  },
);

/** Of pods, and of Services that have one. */
async function addresses(space: Space): Promise<readonly string[]> {
  const services = await space.list<V1Service>('services');
  const ofServices = services.flatMap(({ spec }) => spec?.clusterIPs ?? []);
  const ofPods = (await livePods(space)).flatMap(({ status }) => status?.podIPs ?? []);
  return [...ofServices, ...ofPods.map(({ ip }) => ip)].filter((address) => address !== 'None');
}

/** Services that lead to no pod by an address of IPv6. */
async function withoutEndpoints(space: Space): Promise<readonly string[]> {
  const slices = await space.list<V1EndpointSlice>('discovery.k8s.io/v1/endpointslices');
  const served = slices.flatMap(({ addressType, endpoints, metadata }) =>
    addressType === 'IPv6' && (endpoints ?? []).some(({ conditions }) => conditions?.ready)
      ? [metadata?.labels?.['kubernetes.io/service-name']]
      : [],
  );
  const services = await space.list<V1Service>('services');
  return services.flatMap(({ metadata }) => (served.includes(metadata?.name) ? [] : [metadata?.name ?? '']));
}
