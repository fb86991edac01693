import { variablesIn } from './compose/interpolate.ts';
import { isSecret, OF_VENDORS } from './compose/secret-names.ts';
import { type EnvironmentEntry, hostPattern, type Service } from './compose/service.ts';
import { isVariable, same } from './references.ts';
import type { Part, Target } from './roles.ts';

/** Letters of the shortest value, and of the shortest word, that are the same for a reason. */
const [SHORTEST_VALUE, SHORTEST_WORD] = [6, 4];

/**
 * Whether it is a key by which a service of the project lets in another one: both have it, one is called by the other, and the
 * key is called after it.
 */
export function isInternal(entry: EnvironmentEntry, part: Part, targets: readonly Target[]): boolean {
  return targets.some(({ part: other }) => {
    if (other.role.kind === 'server' && !other.role.server.sibling) return false;
    const twin = other.service.environment.find(
      (one) =>
        isSecret(one.name, one.value) &&
        ((isVariable(entry) && same(one.segments, entry.segments)) ||
          (one.value.length >= SHORTEST_VALUE && one.value === entry.value)),
    );
    if (twin === undefined) return false;
    const variables = [entry, twin].flatMap(({ segments }) => variablesIn(segments ?? []));
    const all = [entry.name, twin.name, ...variables.map(({ name }) => name)];
    if (all.some((name) => OF_VENDORS.test(name))) return false;
    const isOf = (server: Service, client: Service) =>
      calls(client, server) && all.some((name) => isCalledAfter(name, server));
    return isOf(other.service, part.service) || isOf(part.service, other.service);
  });
}

function calls(client: Service, server: Service): boolean {
  const host = new RegExp(`(^|[/@,\\s])${hostPattern(server)}(?=$|[:/,\\s])`);
  return (
    client.dependsOn.some(({ service }) => server.hosts.includes(service)) ||
    client.environment.some(({ value }) => host.test(value))
  );
}

/** Whether the name of a key has that of a service or its image in it, or says that it is for inside. */
function isCalledAfter(key: string, { hosts, image }: Service): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [last = ''] = (image.split('/').at(-1) ?? '').split(':');
  const words = key
    .toLowerCase()
    .split('_')
    .filter((word) => word.length >= SHORTEST_WORD);
  return (
    /(^|_)(INNER|INTERNAL)(_|$)/i.test(key) ||
    [...hosts, last].some((name) => {
      const whole = bare(name);
      const isIn = whole.length >= SHORTEST_WORD && bare(key).includes(whole);
      return isIn || words.some((word) => whole.startsWith(word));
    })
  );
}
