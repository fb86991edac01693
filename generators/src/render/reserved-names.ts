import type { Workload } from '../model/model.ts';

/** Names of a pod that additions from values may not take. */
export interface ReservedNames {
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
  /** Paths at which the main container mounts. */
  readonly mounts: readonly string[];
  /** Variables that the chart sets, and no value of it. */
  readonly env: readonly string[];
}

/** Those of a pod without anything. */
export const NONE_RESERVED: ReservedNames = { containers: [], volumes: [], ports: [], mounts: [], env: [] };

/**
 * The names that stand in the template of a pod, whatever the values are.
 *
 * @param template of the object with the pod
 * @param partials named templates that it may include
 */
export function reservedNames(
  { reservedEnv, settings }: Pick<Workload, 'reservedEnv' | 'settings'>,
  template: string,
  partials: readonly string[],
): ReservedNames {
  const defines = definesIn(partials);
  const init = itemsBelow(template, 'initContainers', defines);
  const containers = itemsBelow(template, 'containers', defines);
  const [main = ''] = containers;
  const all = [...containers, ...init];
  return {
    containers: named(all),
    volumes: named(itemsBelow(template, 'volumes', defines)),
    ports: named(all.flatMap((container) => itemsBelow(container, 'ports', defines))),
    mounts: unique([main, ...includedIn(main, defines)].flatMap(mountsIn)),
    env: reservedEnv.filter((name) => !settings.some(({ env }) => env === name)),
  };
}

/** The text of each item of the lists of a name, those of included templates among them. */
function itemsBelow(text: string, list: string, defines: ReadonlyMap<string, string>): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    if (line.trim() !== `${list}:`) return [];
    const indent = line.indexOf(list);
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((next) => isWritten(next) && columnOf(next) <= indent);
    const inside = rest.slice(0, end < 0 ? rest.length : end).join('\n');
    return [inside, ...includedIn(inside, defines)].flatMap(itemsOf);
  });
}

/** The named templates that a text asks for. */
function includedIn(text: string, defines: ReadonlyMap<string, string>): readonly string[] {
  return [...text.matchAll(/include "([^"]+)"/g)].map(([, name = '']) => defines.get(name) ?? '');
}

function mountsIn(text: string): readonly string[] {
  return [...text.matchAll(/^ *mountPath: ([^\s{]+)$/gm)].map(([, path = '']) => path);
}

/** The items of a list, or of what is included into one; none of what is included into an item. */
function itemsOf(text: string): readonly string[] {
  const first = text.split('\n').find(isWritten);
  if (!first?.trimStart().startsWith('- ')) return [];
  const dash = `${' '.repeat(columnOf(first))}- `;
  return `\n${text}`.split(`\n${dash}`).slice(1);
}

function named(items: readonly string[]): readonly string[] {
  return unique(items.flatMap((item) => /^name: ([a-z0-9-]+)$/m.exec(item.split('\n')[0] ?? '')?.[1] ?? []));
}

function definesIn(partials: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    partials.flatMap((text) =>
      [...text.matchAll(/^\{\{- define "([^"]+)" -?\}\}\n([\s\S]*?)^\{\{- end \}\}$(?=\n\n|\n*$)/gm)].map(
        ([, name = '', body = '']): [string, string] => [name, body],
      ),
    ),
  );
}

function isWritten(line: string): boolean {
  const text = line.trimStart();
  return text !== '' && !text.startsWith('{{');
}

function columnOf(line: string): number {
  return line.length - line.trimStart().length;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
