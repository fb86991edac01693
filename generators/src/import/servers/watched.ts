import type { WorkloadDefinition } from '../../model/definition.ts';
import type { JsonObject } from '../../schema/index.ts';
import type { Part } from '../roles.ts';
import { add, type Dashboard, type Desk, placeOf, type Scraped, sayer } from './desk.ts';
import { LABEL } from './grafana-files.ts';

/** Metrics of a workload that a server of the project asks for. */
export interface Watched extends Scraped {
  /** Dashboards that come along with them. */
  readonly dashboards: readonly Dashboard[];
}

/** Letters of all dashboards of a workload: they are one ConfigMap. */
const ROOM = 800_000;

/** Programs that do nothing but tell the metrics of something else, by the last word of their image. */
const EXPORTERS = /^(.*[-_]exporter|cadvisor|pushgateway)$/;

/** The workloads whose metrics Prometheus asks for: those that its file names, and exporters. */
function scrapedOf(desks: readonly Desk[]): readonly (readonly [Part, Scraped])[] {
  const named = desks.flatMap((desk) => [...desk.scraped]);
  if (!desks.some(({ chart }) => chart === 'prometheus')) return named;
  const exporters = desks.flatMap(({ part }): readonly (readonly [Part, Scraped])[] => {
    const { role, repository, service } = part;
    const port = service.ports.map(({ container }) => container)[0] ?? service.toldPorts[0];
    const isExporter = role.kind === 'workload' && EXPORTERS.test(repository.split('/').at(-1) ?? '');
    return isExporter && port !== undefined ? [[part, { port, path: '/metrics' }]] : [];
  });
  return [...named, ...exporters.filter(([part]) => named.every(([other]) => other !== part))];
}

/** The workloads that are watched, the first with the dashboards of the project; what has no place there is an object of the chart of Grafana. */
export function watchedOf(desks: readonly Desk[]): ReadonlyMap<Part, Watched> {
  const scraped = scrapedOf(desks);
  const [first] = scraped;
  const along: Dashboard[] = [];
  for (const desk of desks)
    for (const one of desk.dashboards) {
      const say = (verdict: 'carried' | 'asked', says: string) =>
        sayer(desk, one.file)('', placeOf(one.file), verdict, says);
      const room = ROOM - along.reduce((sum, { text }) => sum + text.length, 0);
      const isAlike = along.every(({ name, folder }) => name !== one.name && folder === one.folder);
      if (first && isAlike && one.text.length <= room) {
        along.push(one);
        say(
          'carried',
          `\`src/files/dashboards/${one.name}\`, with the feature \`monitoring\` of \`${first[0].service.name}\`; \`ci/metrics.txt\` lists the metrics that it asks for`,
        );
      } else if (desk.hasMembers) say('carried', add(desk, ['extraObjects'], objectOf(one)));
      else say('asked', `bring it in a ConfigMap with the label ${LABEL}`);
    }
  return new Map(
    scraped.map(([part, metrics], index) => [part, { ...metrics, dashboards: index === 0 ? along : [] }]),
  );
}

/** A dashboard as an object of the chart of Grafana. */
function objectOf({ name, text, folder }: Dashboard): JsonObject {
  const own = name
    .toLowerCase()
    .replace(/\.json$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `{{ include "grafana.fullname" . }}-${own}`,
      labels: { grafana_dashboard: '1' },
      ...(folder !== '' && { annotations: { grafana_folder: folder } }),
    },
    data: { [name]: text },
  };
}

/** A workload with its metrics; a port that nobody else uses comes along. */
export function withMetrics(
  definition: WorkloadDefinition,
  watched: Watched | undefined,
): WorkloadDefinition {
  if (watched === undefined || definition.features?.monitoring !== undefined) return definition;
  const { port, path, dashboards } = watched;
  const { ports = {}, features, values } = definition;
  const [named] = Object.entries(ports).find(([, one]) =>
    typeof one === 'number' ? one === port : one.port === port || one.service === port,
  ) ?? ['metrics' in ports ? `port-${port}` : 'metrics'];
  const monitoring = {
    ...(named !== 'http' && { port: named }),
    ...(path !== '/metrics' && { path }),
    ...(dashboards.length > 0 && { dashboards: dashboards.map(({ name }) => name) }),
  };
  const folder = dashboards[0]?.folder ?? '';
  return {
    ...definition,
    ports: named in ports ? ports : { ...ports, [named]: port },
    features: { ...features, monitoring },
    ...(folder !== '' && {
      values: { ...values, monitoring: { dashboards: { annotations: { grafana_folder: folder } } } },
    }),
  };
}

/** Values by which a chart that brings its servers itself offers them its metrics and dashboards. */
export function offered(watched: ReadonlyMap<Part, Watched>): JsonObject {
  const all = [...watched.values()];
  if (all.length === 0) return {};
  const grafana = all.some(({ dashboards }) => dashboards.length > 0);
  return { global: { monitoring: { prometheus: true, ...(grafana && { grafana }) } } };
}
