import type { V1Pod } from '@kubernetes/client-node';
import { memberOf, podState, stateText } from '../kubernetes/pods.ts';

/** How many different reasons a line of progress tells. */
const TOLD = 3;

/** One line about the pods that are not ready yet, with what each of them waits for; pods that wait for the same are told once. */
export function progressLine(pods: readonly V1Pod[], elapsedMs: number): string {
  const waiting = new Map<string, string[]>();
  for (const pod of pods) {
    const state = podState(pod);
    if (state.kind !== 'waiting') continue;
    const text = stateText(state);
    waiting.set(text, [...(waiting.get(text) ?? []), nameOf(pod)]);
  }
  const open = [...waiting.values()].flat().length;
  const told = [...waiting].slice(0, TOLD).map(([text, names]) => `${some(names)}: ${text}`);
  const more = [...waiting.values()].slice(TOLD).flat().length;
  const count = `${seconds(elapsedMs).padStart(5)}  ${pods.length - open} of ${pods.length} pods ready`;
  return [count, ...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function some([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} like it`;
}

/** What came up, wave by wave, with the seconds since `start`; a pod that was there before says so. */
export function waveLines(
  pods: readonly V1Pod[],
  waves: ReadonlyMap<string, number>,
  start: Date,
): readonly string[] {
  const waveOf = (pod: V1Pod) => waves.get(memberOf(pod));
  const names = [...new Set(pods.map(waveOf))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return names.flatMap((wave) => [
    wave === undefined ? 'of no wave' : `wave ${wave}`,
    ...table(
      pods
        .filter((pod) => waveOf(pod) === wave)
        .map((pod) => ({ pod, since: sinceOf(pod) }))
        .sort((a, b) => a.since - b.since || nameOf(a.pod).localeCompare(nameOf(b.pod)))
        .map(({ pod }) => [memberOf(pod), nameOf(pod), came(pod, start)]),
    ),
  ]);
}

/** The pods that did not come up, each with its reason and the last words of its containers. */
export function failureLines(pods: readonly V1Pod[]): readonly string[] {
  return pods.flatMap((pod) => {
    const state = podState(pod);
    if (state.kind !== 'waiting') return [];
    const said =
      state.message === undefined
        ? []
        : state.message
            .trim()
            .split('\n')
            .map((line) => `    ${line}`);
    const where = state.container === undefined ? '' : `, container ${state.container}`;
    return [`  ${nameOf(pod)}: ${state.reason}${where}`, ...said];
  });
}

function came(pod: V1Pod, start: Date): string {
  const state = podState(pod);
  if (state.kind === 'waiting') return `not ready (${state.reason})`;
  // The API server cuts times to whole seconds.
  const after = state.since.getTime() - Math.floor(start.getTime() / 1000) * 1000;
  return after < 0 ? `${state.kind} before` : `${state.kind} after ${seconds(after)}`;
}

function sinceOf(pod: V1Pod): number {
  const state = podState(pod);
  return state.kind === 'waiting' ? Infinity : state.since.getTime();
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [member, pod] = [width(0), width(1)];
  return rows.map(([a = '', b = '', c = '']) => `  ${a.padEnd(member)}  ${b.padEnd(pod)}  ${c}`);
}

function nameOf(pod: V1Pod): string {
  return pod.metadata?.name ?? '';
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
