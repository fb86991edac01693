import { ROOM_FOR_RELEASE, reserveOf, roomForRelease, suffixesOf } from '../model/names.ts';

/** Letters that the name of a chart may have. */
export const LONGEST_CHART = 30;

/** A name that leaves room for those of workloads and of releases. */
export function chartName(name: string, workloads: readonly string[]): string {
  const longest = reserveOf(suffixesOf(Object.fromEntries(workloads.map((one) => [one, true]))));
  const room = roomForRelease('', longest) - ROOM_FOR_RELEASE;
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, Math.min(LONGEST_CHART, room))
    .replace(/-+$/, '');
  return text || 'application';
}
