import type { V1Pod } from '@kubernetes/client-node';
import type { Addresses } from './pod-status.ts';
import type { World } from './world.ts';

const NETWORK_SIZE = 255 * 254;

/** Gives every pod an address of its own that it keeps, of the family of its node; pods on the host's network have their node's. */
export function podAddresses(): { of(pod: V1Pod, world: World): Addresses } {
  const given = new Map<string, string>();
  let next = 0;
  const take = (world: World, isIPv6: boolean): string => {
    const alive = new Map(world.pods.list().map((pod) => [pod.metadata?.uid ?? '', pod.status?.podIP]));
    for (const uid of given.keys()) if (!alive.has(uid)) given.delete(uid);
    const used = new Set([...given.values(), ...alive.values()]);
    for (;;) {
      next = (next + 1) % NETWORK_SIZE;
      const [net, host] = [Math.floor(next / 254), (next % 254) + 1];
      const address = isIPv6
        ? `fd00:10:244::${(net + 1).toString(16)}:${host.toString(16)}`
        : `10.244.${net}.${host}`;
      if (!used.has(address)) return address;
    }
  };
  return {
    of(pod, world) {
      const { uid = '' } = pod.metadata ?? {};
      const node = world.nodes.get(pod.spec?.nodeName ?? '');
      const host = node?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '127.0.0.1';
      const own = pod.spec?.hostNetwork
        ? host
        : (pod.status?.podIP ?? given.get(uid) ?? take(world, host.includes(':')));
      given.set(uid, own);
      return { pod: own, host };
    },
  };
}
