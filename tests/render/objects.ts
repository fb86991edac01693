import { type Case, type RenderOptions, render } from '../../tools/cases/cases.ts';
import { idOf, type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';

const texts = new Map<string, Promise<string>>();

/** The manifests of a case, rendered once per test file by the pinned Helm 4. */
export function textOf(one: Case): Promise<string> {
  const known = texts.get(one.values) ?? render(one, { helm: 'helm4' });
  texts.set(one.values, known);
  return known;
}

/** The objects of a case; with options it is rendered anew. */
export async function objectsOf(one: Case, options?: RenderOptions): Promise<readonly KubeObject[]> {
  return parseManifests(options === undefined ? await textOf(one) : await render(one, options));
}

/** The objects sorted by kind and name, whatever Helm's order was. */
export function sorted(objects: readonly KubeObject[]): readonly KubeObject[] {
  return [...objects].sort((a, b) => compare(idOf(a), idOf(b)));
}

/** The title of a case in the name of a test. */
export function titleOf({ chart, name }: Case): string {
  return `${chart}/${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
