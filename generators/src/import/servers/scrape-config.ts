import type { JsonObject, JsonValue } from '../../schema/index.ts';
import { textOf } from '../compose/merge.ts';
import type { Tree } from '../compose/tree.ts';
import { fieldsAt, listAt, plainValue, textAt } from '../manifests/objects.ts';
import type { Verdict } from '../report.ts';
import { add, type Desk, namedIn, partAt, renamed, type SayOf } from './desk.ts';
import { openOf, sayWithheld } from './withheld.ts';

const EXTRA = '`prometheus.extraScrapeConfigs`';
/** Name of the job that the chart itself has. */
const CHARTS_JOB = 'services';
/** Names by which a container knows its machine. */
const MACHINE = /^(host|gateway)\.docker\.internal$|^docker\.for\.(mac|win)\./;
const ITSELF = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])$/;

/** Keys of a job that its targets in the project have no need of, or no place for. */
const OWN_KEYS: Readonly<Record<string, readonly [Verdict, string]>> = {
  job_name: ['assumed', 'the label `job` of its series is the name of the Service here'],
  metrics_path: ['carried', 'the path of `monitoring`'],
  scheme: ['assumed', 'pods are scraped as their port says: by https where it has TLS'],
  scrape_interval: ['left out', 'all are scraped as `prometheus.config.scrapeInterval` says'],
  scrape_timeout: ['left out', 'all are scraped as `prometheus.config.scrapeTimeout` says'],
};
const LOGIN = /^(basic_auth|authorization|bearer_token.*|oauth2)$/;

/** What becomes of a job of `scrape_configs`: features of workloads, what charts do themselves, and an entry of the values for the rest. */
export function jobOf(desk: Desk, key: string, job: Tree, say: SayOf): void {
  const discovery = [...fieldsAt(job).keys()].filter((name) => name.endsWith('_sd_configs'));
  const told = discovery.map((name) => discovered(name, job)).find((words) => words !== undefined);
  if (told) {
    say(key, job.at, ...told);
    return;
  }
  const isRewritten = listAt(job, 'relabel_configs').some(
    (one) => textAt(one, 'target_label') === '__address__',
  );
  const path = textAt(job, 'metrics_path') || '/metrics';
  let own = 0;
  const statics = listAt(job, 'static_configs').flatMap((group, index) => {
    const targets = listAt(group, 'targets').filter((target, number) => {
      const words = isRewritten ? undefined : targetOf(desk, textOf(target) ?? '', path);
      if (words) say(`${key}.static_configs.${index}.targets.${number}`, target.at, ...words);
      if (words) own += 1;
      return words === undefined;
    });
    return targets.length === 0 ? [] : [{ group, targets }];
  });
  if (statics.length === 0 && discovery.length === 0 && own > 0) ownKeys(key, job, say);
  else if (statics.length === 0 && discovery.length === 0) say(key, job.at, 'left out', 'it names no target');
  else {
    const { value, withheld } = openOf(job, key);
    const groups = statics.map(({ group, targets }) => ({
      ...(openOf(group).value as JsonObject),
      targets: targets.map((target) => plainValue(target) as JsonValue),
    }));
    const name = textAt(job, 'job_name');
    const entry: JsonObject = {
      ...(value as JsonObject),
      ...(groups.length > 0 && { static_configs: groups }),
      ...(name === CHARTS_JOB && { job_name: `${name}-outside` }),
    };
    const names = namedIn(desk, entry);
    if (names.length > 0) say(key, job.at, 'asked', renamed(names, EXTRA));
    else {
      add(desk, ['extraScrapeConfigs'], entry);
      const why = name === CHARTS_JOB ? `, as ${name}-outside: the chart has a job of that name` : '';
      say(
        key,
        job.at,
        'carried',
        `${EXTRA}${why}; a NetworkPolicy lets it out by \`prometheus.networkPolicy.extraEgress\``,
      );
      sayWithheld(say, 'prometheus', withheld, name);
    }
  }
}

/** What is said of a job whose targets are found; undefined where that goes on. */
function discovered(name: string, job: Tree): readonly [Verdict, string] | undefined {
  const found = 'what announces its metrics by `monitoring` is found';
  if (/^docker/.test(name)) return ['left out', `there is no Docker in a cluster: ${found}`];
  if (name === 'file_sd_configs')
    return ['asked', `write the targets of its files as \`static_configs\` into ${EXTRA}`];
  if (name !== 'kubernetes_sd_configs') return undefined;
  const isByAnnotation = JSON.stringify(plainValue(job)).includes('prometheus_io_scrape');
  if (isByAnnotation)
    return ['carried', `every Service of the namespace with the annotations is found, and ${found}`];
  return [
    'asked',
    `${found}, in its own namespace; for the rest write the job into ${EXTRA}, and give the ServiceAccount of \`prometheus\` a Role`,
  ];
}

/** What becomes of a target that is no address outside. */
function targetOf(desk: Desk, text: string, path: string): readonly [Verdict, string] | undefined {
  const [, scheme = 'http', host = '', port] =
    /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/]+)(?::(\d+))?/.exec(text) ?? [];
  if (MACHINE.test(host))
    return ['asked', `write the address of that machine into ${EXTRA}: a pod does not know it by this name`];
  const part = partAt(desk, host);
  if (part === desk.part || (ITSELF.test(host) && (port ?? '9090') === '9090'))
    return ['carried', '`prometheus` has its own metrics'];
  if (ITSELF.test(host)) return ['left out', 'nothing else listens in the pod of `prometheus`'];
  if (part === undefined) return undefined;
  const { role, service } = part;
  if (role.kind === 'server')
    return ['carried', `\`${role.server.chart}\` announces what metrics it has itself`];
  if (role.kind === 'job')
    return ['left out', `\`${service.name}\` is a Job here, which is gone when it ends`];
  if (role.kind !== 'workload') return ['left out', `\`${service.name}\` is no workload here`];
  const number = Number(port ?? (scheme === 'https' ? 443 : 80));
  const before = desk.scraped.get(part);
  if (before && (before.port !== number || before.path !== path))
    return [
      'asked',
      `\`monitoring\` of \`${service.name}\` has one port and path, those of the target before`,
    ];
  desk.scraped.set(part, { port: number, path });
  return ['carried', `the feature \`monitoring\` of \`${service.name}\``];
}

function ownKeys(key: string, job: Tree, say: SayOf): void {
  for (const [name, one] of fieldsAt(job)) {
    if (name === 'static_configs') {
      for (const [index, group] of listAt(one).entries())
        for (const [field, below] of fieldsAt(group))
          if (field !== 'targets')
            say(
              `${key}.${name}.${index}.${field}`,
              below.at,
              'left out',
              'its series have the labels `namespace`, `service` and `pod`',
            );
    } else if (LOGIN.test(name))
      say(`${key}.${name}`, one.at, 'asked', 'pods are scraped without a login: let the path answer without');
    else
      say(
        `${key}.${name}`,
        one.at,
        ...(OWN_KEYS[name] ?? (['left out', '`monitoring` has no place for it'] as const)),
      );
  }
}
