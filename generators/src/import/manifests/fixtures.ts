import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Imported } from '../assembled.ts';
import { ofOneChart } from '../fixtures.ts';
import { importManifests, type ManifestOptions } from './manifests.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHARTS = ['postgres', 'redis', 'minio', 'ollama', 'grafana'];
let count = 0;

/** Imports files of a folder of their own. */
export async function imported(
  files: Readonly<Record<string, string>>,
  more: Partial<ManifestOptions> = {},
): Promise<ReturnType<typeof ofOneChart<Imported>>> {
  const place = join(folder, String(count++), 'shop');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  return ofOneChart(await importManifests({ files: [place], charts: CHARTS, ...more }));
}

/** Verdict and words of a field. */
export const saidOf = ({ lines }: Imported, path: string) => {
  const found = lines.filter((one) => one.path === path);
  return found.map(({ verdict, says }) => `${verdict}: ${says}`).join(' / ');
};

/** A Deployment with a Service of its name. */
export const web = (container: string, more = '', pod = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
${more}
  template:
    metadata: { labels: { app: web } }
    spec:
${pod}
      containers:
        - name: web
          image: example.com/web:1.2
          ports: [{ containerPort: 8080 }]
${container}
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`;
/** The same of any name, on port 9000. */
export const pod = (name: string, container: string) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, ${container} }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 9000 }] }
`;
