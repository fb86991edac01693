import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Prometheus itself adds for each target and each alert. */
const OF_PROMETHEUS = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'ALERTS',
  'ALERTS_FOR_STATE',
];

/** The metrics that a chart's pods are documented to have. */
export interface MetricNames {
  readonly names: ReadonlySet<string>;
  /** What is wrong with the list. */
  readonly findings: readonly string[];
}

/**
 * Reads `ci/metrics.txt` of a chart's folder: one name on each line, below a `#` comment that names the source of the ones
 * that follow. Only the metrics of Prometheus itself where there is no such file.
 */
export function metricNames(folder: string): MetricNames {
  const file = join(folder, 'ci/metrics.txt');
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
    : [];
  const written = lines.filter((line) => line !== '');
  const names = written.filter((line) => !line.startsWith('#'));
  return {
    names: new Set([...OF_PROMETHEUS, ...names]),
    findings: [
      ...(written[0]?.startsWith('#') === false
        ? [`${file}: no comment names the source of ${written[0]}`]
        : []),
      ...names
        .filter((name) => !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        .map((name) => `${file}: ${name} is no name of a metric`),
      ...names
        .filter((name, index) => names.indexOf(name) !== index)
        .map((name) => `${file}: ${name} stands there twice`),
    ],
  };
}
