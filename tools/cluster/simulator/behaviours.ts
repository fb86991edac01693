import type { V1Pod } from '@kubernetes/client-node';
import { parse } from 'yaml';
import type { World } from './world.ts';

/** Annotation with which a pod misbehaves: `slow <seconds>`, `fail`, `never` or `kill`. */
const BEHAVIOUR = 'chartwright.dev/behaviour';

/**
 * How a pod behaves: `slow` is ready only after some seconds, `fail` ends with exit code 1 again and again,
 * `never` runs and is never ready or done, `kill` loses its readiness for as long as it stands.
 */
export type Behaviour =
  | { readonly action: 'normal' | 'fail' | 'never' | 'kill' | 'no-image' }
  | { readonly action: 'slow'; readonly seconds: number };

interface Rule {
  readonly namespace?: string;
  readonly selector?: { readonly labels?: Readonly<Record<string, string>> };
  readonly action?: string;
}

/** How a pod behaves by its own annotation, otherwise by the first fitting rule of the ConfigMap `kube-system/behaviours`. */
export function behaviourOf(pod: V1Pod, world: World): Behaviour {
  const own = pod.metadata?.annotations?.[BEHAVIOUR];
  if (own !== undefined) return parseBehaviour(own);
  const rule = rules(world).find((candidate) => fits(candidate, pod));
  return parseBehaviour(rule?.action ?? '');
}

/** Reads `slow 30`, `fail`, `never` or `kill`; anything else is normal. */
function parseBehaviour(text: string): Behaviour {
  const [action, seconds] = text.trim().split(/\s+/);
  if (action === 'slow') return { action, seconds: Number(seconds) || 0 };
  if (action === 'fail' || action === 'never' || action === 'kill' || action === 'no-image')
    return { action };
  return { action: 'normal' };
}

/** Rules by the data that they were read from: every pod asks again after every change in the cluster. */
const read = new WeakMap<object, readonly Rule[]>();

function rules(world: World): readonly Rule[] {
  const data = world.configMaps.get('behaviours', 'kube-system')?.data;
  if (data === undefined) return [];
  const known = read.get(data) ?? rulesIn(data);
  read.set(data, known);
  return known;
}

function rulesIn(data: Readonly<Record<string, string>>): readonly Rule[] {
  return Object.values(data).flatMap((text) => {
    try {
      const list: unknown = parse(text);
      return Array.isArray(list) ? (list as Rule[]) : [];
    } catch {
      return [];
    }
  });
}

function fits({ namespace, selector }: Rule, { metadata }: V1Pod): boolean {
  if (namespace !== undefined && namespace !== metadata?.namespace) return false;
  const labels = Object.entries(selector?.labels ?? {});
  return labels.length > 0 && labels.every(([key, value]) => metadata?.labels?.[key] === value);
}
