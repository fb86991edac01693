import type { V1EndpointSlice } from '@kubernetes/client-node';
import type { Api } from './api.ts';
import type { Space } from './testbed.ts';

/** Watches who is behind a Service from now on: the fewest and the most ready endpoints, none when nothing was seen, and the tracks one after the other. */
export async function watchEndpoints(api: Api, space: Space, service: string) {
  const slices = new Map<string, readonly string[]>();
  const tracks: string[] = [];
  const counts: number[] = [];
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
      counts.push(pods.length);
      const [track] = pods.map((pod) => /-(green|canary)-[a-z0-9]+-[a-z0-9]+$/.exec(pod)?.[1] ?? 'stable');
      if (track !== undefined && tracks.at(-1) !== track) tracks.push(track);
    },
  );
  return {
    stop: () => {
      stop();
      return { fewest: counts.length === 0 ? 0 : Math.min(...counts), most: Math.max(0, ...counts), tracks };
    },
  };
}
