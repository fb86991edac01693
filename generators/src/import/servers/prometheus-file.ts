import type { JsonObject, JsonValue } from '../../schema/index.ts';
import { textOf } from '../compose/merge.ts';
import { seconds } from '../compose/seconds.ts';
import type { Tree } from '../compose/tree.ts';
import { fieldsAt, listAt, plainValue, textAt, textsAt, treeAt } from '../manifests/objects.ts';
import {
  add,
  configOf,
  type Desk,
  durationOf,
  eachKey,
  matching,
  namedIn,
  partAt,
  put,
  renamed,
  type SayOf,
  type TextFile,
  textsIn,
} from './desk.ts';
import { valueAt } from './place.ts';
import { jobOf } from './scrape-config.ts';
import { TABLES } from './tables.ts';
import { isConfidential, openOf, sayWithheld, secretName } from './withheld.ts';

const RULES = ['monitoring', 'prometheusRule', 'extraRules'];
const DURATIONS: Readonly<Record<string, string>> = {
  scrape_interval: 'scrapeInterval',
  scrape_timeout: 'scrapeTimeout',
  evaluation_interval: 'evaluationInterval',
};
/** Time limit of one scrape where nothing says another, in seconds. */
const SCRAPE_TIMEOUT = 10;

/** What prometheus.yml says, and the rules that it names. https://prometheus.io/docs/prometheus/latest/configuration/configuration */
export function prometheusFiles(desk: Desk): void {
  const file = configOf(desk, 'config.file', '/etc/prometheus/prometheus.yml');
  if (file === undefined) return;
  eachKey(desk, file, (key, block, say) => {
    if (key === 'global') globals(desk, block, say);
    else if (key === 'scrape_configs')
      for (const [index, job] of listAt(block).entries()) jobOf(desk, `${key}.${index}`, job, say);
    else if (key === 'rule_files')
      for (const [index, one] of listAt(block).entries()) rulesAt(desk, file, `${key}.${index}`, one, say);
    else if (key === 'alerting') alerting(desk, block, say);
    else if (key === 'remote_write')
      for (const [index, one] of listAt(block).entries()) remote(desk, `${key}.${index}`, one, say);
    else if (key === 'storage') storage(desk, block, say);
    else if (key !== '') other(desk, key, block, say);
  });
}

function globals(desk: Desk, block: Tree, say: SayOf): void {
  for (const [key, one] of fieldsAt(block)) {
    const tell = (verdict: 'carried' | 'asked' | 'left out', says: string) =>
      say(`global.${key}`, one.at, verdict, says);
    const duration = durationOf(textOf(one) ?? '');
    const setting = DURATIONS[key];
    if (setting !== undefined && duration !== undefined)
      tell('carried', put(desk, ['config', setting], duration));
    else if (setting !== undefined)
      tell('asked', `set \`prometheus.config.${setting}\`: this is no duration`);
    else if (key === 'external_labels') {
      const labels = textsAt(one);
      const isPlain = Object.values(labels).every((text) => !text.includes('$') && !isConfidential(text));
      if (isPlain) tell('carried', put(desk, ['config', 'externalLabels'], labels));
      else tell('asked', 'write them into `prometheus.config.externalLabels`, without variables');
    } else tell('left out', 'the chart writes `global`, and has no value for it');
  }
  const interval = durationOf(textAt(block, 'scrape_interval'));
  if (interval === undefined || treeAt(block, 'scrape_timeout')) return;
  if ((seconds(interval) ?? SCRAPE_TIMEOUT) >= SCRAPE_TIMEOUT) return;
  const where = put(desk, ['config', 'scrapeTimeout'], interval);
  say('global.scrape_interval', block.at, 'carried', `${where}, which may not be longer`);
}

/** Rules of the files that an entry of `rule_files` names. */
function rulesAt(desk: Desk, file: TextFile, key: string, entry: Tree, say: SayOf): void {
  const files = matching(desk, textOf(entry) ?? '', file);
  const where = `\`prometheus.${RULES.join('.')}\``;
  if (files.length === 0)
    say(key, entry.at, 'asked', `no such file is there: write the rules of its groups into ${where}`);
  else say(key, entry.at, 'carried', `${where}, from ${files.map(({ name }) => name).join(' and ')}`);
  for (const one of files) ruleFile(desk, one);
}

/** Fields of a rule that values have. */
const RULE = ['alert', 'record', 'expr', 'for', 'labels', 'annotations'];

function ruleFile(desk: Desk, file: TextFile): void {
  eachKey(desk, file, (key, block, say) => {
    if (key === 'groups')
      for (const [index, group] of listAt(block).entries()) ruleGroup(desk, `${key}.${index}`, group, say);
    else if (key !== '') say(key, block.at, 'left out', 'Prometheus knows `groups` alone');
  });
}

function ruleGroup(desk: Desk, key: string, group: Tree, say: SayOf): void {
  const rules = listAt(group, 'rules');
  const open = rules.filter((rule, number) => {
    const isOpen = !textsIn(plainValue(rule) as JsonValue).some(isConfidential);
    const says = 'it seems to hold a secret: write it into the values without';
    if (!isOpen) say(`${key}.rules.${number}`, rule.at, 'asked', says);
    return isOpen;
  });
  if (open.length > 0) {
    const where = add(desk, RULES, ...open.map(ruleOf));
    const isByJob = open.some((rule) => /\bjob\s*[=!]/.test(textAt(rule, 'expr')));
    const says = `${where}: in one group with the other rules of the chart, not in ${textAt(group, 'name')}`;
    if (isByJob)
      say(
        key,
        group.at,
        'assumed',
        `${says}; the label \`job\` in an expression is the name of the Service here`,
      );
    else say(key, group.at, 'carried', says);
  }
  for (const [field, one] of fieldsAt(group))
    if (field !== 'name' && field !== 'rules')
      say(
        `${key}.${field}`,
        one.at,
        'left out',
        'rules are evaluated as `prometheus.config.evaluationInterval` says',
      );
  for (const [number, rule] of rules.entries())
    for (const [field, one] of fieldsAt(rule))
      if (!RULE.includes(field))
        say(
          `${key}.rules.${number}.${field}`,
          one.at,
          'left out',
          'rules of the values have no place for it',
        );
}

function ruleOf(rule: Tree): JsonObject {
  const fields = RULE.flatMap((key): (readonly [string, JsonValue])[] => {
    const one = treeAt(rule, key);
    if (one?.kind === 'fields') return [[key, textsAt(one)]];
    const text = textOf(one) ?? '';
    return text === '' || (key === 'for' && text === '0') ? [] : [[key, text]];
  });
  return Object.fromEntries(fields);
}

function alerting(desk: Desk, block: Tree, say: SayOf): void {
  for (const [key, one] of fieldsAt(block))
    if (key !== 'alertmanagers') say(`alerting.${key}`, one.at, 'left out', 'the chart has no value for it');
  for (const [index, one] of listAt(block, 'alertmanagers').entries()) {
    const targets = listAt(one, 'static_configs').flatMap((group) => listAt(group, 'targets'));
    const hosts = targets.map(
      (target) => (textOf(target) ?? '').replace(/^\w+:\/\//, '').split(/[:/]/)[0] ?? '',
    );
    const isOwn = hosts.map((host) => partAt(desk, host)?.role).every(isAlertmanager);
    const key = `alerting.alertmanagers.${index}`;
    if (hosts.length === 0 && listAt(one, 'static_configs').length > 0)
      say(key, one.at, 'left out', 'it names no target');
    else if (isOwn && hosts.length > 0 && desk.hasMembers)
      say(key, one.at, 'carried', '`prometheus` finds `alertmanager` beside it');
    else if (isOwn && hosts.length > 0)
      say(key, one.at, 'asked', 'name its Service in `prometheus.connections.alertmanager.host`');
    else if (desk.hasMembers)
      say(key, one.at, 'asked', 'name it in `global.members.alertmanager.external.host`');
    else say(key, one.at, 'asked', 'name it in `prometheus.connections.alertmanager.host`');
  }
}

const isAlertmanager = (
  role: { readonly kind: string; readonly server?: { readonly chart: string } } | undefined,
) => role?.kind === 'server' && role.server?.chart === 'alertmanager';

/** Keys of an entry of `remote_write` with their names in the values. */
const REMOTE: Readonly<Record<string, string>> = {
  url: 'url',
  name: 'name',
  headers: 'headers',
  write_relabel_configs: 'relabelConfigs',
  queue_config: 'queueConfig',
};
const LOGIN = /^(basic_auth|authorization|bearer_token.*|oauth2|sigv4|azuread|google_iam|tls_config)$/;

function remote(desk: Desk, key: string, entry: Tree, say: SayOf): void {
  const { value, withheld } = openOf(entry, key);
  const logins = [...fieldsAt(entry).keys()].filter((name) => LOGIN.test(name));
  const names = namedIn(desk, value);
  const where = '`prometheus.remoteWrite`';
  if (names.length > 0) say(key, entry.at, 'asked', renamed(names, where));
  else if (withheld.length > 0 || logins.length > 0) {
    const secret = secretName(textAt(entry, 'name') || 'remote-write', 'password');
    say(
      key,
      entry.at,
      'asked',
      `it needs ${logins.join(' and ') || 'a secret'}: put that into \`prometheus.credentials\` under \`${secret}\`, and write the entry into ${where} with \`username\` and \`passwordKey: ${secret}\`, \`tokenKey\` for a bearer token, or \`extra\` for the rest`,
    );
  } else {
    const fields = Object.entries(value as JsonObject);
    const headers = textsAt(entry, 'headers');
    const known = fields.flatMap(([name, one]) =>
      REMOTE[name] ? [[REMOTE[name], name === 'headers' ? headers : one] as const] : [],
    );
    const extra = fields.filter(([name]) => REMOTE[name] === undefined);
    const own = {
      ...Object.fromEntries(known),
      ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
    };
    add(desk, ['remoteWrite'], own);
    say(key, entry.at, 'carried', where);
  }
}

/** Settings that are flags too are where those go. */
function storage(desk: Desk, block: Tree, say: SayOf): void {
  const within = (tree: Tree, path: string): void => {
    const text = textOf(tree) ?? '';
    const flag = TABLES.prometheus?.flags?.[path];
    const place = flag && 'path' in flag ? flag : undefined;
    const isWindow = path === 'storage.tsdb.out_of_order_time_window';
    const keys = isWindow ? ['config', 'outOfOrderTimeWindow'] : place?.path.split('.');
    const value = isWindow ? durationOf(text) : place && valueAt(place, text);
    if (tree.kind === 'fields') for (const [key, one] of tree.fields) within(one, `${path}.${key}`);
    else if (keys && value !== undefined) say(path, tree.at, 'carried', put(desk, keys, value));
    else say(path, tree.at, 'left out', 'the chart writes `storage`, and has no value for it');
  };
  within(block, 'storage');
}

function other(desk: Desk, key: string, block: Tree, say: SayOf): void {
  if (key === 'scrape_config_files') {
    say(key, block.at, 'asked', 'write their jobs into `prometheus.extraScrapeConfigs`');
    return;
  }
  const { value, withheld } = openOf(block, key);
  const names = namedIn(desk, value);
  if (names.length > 0) say(key, block.at, 'asked', renamed(names, '`prometheus.config.extra`'));
  else if (block.kind !== 'leaf') {
    say(key, block.at, 'carried', put(desk, ['config', 'extra', key], value));
    sayWithheld(say, 'prometheus', withheld);
  }
}
