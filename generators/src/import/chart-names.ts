import { ROOM_FOR_RELEASE, reserveOf, roomForRelease, suffixesOf } from '../model/names.ts';

/** Letters that the name of a chart may have. */
export const LONGEST_CHART = 30;

/**
 * A name that leaves room for those of workloads and of releases.
 *
 * @param isMember whether it is of an umbrella, whose manifests for Argo CD and Flux make releases with the names of its members
 */
export function chartName(name: string, workloads: readonly string[], isMember = false): string {
  const longest = reserveOf(suffixesOf(Object.fromEntries(workloads.map((one) => [one, true]))));
  const all = roomForRelease('', longest);
  const room = isMember ? Math.floor(all / 2) - 1 : all - ROOM_FOR_RELEASE;
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, Math.min(LONGEST_CHART, room))
    .replace(/-+$/, '');
  return text || 'application';
}
