import type { ChartDefinition } from '../../model/definition.ts';
import type { JsonObject, JsonValue } from '../../schema/index.ts';
import type { Tree } from '../compose/tree.ts';
import type { Tie } from '../group.ts';
import type { Line } from '../report.ts';
import { claimName } from '../shared-volumes.ts';
import { type KubeObject, listAt, plainValue, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { teller } from './told.ts';

/** Claims that several workloads mount, or that a Job does. */
export interface Shared {
  readonly claims: NonNullable<ChartDefinition['claims']>;
  /** Name of the claim → its values, and the pods that have it. */
  readonly values: ReadonlyMap<string, JsonObject>;
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** Id of the object → name of the claim of the chart. */
  readonly names: ReadonlyMap<string, string>;
}

/** Finds the claims that are shared, and says where their fields go. */
export function sharedClaims(pods: readonly Pod[], objects: readonly KubeObject[], lines: Line[]): Shared {
  const claims: Record<string, { size: string; description?: string }> = {};
  const values = new Map<string, JsonObject>();
  const users = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const object of objects.filter(({ kind }) => kind === 'PersistentVolumeClaim')) {
    const having = pods.filter(
      ({ object: { namespace }, spec }) =>
        namespace === object.namespace &&
        listAt(spec, 'volumes').some(
          (volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') === object.name,
        ),
    );
    const isOfJob = having.some(({ object: { kind } }) => kind === 'Job' || kind === 'CronJob');
    if (having.length < 2 && !isOfJob) continue;
    const name = claimName(object.name, Object.keys(claims));
    names.set(object.id, name);
    users.set(
      name,
      having.map((pod) => pod.name),
    );
    claims[name] = {
      size: textAt(object.tree, 'spec', 'resources', 'requests', 'storage') || '10Gi',
      ...(object.name !== name && { description: `The claim ${object.name}.` }),
    };
    const tell = teller(object, lines, ['spec']);
    for (const key of ['accessModes', 'resources.requests.storage', 'resources.limits', 'storageClassName'])
      if (treeAt(object.tree, 'spec', ...key.split('.'))) tell(key, 'carried', `\`claims.${name}\``);
    const own = claimValues(treeAt(object.tree, 'spec'));
    if (Object.keys(own).length > 0) values.set(name, own);
  }
  return { claims, values, users, names };
}

/** Workloads that have a claim in common. */
export function tiesOf({ users }: Shared): readonly Tie[] {
  return [...users].map(([claim, services]) => ({
    services,
    why: `${services.join(' and ')} share the claim ${claim}`,
  }));
}

/** The values of the shared claims of some workloads. */
export function valuesOf({ values, users }: Shared, names: readonly string[]): JsonObject {
  const own = [...values].filter(([claim]) => users.get(claim)?.some((name) => names.includes(name)));
  return own.length > 0 ? { claims: Object.fromEntries(own) } : {};
}

/** Values of a claim that differ from those here. */
export function claimValues(spec: Tree | undefined): Record<string, JsonValue> {
  const modes = plainValue(treeAt(spec, 'accessModes'));
  const storageClass = textAt(spec, 'storageClassName');
  return {
    ...(Array.isArray(modes) && String(modes) !== 'ReadWriteOnce' && { accessModes: modes.map(String) }),
    ...(storageClass !== '' && { storageClass }),
  };
}
