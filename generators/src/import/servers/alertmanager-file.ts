import { isObject, type JsonObject, type JsonValue } from '../../schema/index.ts';
import { textOf } from '../compose/merge.ts';
import type { Tree } from '../compose/tree.ts';
import { fieldsAt, listAt, plainValue, textAt } from '../manifests/objects.ts';
import {
  add,
  configOf,
  type Desk,
  durationOf,
  eachKey,
  matching,
  namedIn,
  placeOf,
  put,
  renamed,
  type SayOf,
  sayer,
  type TextFile,
} from './desk.ts';
import { isConfidential, type Open, openOf, sayWithheld, secretName } from './withheld.ts';

/** Lists that values have as they are. */
const LISTS: Readonly<Record<string, string>> = {
  inhibit_rules: 'inhibitRules',
  time_intervals: 'timeIntervals',
  mute_time_intervals: 'timeIntervals',
};

/** What alertmanager.yml says. https://prometheus.io/docs/alerting/latest/configuration */
export function alertmanagerFiles(desk: Desk): void {
  const file = configOf(desk, 'config.file', '/etc/alertmanager/alertmanager.yml');
  if (file === undefined) return;
  const read = (key: string, block: Tree, say: SayOf) => {
    const list = LISTS[key];
    if (key === 'global') globals(desk, block, say);
    else if (key === 'route') route(desk, block, say);
    else if (key === 'receivers')
      for (const [index, one] of listAt(block).entries()) receiver(desk, `${key}.${index}`, one, say);
    else if (key === 'templates')
      for (const [index, one] of listAt(block).entries()) templates(desk, file, `${key}.${index}`, one, say);
    else if (list !== undefined && block.kind === 'list')
      say(
        key,
        block.at,
        'carried',
        add(desk, ['config', list], ...(openOf(block).value as readonly JsonValue[])),
      );
    else if (list === undefined && block.kind !== 'leaf' && key !== '') {
      const { value, withheld } = openOf(block, key);
      say(key, block.at, 'carried', put(desk, ['config', 'extra', key], value));
      sayWithheld(say, 'alertmanager', withheld);
    }
  };
  // Mail of receivers needs the server that stands there.
  eachKey(desk, file, read, (key) => Number(key !== 'global'));
}

const GLOBAL_FILE = (key: string, secret: string) => `config.global.${key}_file: /run/credentials/${secret}`;

function globals(desk: Desk, block: Tree, say: SayOf): void {
  for (const [key, one] of fieldsAt(block)) {
    const text = textOf(one) ?? '';
    const [, host = '', port] = /^(\[[^\]]*\]|[^:]+)(?::(\d+))?$/.exec(text) ?? [];
    const tell = (says: string) => say(`global.${key}`, one.at, 'carried', says);
    if (key === 'resolve_timeout' && durationOf(text) !== undefined)
      tell(put(desk, ['config', 'resolveTimeout'], durationOf(text) ?? text));
    else if (key === 'smtp_smarthost' && host !== '' && namedIn(desk, text).length === 0) {
      const where = put(desk, ['smtp', 'host'], host);
      tell(port === undefined ? where : `${where} and ${put(desk, ['smtp', 'port'], Number(port))}`);
    } else if (key === 'smtp_from') tell(put(desk, ['smtp', 'from'], text));
    else if (key === 'smtp_require_tls') tell(put(desk, ['smtp', 'requireTls'], text === 'true'));
    else if (/^smtp_(auth_|smarthost)/.test(key)) {
      const place = key === 'smtp_smarthost' ? 'host' : 'username';
      say(
        `global.${key}`,
        one.at,
        'asked',
        place === 'host'
          ? renamed(namedIn(desk, text), '`alertmanager.smtp.host`')
          : 'put the password into `alertmanager.credentials` under `smtp-password`, and set `alertmanager.smtp.username`',
      );
    } else {
      const { value, withheld } = openOf(one, `global.${key}`);
      if (withheld.length === 0) tell(put(desk, ['config', 'global', key], value));
      else sayWithheld(say, 'alertmanager', withheld, '', GLOBAL_FILE);
    }
  }
  // Mail needs both, and the chart refuses one alone.
  const smtp = desk.values.smtp;
  if (isObject(smtp) && smtp.host !== undefined && smtp.from === undefined) {
    delete desk.values.smtp;
    say(
      'global.smtp_smarthost',
      block.at,
      'asked',
      'mail has no sender: set `alertmanager.smtp.host` and `smtp.from`',
    );
  }
}

const ROUTE: Readonly<Record<string, string>> = {
  receiver: 'receiver',
  group_by: 'groupBy',
  group_wait: 'groupWait',
  group_interval: 'groupInterval',
  repeat_interval: 'repeatInterval',
  routes: 'routes',
};

function route(desk: Desk, block: Tree, say: SayOf): void {
  for (const [key, one] of fieldsAt(block)) {
    const place = ROUTE[key];
    const plain = plainValue(one) as JsonValue;
    const value = /^group_(wait|interval)$|^repeat_/.test(key) ? durationOf(textOf(one) ?? '') : plain;
    if (place === undefined || value === undefined)
      say(
        `route.${key}`,
        one.at,
        'left out',
        'the first route has no value for it: write it into a route below',
      );
    else say(`route.${key}`, one.at, 'carried', put(desk, ['config', 'route', place], value));
  }
}

/** Kinds of receivers that values have, with the keys of each and their names there. */
const KINDS: Readonly<Record<string, readonly [kind: string, keys: Readonly<Record<string, string>>]>> = {
  email_configs: ['email', { to: 'to', send_resolved: 'sendResolved' }],
  webhook_configs: ['webhook', { url: 'url', send_resolved: 'sendResolved' }],
};
/** The same of those that need a secret, with what a person writes. */
const SECRET_KINDS: Readonly<Record<string, (key: string, entry: Tree) => string>> = {
  email_configs: (_, entry) => `email: [{ to: '${textAt(entry, 'to')}' }]`,
  slack_configs: (key, entry) =>
    `slack: [{ channel: '${textAt(entry, 'channel') || '#…'}', urlKey: ${key} }]`,
  webhook_configs: (key) => `webhook: [{ urlKey: ${key} }]`,
  pagerduty_configs: (key) => `pagerduty: [{ routingKeyKey: ${key} }]`,
};

/** A receiver as values have it, or in Alertmanager's own form; its name stays when it tells nobody yet, as routes lead to it. */
function receiver(desk: Desk, key: string, entry: Tree, say: SayOf): void {
  const name = textAt(entry, 'name');
  const found = [...fieldsAt(entry)].flatMap(([kind, list]) =>
    listAt(list).map((one, index) => ({
      kind,
      one,
      at: `${key}.${kind}.${index}`,
      open: openOf(one, `${key}.${kind}.${index}`),
    })),
  );
  const isOpen = ({ kind, open }: { readonly kind: string; readonly open: Open }) =>
    open.withheld.length === 0 &&
    namedIn(desk, open.value).length === 0 &&
    needsNoSecret(desk, kind, open.value);
  for (const each of found.filter((one) => !isOpen(one))) {
    const secret = secretName(
      name,
      each.kind.replace('_configs', ''),
      each.kind === 'pagerduty_configs' ? 'key' : 'url',
    );
    const names = namedIn(desk, each.open.value);
    const own = SECRET_KINDS[each.kind]?.(secret, each.one);
    const how = own
      ? `write \`${own}\` into \`alertmanager.receivers.${name}\``
      : `write it into \`alertmanager.extraReceivers\` in place of \`alertmanager.receivers.${name}\`, with files below \`/run/credentials\``;
    if (names.length > 0)
      say(each.at, each.one.at, 'asked', renamed(names, `\`alertmanager.receivers.${name}\``));
    else if (each.kind === 'email_configs' && each.open.withheld.length === 0)
      say(each.at, each.one.at, 'asked', `name a mail server in \`alertmanager.smtp\`, and ${how}`);
    else
      say(
        each.at,
        each.one.at,
        'asked',
        `it needs a secret: put it into \`alertmanager.credentials\` under \`${secret}\`, and ${how}`,
      );
  }
  const open = found.filter(isOpen);
  const isPlain =
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) &&
    open.every(({ kind, open: { value } }) => fits(desk, kind, value));
  if (name === 'none' && open.length === 0) {
    say(key, entry.at, 'carried', 'the chart has a receiver of that name, which tells nobody');
    return;
  }
  const kinds: Record<string, JsonValue[]> = {};
  for (const {
    kind,
    open: { value },
  } of open) {
    const [place, keys] = (isPlain && KINDS[kind]) || [kind, undefined];
    const own = keys
      ? Object.fromEntries(
          Object.entries(value as JsonObject).map(([field, one]) => [keys[field] ?? field, one]),
        )
      : value;
    kinds[place] = [...(kinds[place] ?? []), own];
  }
  if (isPlain) put(desk, ['receivers', name], kinds);
  else add(desk, ['extraReceivers'], { name, ...kinds });
  const where = isPlain ? `\`alertmanager.receivers.${name}\`` : '`alertmanager.extraReceivers`';
  say(
    `${key}.name`,
    entry.at,
    'carried',
    found.length > open.length ? `${where}, without what is asked for` : where,
  );
  for (const { at, one } of open) say(at, one.at, 'carried', where);
}

/** Whether a receiver tells somebody without a secret; mail needs a server, its own or that of all. */
function needsNoSecret(desk: Desk, kind: string, value: JsonValue): boolean {
  if (kind === 'email_configs')
    return desk.values.smtp !== undefined || (isObject(value) && 'smarthost' in value);
  return kind === 'webhook_configs' || kind === 'sns_configs';
}

/** Whether values have a place for all that an entry says; mail needs the server that `smtp` names. */
function fits(desk: Desk, kind: string, value: JsonValue): boolean {
  const known = KINDS[kind]?.[1];
  const isThere =
    kind !== 'email_configs' || (isObject(desk.values.smtp) && desk.values.smtp.host !== undefined);
  const isFit = ([key, one]: readonly [string, unknown]) =>
    typeof one === (key === 'send_resolved' ? 'boolean' : 'string');
  const fields = Object.entries(value as JsonObject);
  return known !== undefined && isThere && fields.every((one) => one[0] in known && isFit(one));
}

/** Templates of notifications that an entry of `templates` names. */
function templates(desk: Desk, file: TextFile, key: string, entry: Tree, say: SayOf): void {
  const files = matching(desk, textOf(entry) ?? '', file);
  if (files.length === 0)
    say(
      key,
      entry.at,
      'asked',
      'no such file is there: write the templates into `alertmanager.config.templates`',
    );
  else
    say(
      key,
      entry.at,
      'carried',
      `\`alertmanager.config.templates\`, from ${files.map(({ name }) => name).join(' and ')}`,
    );
  for (const one of files) {
    const tell = sayer(desk, one);
    const name = (one.target.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    if (isConfidential(one.text))
      tell(
        '',
        placeOf(one),
        'asked',
        'it seems to hold a secret: write it into `alertmanager.config.templates` without',
      );
    else
      tell(
        '',
        placeOf(one),
        'carried',
        put(desk, ['config', 'templates', name.replaceAll('.', '-')], one.text),
      );
  }
}
