import { parseAllDocuments } from 'yaml';
import { findHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { AS_HELM } from '../programs/yaml-as-helm.ts';

/** A Kubernetes object with the fields that tests always read; `inside` reads others. */
export interface RenderedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Result of `helm template`: the objects, or why there are none. */
export interface Rendering {
  readonly objects: readonly RenderedObject[];
  readonly stderr: string;
  readonly code: number;
}

/** Renders a chart as a release, lists as what is in them; what is no YAML counts as a failure. */
export async function rendering(
  chart: string,
  args: readonly string[] = [],
  release = 'r',
): Promise<Rendering> {
  const { code, stdout, stderr } = await run(await findHelm(), ['template', release, chart, ...args]);
  if (code !== 0) return { objects: [], stderr, code };
  const documents = parseAllDocuments(stdout, AS_HELM);
  const broken = documents.flatMap(({ errors }) => errors).map(({ message }) => message);
  const objects = documents.map(
    (document): (RenderedObject & { readonly items?: readonly RenderedObject[] }) | null => document.toJS(),
  );
  return {
    objects: objects.flatMap((object) => object?.items ?? object ?? []),
    stderr: broken.join('\n'),
    code: broken.length,
  };
}

/** Complaints of `helm lint --strict`; empty when there are none. */
export async function complaints(chart: string, args: readonly string[] = []): Promise<string> {
  const { code, stdout, stderr } = await run(await findHelm(), ['lint', '--strict', chart, ...args]);
  return code === 0 ? '' : stdout + stderr;
}

/** The object of a kind and name. */
export function named(
  objects: readonly RenderedObject[],
  kind: string,
  name: string,
): RenderedObject | undefined {
  return objects.find((object) => object.kind === kind && object.metadata.name === name);
}

/** What stands at a path, or undefined where there is nothing. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return inside(new Map(Object.entries(value)).get(String(first)), ...rest);
}

/** The template of an object's pods. */
export function podOf(object: RenderedObject | undefined): unknown {
  return (
    inside(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec') ??
    inside(object, 'spec', 'template', 'spec')
  );
}

/** Paths of the nulls in a value, as a lost condition leaves them. */
export function nulls(value: unknown, path = ''): readonly string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => nulls(child, `${path}/${key}`));
}
