import { ROOM_FOR_RELEASE, reserveOf, roomForRelease, suffixesOf } from '../model/names.ts';

/** Letters that the name of a chart may have. */
export const LONGEST_CHART = 30;

/** A name that leaves room for those of workloads and of releases. */
export function chartName(name: string, workloads: readonly string[]): string {
  return cut(plain(name), roomBeside(workloads) - ROOM_FOR_RELEASE) || 'application';
}

/**
 * The name of a member of an umbrella by its first service: behind as much of the umbrella's name as there is room for, since
 * manifests for Argo CD and Flux make releases with the names of members. It is never that of the umbrella.
 */
export function memberName(umbrella: string, service: string, workloads: readonly string[]): string {
  const room = Math.floor(roomBeside(workloads) / 2) - 1;
  const words = umbrella.split('-');
  const all = words.map((_, index) => [...words.slice(0, words.length - index), plain(service)].join('-'));
  const name = [...all, plain(service)].find((one) => one.length <= Math.min(LONGEST_CHART, room));
  const short = name ?? cut(plain(service), room);
  return short === umbrella || short === '' ? `${cut(short, room - 4)}-app`.replace(/^-/, '') : short;
}

/** Letters for the name of a chart and that of a release. */
function roomBeside(workloads: readonly string[]): number {
  return roomForRelease('', reserveOf(suffixesOf(Object.fromEntries(workloads.map((one) => [one, true])))));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}

const cut = (name: string, room: number) => name.slice(0, Math.min(LONGEST_CHART, room)).replace(/-+$/, '');
