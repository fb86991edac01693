import type { V1EndpointSlice } from '@kubernetes/client-node';
import type { Api } from './api.ts';
import type { Space } from './testbed.ts';

/** Watches who is behind a Service from now on: the fewest ready endpoints, and the tracks one after the other. */
export async function watchEndpoints(api: Api, space: Space, service: string) {
  const slices = new Map<string, readonly string[]>();
  const tracks: string[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  const stop = await api.watch<V1EndpointSlice>(
    'discovery.k8s.io/v1/endpointslices',
    space.name,
    ({ type, object }) => {
      if (object.metadata?.labels?.['kubernetes.io/service-name'] !== service) return;
      const ready = (object.endpoints ?? []).filter(({ conditions }) => conditions?.ready);
      slices.set(
        object.metadata.name ?? '',
        type === 'DELETED' ? [] : ready.map(({ targetRef }) => targetRef?.name ?? ''),
      );
      const pods = [...slices.values()].flat();
      fewest = Math.min(fewest, pods.length);
      const [track] = pods.map((pod) => /-(green|canary)-[a-z0-9]+-[a-z0-9]+$/.exec(pod)?.[1] ?? 'stable');
      if (track !== undefined && tracks.at(-1) !== track) tracks.push(track);
    },
  );
  return {
    stop: () => {
      stop();
      return { fewest, tracks };
    },
  };
}
