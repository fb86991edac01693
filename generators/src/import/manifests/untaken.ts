import type { Line } from '../report.ts';
import { isRunning, type Part } from '../roles.ts';
import { fieldsAt, type KubeObject, listAt, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { pathOf } from './told.ts';

/** What is to do with keys of ConfigMaps and Secrets of which nothing is said, although something takes them. */
export function untakenLines(
  objects: readonly KubeObject[],
  parts: readonly Part[],
  podOf: ReadonlyMap<Part, Pod | undefined>,
  said: readonly Line[],
): readonly Line[] {
  const lines: Line[] = [];
  const known = new Set(said.map(({ path }) => path));
  for (const object of objects) {
    if (object.kind !== 'Secret' && object.kind !== 'ConfigMap') continue;
    const keys = ['data', 'stringData'].flatMap((part) =>
      [...fieldsAt(object.tree, part).keys()].map((key) => [part, key] as const),
    );
    const open = keys.filter((key) => !known.has(pathOf(object, key)));
    const says = open.length > 0 ? useOf(object, objects, parts, podOf) : undefined;
    if (says !== undefined)
      for (const key of open) {
        const at = treeAt(object.tree, ...key)?.at ?? object.at;
        lines.push({ path: pathOf(object, key), at, verdict: 'asked', says });
      }
  }
  return lines;
}

/** Who takes an object, and what is to do; undefined where nobody does. */
function useOf(
  object: KubeObject,
  objects: readonly KubeObject[],
  parts: readonly Part[],
  podOf: ReadonlyMap<Part, Pod | undefined>,
): string | undefined {
  const { kind, name, namespace } = object;
  if (kind === 'Secret' && /^kubernetes\.io\/dockercfg$|dockerconfigjson$/.test(textAt(object.tree, 'type')))
    return `create the Secret ${name} before the release, and name it in \`imagePullSecrets\``;
  const isTls = objects.some(
    (one) =>
      kind === 'Secret' &&
      one.kind === 'Ingress' &&
      one.namespace === namespace &&
      listAt(one.tree, 'spec', 'tls').some((tls) => textAt(tls, 'secretName') === name),
  );
  if (isTls) return `\`ingress.tls\`: create the Secret ${name} before the release, or set an issuer`;
  const user = parts.find((part) => {
    const pod = podOf.get(part);
    return (
      pod?.object.namespace === namespace && mounts(pod, kind, name, kind === 'Secret' && !isRunning(part))
    );
  });
  if (user === undefined) return undefined;
  return isRunning(user) || user.role.kind !== 'server'
    ? `${user.service.name} mounts it: create the ${kind} ${name} before the release, and name it in \`mounts\``
    : `${user.service.name} mounts it, which the chart ${user.role.server.chart} serves: say what it holds below \`${user.role.server.chart}\``;
}

/** Whether a pod has it in a volume; of those that come along, files that no container takes are no matter. */
function mounts({ spec }: Pod, kind: string, name: string, isWhole: boolean): boolean {
  const key = kind === 'Secret' ? 'secret' : 'configMap';
  return listAt(spec, 'volumes').some((volume) => {
    const sources = listAt(volume, 'projected', 'sources');
    return (
      (isWhole && [textAt(volume, key, 'secretName'), textAt(volume, key, 'name')].includes(name)) ||
      sources.some((one) => textAt(one, key, 'name') === name)
    );
  });
}
