import { any, type Condition, value } from '../go/index.ts';
import type { JsonObject } from '../schema/index.ts';
import { nameOf, type Part } from './roles.ts';
import { camel } from './setting.ts';

/** Switches of workloads that are there with a profile of Compose only. */
export interface Profiles {
  /** Name of a workload → when it is there; always without it. */
  readonly when: ReadonlyMap<string, Condition>;
  /** Schema of the switches; undefined for none. */
  readonly schema: JsonObject | undefined;
}

/** Whether a service is there without a person who says so. */
export function isActive(
  { service: { profiles = [] } }: Part,
  environment: ReadonlyMap<string, string>,
): boolean {
  const active = (environment.get('COMPOSE_PROFILES') ?? '').split(',').map((name) => name.trim());
  const names = profiles.filter((name) => name !== '');
  return names.length === 0 || names.some((name) => active.includes(name) || active.includes('*'));
}

/** The profiles of which one must be on for a service to be there; undefined for one that always is. */
export function conditionOf({ service: { profiles = [] } }: Part): Condition | undefined {
  const names = profiles.filter((name) => name !== '');
  const [first, ...more] = names.map((name) => value(`profiles.${camel(name)}`));
  return first && more.length > 0 ? any(first, ...more) : first;
}

/** The profiles of the workloads beside main, and of servers that are off; those of COMPOSE_PROFILES are on, and the one that stands beside an empty name. */
export function profilesOf(own: readonly Part[], environment: ReadonlyMap<string, string>): Profiles {
  const active = (environment.get('COMPOSE_PROFILES') ?? '').split(',').map((name) => name.trim());
  const when = new Map<string, Condition>();
  const found = new Map<string, { readonly services: string[]; isOn: boolean }>();
  for (const part of own) {
    const names = (part.service.profiles ?? []).filter((name) => name !== '');
    if (nameOf(part) === 'main' || names.length === 0) continue;
    const condition = conditionOf(part);
    if (condition) when.set(nameOf(part), condition);
    for (const name of names) {
      const before = found.get(camel(name)) ?? { services: [], isOn: false };
      before.services.push(part.service.name);
      before.isOn ||= [name, '*'].some((one) => active.includes(one));
      before.isOn ||= active.includes('') && (part.service.profiles ?? []).includes('');
      found.set(camel(name), before);
    }
  }
  if (found.size === 0) return { when, schema: undefined };
  const properties = Object.fromEntries(
    [...found].map(([name, { services, isOn }]) => [
      name,
      {
        type: 'boolean',
        description: `Whether ${services.join(', ')} ${services.length === 1 ? 'is' : 'are'} there.`,
        default: isOn,
      },
    ]),
  );
  const description = 'What is there beside the application itself.';
  return { when, schema: { type: 'object', description, 'x-order': 20, properties } };
}
