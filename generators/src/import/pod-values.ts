import { isIP } from 'node:net';
import type { JsonObject, JsonValue } from '../schema/index.ts';
import type { Field, Tree } from './compose/tree.ts';
import type { Say } from './report.ts';

/** A text of the file with its variables filled in; undefined for one with a secret. */
type Plain = (tree: Tree | undefined) => string | undefined;
/** The same of any. */
type Said = (tree: Tree | undefined) => string;

/** One entry of a list, or of a mapping as `name=value`. */
interface Entry {
  readonly path: string;
  readonly text: string;
}

const IN_PLAIN_TEXT = 'it has a secret, which would be in plain text there';
const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
const PULL_POLICIES: Readonly<Record<string, string>> = {
  always: 'Always',
  never: 'Never',
  missing: 'IfNotPresent',
  if_not_present: 'IfNotPresent',
};

/**
 * What keys of a service say for which values of every workload have a place in the same words: names of hosts, servers for
 * names, nodes, groups, annotations, hooks. What has none is left to the words of `keys.ts`.
 */
export function podValuesOf(field: Field, plain: Plain, say: Say): JsonObject {
  const said: Said = (tree) => plain(tree) ?? '';
  const entries = (...path: readonly string[]) =>
    entriesOf(field(...path), path.join('.'), plain).flatMap(({ path: own, text }) => {
      if (text === undefined) say(own, 'left out', IN_PLAIN_TEXT);
      return text === undefined ? [] : [{ path: own, text }];
    });
  /** Takes the entries that have a form, each of which is said to be carried. */
  const take = <T>(
    list: readonly Entry[],
    where: string,
    form: (text: string) => T | undefined,
  ): readonly T[] =>
    list.flatMap(({ path, text }) => {
      const value = form(text);
      if (value === undefined) return [];
      say(path, 'carried', `\`${where}\``);
      return [value];
    });
  const hostAliases = aliasesOf(take(entries('extra_hosts'), 'pod.hostAliases', hostOf));
  const dnsConfig = filled({
    nameservers: take(entries('dns'), 'pod.dnsConfig.nameservers', addressOf),
    searches: take(entries('dns_search'), 'pod.dnsConfig.searches', wordOf),
    options: take(entries('dns_opt'), 'pod.dnsConfig.options', optionOf),
  });
  const groups = take(entries('group_add'), 'podSecurityContext.supplementalGroups', groupOf);
  const annotations = take(entries('annotations'), 'podAnnotations', pairOf);
  const nodes = [
    ...take(entries('platform'), 'nodeSelector', platformOf),
    ...take(entries('deploy', 'placement', 'constraints'), 'nodeSelector', constraintOf),
  ];
  const [pullPolicy] = take(entries('pull_policy'), 'image.pullPolicy', (text) => PULL_POLICIES[text]);
  const lifecycle = filled({ postStart: hookOf('post_start'), preStop: hookOf('pre_stop') });

  /** The only hook of its kind, without a user or variables of its own: Kubernetes has one, in the container as it is. */
  function hookOf(key: string): JsonValue | undefined {
    const hooks = field(key);
    const only = hooks?.kind === 'list' && hooks.items.length === 1 ? hooks.items[0] : undefined;
    if (only?.kind !== 'fields' || [...only.fields.keys()].some((name) => name !== 'command'))
      return undefined;
    const command = only.fields.get('command');
    const list = command?.kind === 'list' ? command.items : [command];
    if (list.some((word) => plain(word) === undefined)) {
      say(`${key}.0`, 'left out', IN_PLAIN_TEXT);
      return undefined;
    }
    const words = command?.kind === 'list' ? command.items.map(said) : ['sh', '-c', said(command)];
    say(`${key}.0`, 'carried', `\`lifecycle.${key === 'pre_stop' ? 'preStop' : 'postStart'}\``);
    return { exec: { command: words } };
  }

  return filled({
    pod: filled({ hostAliases, dnsConfig }),
    podSecurityContext: filled({ supplementalGroups: groups }),
    podAnnotations: Object.fromEntries(annotations),
    nodeSelector: Object.fromEntries(nodes),
    image: filled({ pullPolicy }),
    lifecycle,
  });
}

function entriesOf(tree: Tree | undefined, path: string, plain: Plain) {
  if (tree?.kind === 'list')
    return tree.items.map((item, index) => ({ path: `${path}.${index}`, text: plain(item) }));
  if (tree?.kind === 'fields')
    return [...tree.fields].map(([name, one]) => {
      const text = plain(one);
      return { path: `${path}.${name}`, text: text === undefined ? undefined : `${name}=${text}` };
    });
  return tree === undefined ? [] : [{ path, text: plain(tree) }];
}

/** Without what is empty. */
function filled(values: Readonly<Record<string, JsonValue | readonly JsonValue[] | undefined>>): JsonObject {
  const isThere = (value: unknown) =>
    value !== undefined && (typeof value !== 'object' || Object.keys(value as object).length > 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isThere(value))) as JsonObject;
}

/** `name:192.0.2.1` or `name=192.0.2.1`; a name for the machine that runs Docker is no address. */
function hostOf(text: string): readonly [ip: string, name: string] | undefined {
  const [, name = '', address = ''] = /^([\w.-]+)\s*[:=]\s*\[?([\da-fA-F:.]+)\]?$/.exec(text) ?? [];
  return isIP(address) > 0 ? [address, name.toLowerCase()] : undefined;
}

function aliasesOf(hosts: readonly (readonly [ip: string, name: string])[]): readonly JsonObject[] {
  const names = new Map<string, string[]>();
  for (const [ip, name] of hosts) names.set(ip, [...(names.get(ip) ?? []), name]);
  return [...names].map(([ip, hostnames]) => ({ ip, hostnames }));
}

const addressOf = (text: string) => (isIP(text) > 0 ? text : undefined);
const wordOf = (text: string) => (/^[\w.-]+$/.test(text) && text !== '.' ? text : undefined);
const groupOf = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

function optionOf(text: string): JsonObject | undefined {
  const [, name = '', value = ''] = /^([a-z0-9-]+)(?::(\w+))?$/.exec(text) ?? [];
  return name === '' ? undefined : { name, ...(value !== '' && { value }) };
}

function pairOf(text: string): readonly [string, string] | undefined {
  const [, name = '', value = ''] =
    /^((?:[a-z0-9.-]+\/)?[A-Za-z0-9][\w.-]{0,62})(?:=(.*))?$/s.exec(text) ?? [];
  return name === '' ? undefined : [name, value];
}

/** `linux/arm64/v8` → arm64. */
function platformOf(text: string): readonly [string, string] | undefined {
  const [, word = ''] = /^linux\/(\w+)(?:\/\w+)?$/.exec(text) ?? [];
  return word === '' ? undefined : ['kubernetes.io/arch', ARCHITECTURES[word] ?? word];
}

/** `node.labels.disk == ssd`; what Swarm says of its own nodes means nothing here. */
function constraintOf(text: string): readonly [string, string] | undefined {
  const [, key = '', value = ''] = /^\s*node\.([\w.-]+)\s*==\s*([A-Za-z0-9][\w.-]*)\s*$/.exec(text) ?? [];
  if (key.startsWith('labels.')) return [key.slice('labels.'.length), value];
  if (key === 'platform.arch') return ['kubernetes.io/arch', ARCHITECTURES[value] ?? value];
  if (key === 'platform.os') return ['kubernetes.io/os', value];
  return key === 'hostname' ? ['kubernetes.io/hostname', value] : undefined;
}
