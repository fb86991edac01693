import { join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { idOf, type KubeObject } from '../../tools/kubernetes/objects.ts';
import { at, yaml } from './release.ts';

/** Services, namespaces and further objects whose names users or the chart's defaults give; they are the same in every release. */
export function givenNames({ chart, values }: Case): readonly string[] {
  const given = yaml(values);
  const blocks = [given, yaml(join(CHARTS, chart, 'values.yaml'))].flatMap((tree) => [
    tree,
    ...Object.keys(tree).map((key) => at(tree, key)),
  ]);
  const aliases = blocks.flatMap((block) => [at(block, 'service').aliases ?? []].flat());
  const objects = [given.extraObjects ?? []].flat().map((object) => idOf(object as KubeObject));
  const namespaces = blocks.flatMap((block) =>
    Object.keys(at(block, 'namespaces')).flatMap((key) => at(block, 'namespaces', key).name ?? []),
  );
  return [
    ...namespaces.map((name) => `Namespace/${name}`),
    ...aliases.map((alias) => `Service/${alias}`),
    ...objects,
  ];
}
