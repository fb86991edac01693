import { isSecret } from '../compose/secret-names.ts';
import type { Verdict } from '../report.ts';
import { add, configOf, type Desk, put, sayer, type TextFile } from './desk.ts';
import { valueAt } from './place.ts';
import { TABLES } from './tables.ts';
import { isConfidential, secretName } from './withheld.ts';

/** A setting of a file that has one in each line. */
interface Setting {
  /** Of an INI file; empty for one above all sections. */
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** Number of its line. */
  readonly line: number;
}

/** How servers write settings in lines. */
const FORMS = {
  /** `maxmemory 256mb` */
  redis: /^(?<name>\S+)\s*(?<value>.*)$/,
  /** `work_mem = '8MB' # for reports` */
  postgres: /^(?<name>[\w.]+)\s*=?\s*(?<value>'(?:[^']|'')*'|[^#]*)/,
  /** `root_url = https://…` */
  ini: /^(?<name>[^=]+?)\s*=\s*(?<value>.*)$/,
};

function settingsIn(text: string, form: RegExp): readonly Setting[] {
  let section = '';
  return text.split('\n').flatMap((written, index): readonly Setting[] => {
    const line = written.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) return [];
    const [, title] = form === FORMS.ini ? (/^\[(.+)\]$/.exec(line) ?? []) : [];
    if (title !== undefined) section = title.trim();
    const { name, value = '' } = form.exec(line)?.groups ?? {};
    return name === undefined || title !== undefined
      ? []
      : [{ section, name, value: value.trim(), line: index + 1 }];
  });
}

const unquoted = (value: string, quote: string) =>
  value.length > 1 && value.startsWith(quote) && value.endsWith(quote)
    ? value.slice(1, -1).replaceAll(quote + quote, quote)
    : value;

/** What redis.conf says, which is the first argument of the server. */
export function redisFiles(desk: Desk): void {
  const { entrypoint = [], command = [] } = desk.part.service;
  const words = [...entrypoint, ...command].flatMap((word) => word.split(/\s+/));
  const file = desk.texts.find(({ target }) => words.includes(target));
  if (file === undefined) return;
  const say = sayer(desk, file);
  const all = settingsIn(file.text, FORMS.redis).map((one) => ({ ...one, name: one.name.toLowerCase() }));
  const several = (name: string) =>
    all.filter((one) => one.name === name).map(({ value }) => unquoted(value, '"'));
  for (const { name, value, line } of all) {
    const values = several(name);
    const [, renamed] = name === 'rename-command' ? (/^(\w+)\s+""$/.exec(value) ?? []) : [];
    const given = name === 'save' ? values.map((one) => one || '""').join(' ') : unquoted(value, '"');
    say(
      name,
      `${file.where}:${line}:1`,
      ...(renamed
        ? (['carried', add(desk, ['disabledCommands'], renamed.toUpperCase())] as const)
        : settingOf(desk, name, given, values)),
    );
  }
}

/** What postgresql.conf says. */
export function postgresConf(desk: Desk): void {
  const file =
    configOf(desk, 'c config_file', '/etc/postgresql/postgresql.conf') ?? configOf(desk, 'config_file', '');
  if (file === undefined) return;
  const say = sayer(desk, file);
  for (const { name, value, line } of settingsIn(file.text, FORMS.postgres))
    say(name, `${file.where}:${line}:1`, ...settingOf(desk, name.toLowerCase(), unquoted(value, "'")));
}

/** What becomes of a setting: the same as of a flag of that name. */
function settingOf(
  desk: Desk,
  name: string,
  given: string,
  all: readonly string[] = [given],
): readonly [Verdict, string] {
  const table = TABLES[desk.chart] ?? {};
  const place = table.flags?.[name] ?? (name.startsWith('tls-') ? table.flags?.['tls-*'] : undefined);
  if (place && 'instead' in place) return [place.verdict ?? 'left out', place.instead];
  if (place === undefined && (isSecret(name, given) || isConfidential(given)))
    return ['asked', `it seems to be a secret: \`${desk.chart}\` makes its passwords itself`];
  if (place === undefined) {
    const value = all.length > 1 ? all : (valueAt({ path: '', form: 'number' }, given) ?? given);
    return ['carried', put(desk, [table.otherFlags ?? '', name], value)];
  }
  const value = valueAt(place, given);
  const path = place.path.split('.');
  if (value === undefined)
    return ['asked', `set \`${[desk.chart, ...path].join('.')}\`, which is written in another way`];
  return ['carried', put(desk, path, value)];
}

/** Sections of grafana.ini that values have a block of their own for, or the chart decides. */
const SECTIONS: Readonly<Record<string, readonly [Verdict, string]>> = {
  paths: ['left out', 'the chart decides where its data is'],
  database: ['asked', 'its database is a file, or that of `grafana.connections.postgres`'],
  smtp: ['asked', 'set `grafana.smtp`, which lets mail out too'],
  'auth.ldap': ['asked', 'write its file into `grafana.ldap.toml`'],
  '': ['left out', 'values have settings of sections alone'],
};

/** What grafana.ini says, by the variables of the same settings. */
export function grafanaIni(desk: Desk, file: TextFile): void {
  const say = sayer(desk, file);
  for (const { section, name, value, line } of settingsIn(file.text, FORMS.ini))
    say(
      [section, name].filter(Boolean).join('.'),
      `${file.where}:${line}:1`,
      ...iniSetting(desk, section, name, unquoted(value, '"')),
    );
}

/** Keys of which the chart takes no text: those that hold a secret in Grafana. */
const REFUSED =
  /(^|_)(password|pass|secret|token|(private|secret|api|encryption|account)_key|secret_access_key|license_text)$/i;

function iniSetting(desk: Desk, section: string, name: string, given: string): readonly [Verdict, string] {
  const where = `\`grafana.config.ini.${section}.${name}\``;
  const variable = `GF_${section}_${name}`.replace(/[.-]/g, '_').toUpperCase();
  const place = TABLES.grafana?.variables?.[variable];
  const block = SECTIONS[section];
  if (block) return block;
  if (!/^[a-z0-9_.-]+$/.test(section) || !/^\w+$/.test(name)) return ['left out', 'values take no such name'];
  if (place && 'instead' in place) return [place.verdict ?? 'left out', place.instead];
  if (variable === 'GF_SECURITY_ADMIN_PASSWORD' || variable === 'GF_SECURITY_SECRET_KEY')
    return ['left out', 'it is generated: bring another in the Secret of `grafana`'];
  const secret = secretName(section, name);
  const isText = given !== '' && !/^(true|false|-?[\d.]+)$/.test(given);
  if (isSecret(name, given) || isConfidential(given) || (REFUSED.test(name) && isText))
    return [
      'asked',
      `it is a secret, or its name says so: put it into \`grafana.credentials\` under \`${secret}\`, and write \`$__file{/run/credentials/${secret}}\` into ${where}`,
    ];
  if (/\$\{|\$__/.test(given)) return ['asked', `write ${where} with values in place of its variables`];
  if (given === '') return ['left out', 'nothing stands there'];
  const value = place
    ? valueAt(place, given)
    : (valueAt({ path: '', form: 'number' }, given) ?? truth(given));
  if (value === undefined)
    return ['asked', `set \`grafana.${place?.path ?? ''}\`, which is written in another way`];
  return ['carried', put(desk, place ? place.path.split('.') : ['config', 'ini', section, name], value)];
}

const truth = (given: string) => (/^(true|false)$/.test(given) ? given === 'true' : given);
