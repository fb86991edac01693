import { textOf } from '../compose/merge.ts';
import { unveiled } from '../compose/secret-names.ts';
import type { EnvironmentEntry, FurtherText, Service } from '../compose/service.ts';
import type { Tree } from '../compose/tree.ts';
import { shelled } from '../health.ts';
import { listAt, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { filledWith } from './variables.ts';

const HOOKS = ['postStart', 'preStop'].map((key) => ['lifecycle', key, 'exec', 'command']);
const CHECKS = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((key) => [key, 'exec', 'command']);

/**
 * What a pod says beside the command and the variables of its main container.
 *
 * @param beside variables of each further container, by its number
 * @param known variables that Kubernetes makes of Services
 */
export function furtherOf(
  pod: Pod,
  beside: ReadonlyMap<number, readonly EnvironmentEntry[]>,
  known: ReadonlyMap<string, string>,
): readonly FurtherText[] {
  const own = (container: Tree, at: string, of: FurtherText['of'], keys: readonly (readonly string[])[]) =>
    keys.flatMap((path): readonly FurtherText[] => {
      const words = listAt(container, ...path).map((word) => filledWith(textOf(word) ?? '', known));
      return words.length > 0 ? [{ path: [at, ...path].join('.'), container: at, of, words }] : [];
    });
  const init = listAt(pod.spec, 'initContainers').flatMap((container, index) => {
    const at = `initContainers.${index}`;
    // One with an image of its own does not come along.
    const isOurs = textAt(container, 'image') === textAt(pod.containers[pod.main], 'image');
    const env = (isOurs ? listAt(container, 'env') : []).map((one, number): FurtherText => {
      const words = [filledWith(textAt(one, 'value'), known, /\$\((\w+)\)/g)];
      return { path: `${at}.env.${number}`, container: at, of: 'init', words, variable: textAt(one, 'name') };
    });
    return [...own(container, at, 'init', [['command'], ['args']]), ...env];
  });
  const containers = pod.containers.flatMap((container, index) => {
    const at = `containers.${index}`;
    const checks = own(container, at, index === pod.main ? 'hook' : 'beside', [...HOOKS, ...CHECKS]);
    if (index === pod.main) return checks;
    const all = beside.get(index) ?? [];
    const env = all.map(({ path, name, value, secret: said, written = '' }): FurtherText => {
      const isFilled = all.some((one) => one.secret && written.includes(`$(${one.name})`));
      // What it names is there only behind it.
      const secret = isFilled ? { identity: value, kind: 'required' as const } : said;
      return { path, container: at, of: 'beside', words: [value], variable: name, ...(secret && { secret }) };
    });
    return [...checks, ...own(container, at, 'beside', [['command'], ['args']]), ...env];
  });
  return [...init, ...containers];
}

/** The words at a path of the pod, confidential ones as variables; undefined for none. */
export function wordsAt(
  { further = [] }: Service,
  path: string,
  form: (name: string) => string = (name) => `$(${name})`,
): readonly string[] | undefined {
  return further.find((one) => one.path === path)?.words.map((word) => unveiled(word, form));
}

/** The command at a path, run by a shell where it has something confidential: nothing else fills that in there. */
export function shellAt(service: Service, path: string): readonly string[] | undefined {
  const written = service.further?.find((one) => one.path === path)?.words;
  return written && shelled(written);
}

/** Names of the variables that texts of a container take. */
export function takenBy({ further = [] }: Service, container: string): readonly string[] {
  const names = further
    .filter((one) => one.container === container && wholeOf(one) === undefined)
    .flatMap(({ words }) => words.flatMap((word) => [...word.matchAll(/\uE000([^\uE001]*)\uE001/g)]))
    .map(([, name = '']) => name);
  return [...new Set(names)];
}

/** The confidential variable that is all of a text; undefined where it has other words. */
export function wholeOf({ words, variable }: FurtherText): string | undefined {
  return variable === undefined ? undefined : /^\uE000([^\uE001]*)\uE001$/.exec(words[0] ?? '')?.[1];
}

/** A tree with a command below it in place of the one there. */
export function withCommand(value: unknown, tree: Tree | undefined, command: readonly string[] | undefined) {
  return command === undefined || !treeAt(tree, 'exec') ? value : { ...(value as object), exec: { command } };
}
