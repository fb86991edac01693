import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { definitionText } from '../../nx/chart/definition-text.ts';
import type { JsonObject } from '../../schema/index.ts';
import type { Imported } from '../assembled.ts';
import { importCompose } from '../import.ts';

export const CHARTS = ['postgres', 'redis', 'grafana', 'prometheus', 'alertmanager', 'jaeger'];
/** What no text that is written may have. */
export const SECRET = 'topsecret';
export const WEB = '  web: { image: "example/web:1", ports: ["80:8000"] }\n';
export const PROMETHEUS = '  metrics: { image: "prom/prometheus:v3", volumes: ["./prom:/etc/prometheus"] }\n';
export const ALERTMANAGER =
  '  alerts: { image: "prom/alertmanager:v0.28", volumes: ["./am:/etc/alertmanager"] }\n';
export const GRAFANA =
  '  dash: { image: "grafana/grafana:12", volumes: ["./graf:/etc/grafana/provisioning", "./boards:/boards"] }\n';

export type Files = Readonly<Record<string, string>>;

/** What a project of the given services and files becomes. */
export function imported(services: string, files: Files, split = true) {
  const folder = mkdtempSync(join(tmpdir(), 'server-files-'));
  try {
    for (const [name, text] of Object.entries({ 'compose.yaml': `services:\n${services}`, ...files })) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const file = join(folder, 'compose.yaml');
    return seen(importCompose({ files: [file], charts: CHARTS, name: 'shop', split }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The charts, the values of servers, and what is said of a file or an entry; fails where a secret is in it. */
export function seen({ charts, umbrella, lines, report }: Imported) {
  const texts = charts.map(({ definition, files }) => definitionText(definition) + JSON.stringify(files));
  if ([...texts, JSON.stringify(umbrella), report].some((text) => text?.includes(SECRET)))
    throw new Error(`There is a secret in ${texts.join('')}${JSON.stringify(umbrella)}${report}`);
  return {
    charts: charts.map(({ definition }) => definition),
    chartFiles: charts.map(({ files }) => files),
    values: (umbrella?.preset ?? charts[0]?.definition.values) as JsonObject | undefined,
    said: (name: string) =>
      Object.fromEntries(
        lines
          .filter(({ path, of }) => of === name || path === name)
          .map(({ path, of, verdict, says }) => [
            path.slice((of ?? '').length).trim(),
            `${verdict}: ${says}`,
          ]),
      ),
  };
}
