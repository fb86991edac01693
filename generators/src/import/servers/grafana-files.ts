import { isObject, type JsonObject, type JsonValue } from '../../schema/index.ts';
import type { Tree } from '../compose/tree.ts';
import { listAt, textAt } from '../manifests/objects.ts';
import type { Verdict } from '../report.ts';
import { grafanaIni } from './conf.ts';
import {
  add,
  type Desk,
  eachKey,
  namedIn,
  partAt,
  placeOf,
  renamed,
  type SayOf,
  sayer,
  type TextFile,
  textsIn,
} from './desk.ts';
import { isConfidential, openOf, sayWithheld } from './withheld.ts';

const ROOT = '/etc/grafana/provisioning';
/** Servers that the chart makes a data source of, with its uid there. */
const FOUND: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  jaeger: 'Jaeger',
};
/** By which Grafana finds dashboards. */
export const LABEL = '`grafana_dashboard: "1"`';
const secretForm = (key: string, secret: string) => `${key}: $__file{/run/credentials/${secret}}`;

/** What is provisioned, the dashboards, and grafana.ini. https://grafana.com/docs/grafana/latest/administration/provisioning */
export function grafanaFiles(desk: Desk): void {
  const said = desk.part.service.environment.find(({ name }) => name === 'GF_PATHS_PROVISIONING')?.value;
  const root = said || ROOT;
  const below = (folder: string) =>
    desk.texts.filter(({ target }) => target.startsWith(`${root}/${folder}/`) && /\.ya?ml$/.test(target));
  const uids = new Map<string, string>();
  for (const file of below('datasources')) datasources(desk, file, uids);
  const providers = below('dashboards').flatMap((file) => providersOf(desk, file));
  for (const file of below('alerting')) alerting(desk, file, uids);
  for (const file of desk.texts.filter(({ target }) => target.endsWith('.json')))
    dashboard(desk, file, providers, uids);
  const ini = desk.texts.find(({ target }) => target === '/etc/grafana/grafana.ini');
  if (ini) grafanaIni(desk, ini);
}

/** Data sources of servers of the project are there by themselves; others go into the values. */
function datasources(desk: Desk, file: TextFile, uids: Map<string, string>): void {
  eachKey(desk, file, (key, block, say) => {
    if (key === 'apiVersion' || key === 'prune') say(key, block.at, 'carried', 'the chart writes it');
    else if (key === 'datasources')
      for (const [index, one] of listAt(block).entries()) datasource(desk, `${key}.${index}`, one, say, uids);
    else if (key !== '') say(key, block.at, 'left out', 'what is no longer among the values is deleted');
  });
}

function datasource(desk: Desk, key: string, source: Tree, say: SayOf, uids: Map<string, string>): void {
  const host = /^\w+:\/\/(?:[^/@]*@)?([^/:]+)/.exec(textAt(source, 'url'))?.[1] ?? '';
  const role = partAt(desk, host)?.role;
  const chart = role?.kind === 'server' ? role.server.chart : '';
  const name = FOUND[chart];
  if (name !== undefined && textAt(source, 'type') === chart) {
    for (const one of [textAt(source, 'uid'), textAt(source, 'name')]) if (one !== '') uids.set(one, chart);
    if (desk.hasMembers)
      say(
        key,
        source.at,
        'carried',
        `\`grafana\` finds \`${chart}\` beside it, as \`${name}\` with the uid \`${chart}\``,
      );
    else say(key, source.at, 'asked', `name its Service in \`grafana.connections.${chart}.host\``);
    return;
  }
  const { value, withheld } = openOf(source, key);
  const { secureJsonData: _, isDefault, editable, ...own } = value as JsonObject;
  const names = namedIn(desk, own);
  const where = '`grafana.extraDatasources`';
  const isVariable = textsIn(own).some((text) => /\$\{?[A-Za-z]/.test(text));
  const isTaken = isFound(desk, [own.name, own.uid]);
  if (names.length > 0) say(key, source.at, 'asked', renamed(names, where));
  else if (isVariable)
    say(key, source.at, 'asked', `write it into ${where}, with values in place of its variables`);
  else if (isTaken)
    say(
      key,
      source.at,
      'asked',
      `write it into ${where} under another name and uid: the chart has one of it`,
    );
  else {
    const isFirst = isDefault === true && !isFound(desk, ['prometheus']);
    add(desk, ['extraDatasources'], { ...own, ...(isFirst && { isDefault }) });
    say(key, source.at, 'carried', where);
    if (isDefault === true && !isFirst)
      say(`${key}.isDefault`, source.at, 'left out', 'the default is `Prometheus`, and there is one alone');
    if (editable !== undefined)
      say(`${key}.editable`, source.at, 'left out', 'what values say is not edited');
    sayWithheld(say, 'grafana', withheld, textAt(source, 'name'), secretForm);
  }
}

/** Whether a name or uid is that of a data source which the chart makes of a server beside it. */
function isFound({ parts, hasMembers }: Desk, names: readonly (JsonValue | undefined)[]): boolean {
  return parts.some(({ role }) => {
    const chart = role.kind === 'server' ? role.server.chart : '';
    const name = FOUND[chart];
    return hasMembers && name !== undefined && (names.includes(chart) || names.includes(name));
  });
}

interface Provider {
  readonly path: string;
  readonly folder: string;
}

/** Where dashboards are, and which folder shows them. */
function providersOf(desk: Desk, file: TextFile): readonly Provider[] {
  const found: Provider[] = [];
  eachKey(desk, file, (key, block, say) => {
    if (key === 'apiVersion') say(key, block.at, 'carried', 'the chart writes it');
    else if (key === 'providers' || key === '')
      for (const [index, one] of listAt(block).entries())
        found.push(providerOf(desk, [key, index].filter((word) => word !== '').join('.'), one, say));
  });
  return found;
}

function providerOf(desk: Desk, key: string, provider: Tree, say: SayOf): Provider {
  const path = textAt(provider, 'options', 'path') || textAt(provider, 'options', 'folder');
  const isThere = desk.texts.some(({ target }) => target.startsWith(`${path}/`) && target.endsWith('.json'));
  const [verdict, says]: readonly [Verdict, string] = isThere
    ? ['carried', `\`grafana\` shows every ConfigMap of the namespace with the label ${LABEL}`]
    : [
        'asked',
        `no dashboard of ${path} is there: bring each in a ConfigMap with the label ${LABEL}, or name it in \`grafana.dashboards\``,
      ];
  say(key, provider.at, verdict, says);
  if (textAt(provider, 'allowUiUpdates') === 'true')
    say(
      `${key}.allowUiUpdates`,
      provider.at,
      'left out',
      'dashboards of ConfigMaps are not saved from the page: save a copy',
    );
  return { path, folder: textAt(provider, 'folder') };
}

function dashboard(
  desk: Desk,
  file: TextFile,
  providers: readonly Provider[],
  uids: ReadonlyMap<string, string>,
): void {
  const say = sayer(desk, file);
  const [provider] = providers
    .filter(({ path }) => path !== '' && file.target.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length);
  const read = jsonOf(file.text);
  if (read === undefined)
    say(
      '',
      placeOf(file),
      'asked',
      `it is no dashboard in JSON: bring it in a ConfigMap with the label ${LABEL}`,
    );
  else if (textsIn(read).some(isConfidential))
    say(
      '',
      placeOf(file),
      'asked',
      `it seems to hold a secret: bring it in a ConfigMap with the label ${LABEL} without`,
    );
  else {
    const own = withSources(read, uids);
    const isSame = JSON.stringify(own) === JSON.stringify(read);
    const name = (file.target.split('/').at(-1) ?? '').replace(/[^\w.-]+/g, '-');
    const text = isSame ? file.text : `${JSON.stringify(own, null, 2)}\n`;
    desk.dashboards.push({ file, name, text, folder: provider?.folder ?? '' });
    if (!isSame) say('', placeOf(file), 'carried', 'its data sources have the uids that they have here');
  }
}

function jsonOf(text: string): JsonObject | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? (read as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** A dashboard or rule with the uids of data sources as the chart has them; `${DS_…}` is that of Prometheus. */
function withSources(value: JsonValue, uids: ReadonlyMap<string, string>): JsonValue {
  const uidOf = (text: string) => (/^\$\{DS_\w*\}$/.test(text) ? 'prometheus' : (uids.get(text) ?? text));
  if (Array.isArray(value)) return value.map((one) => withSources(one, uids));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, one]) => {
      if ((key === 'datasource' || key === 'datasourceUid') && typeof one === 'string')
        return [key, uidOf(one)];
      if (key === 'datasource' && isObject(one) && typeof (one as JsonObject).uid === 'string')
        return [key, { ...(one as JsonObject), uid: uidOf((one as JsonObject).uid as string) }];
      return [key, withSources(one, uids)];
    }),
  );
}

const ALERTING =
  /^(groups|contactPoints|policies|templates|muteTimes|delete(Rules|ContactPoints|Templates|MuteTimes)|resetPolicies)$/;

/** Rules, contact points and policies; one with a secret is for a person, and so is a policy that leads there, as Grafana refuses to start otherwise. */
function alerting(desk: Desk, file: TextFile, uids: ReadonlyMap<string, string>): void {
  const where = '`grafana.alerting`';
  const closed = new Set<string>();
  const read = (key: string, list: Tree, say: SayOf) => {
    if (key === 'apiVersion') say(key, list.at, 'carried', 'the chart writes it');
    else if (key !== '' && !ALERTING.test(key)) say(key, list.at, 'left out', `${where} has no place for it`);
    else
      for (const [index, one] of listAt(list).entries()) {
        const at = `${key}.${index}`;
        const { value, withheld } = openOf(one, at);
        const names = namedIn(desk, value);
        const missing = textsIn(value).filter((text) => key === 'policies' && closed.has(text));
        const says =
          withheld.length > 0
            ? `write it into ${where}: put its secret into \`grafana.credentials\`, and name it as \`$__file{/run/credentials/KEY}\``
            : names.length > 0
              ? renamed(names, where)
              : missing.length > 0
                ? `write it into ${where}, once \`${missing[0]}\` is there`
                : undefined;
        if (says === undefined)
          say(at, one.at, 'carried', add(desk, ['alerting', key], withSources(value, uids)));
        else {
          say(at, one.at, 'asked', says);
          closed.add(textAt(one, 'name'));
        }
      }
  };
  eachKey(desk, file, read, (key) => Number(key === 'policies'));
}
