import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { archiveOf, type Case, type RenderOptions, render } from '../../tools/cases/cases.ts';
import { idOf, type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';

interface Rendered {
  readonly text: string;
  readonly objects: readonly KubeObject[];
}

const rendered = new Map<string, Promise<Rendered>>();

/** The manifests of a case, rendered once per run by the pinned Helm 4. */
export async function textOf(one: Case): Promise<string> {
  return (await renderedOnce(one)).text;
}

/** The objects of a case; with options it is rendered anew. */
export async function objectsOf(one: Case, options?: RenderOptions): Promise<readonly KubeObject[]> {
  return options === undefined
    ? (await renderedOnce(one)).objects
    : parseManifests(await render(one, options));
}

function renderedOnce(one: Case): Promise<Rendered> {
  const known = rendered.get(one.values) ?? fromRun(one);
  rendered.set(one.values, known);
  return known;
}

/** A run has one temporary folder, in which its specs find what another one has rendered of the same archives. */
async function fromRun(one: Case): Promise<Rendered> {
  const charts = basename(dirname(await archiveOf(one.chart)));
  const file = join(tmpdir(), `rendered-${charts}-${one.chart}-${one.name}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Rendered;
  const text = await render(one, { helm: 'helm4' });
  const made = { text, objects: parseManifests(text) };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(made));
  await rename(draft, file);
  return made;
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
