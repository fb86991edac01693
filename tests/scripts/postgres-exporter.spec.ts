import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cases, render } from '../../tools/cases/cases.ts';
import { ofKind, parseManifests, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import { stop } from '../../tools/scripts/network.ts';
import { postgresPrograms } from '../../tools/scripts/postgres-server.ts';
import { ensureDebian } from '../../tools/toolchain/debian.ts';
import { eventually } from './eventually.ts';
import { inNetwork } from './in-network.ts';
import { ask } from './mlflow-process.ts';
import { startPostgres } from './postgres-process.ts';
import { running, scriptsOfCase, sourceOf } from './shipped.ts';

const QUERIES = {
  app: {
    query:
      "select rolname as who, pg_has_role('pg_monitor', 'member')::int as monitor from pg_roles where rolname = current_user",
    metrics: [
      { who: { usage: 'LABEL', description: 'Who asks.' } },
      { monitor: { usage: 'GAUGE', description: 'Whether that is a monitor.' } },
    ],
  },
};

inNetwork(
  'the exporter runs queries of the user, as a monitor',
  { timeout: 300_000 },
  async ({ network }) => {
    await ensureDebian(['prometheus-postgres-exporter']);
    const example = cases().find(({ chart, name }) => chart === 'postgres' && name === 'default');
    if (example === undefined) throw new Error('the chart postgres has no case');
    const { major } = await postgresPrograms();
    const values = ['--set', `image.tag=${major}.1,exporter.enabled=true`];
    const args = [...values, '--set-json', `exporter.queries=${JSON.stringify(QUERIES)}`];
    const objects = parseManifests(await render(example, { args }));
    const container = podSourcesOf(objects)
      .flatMap(({ spec }) => spec.containers)
      .find(({ name }) => name === 'exporter');
    const files = ofKind(objects, 'ConfigMap').find(({ metadata }) => metadata.name.endsWith('-files'));
    const text = (files?.data as { readonly 'queries.yaml'?: string } | undefined)?.['queries.yaml'] ?? '';
    const env = Object.fromEntries((container?.env ?? []).map(({ name, value = '' }) => [name, value]));
    expect(env.PG_EXPORTER_EXTEND_QUERY_PATH).toBe('/etc/postgres-exporter/queries.yaml');
    expect(container?.volumeMounts).toContainEqual({ name: 'files', mountPath: '/etc/postgres-exporter' });

    const folder = mkdtempSync(join(tmpdir(), 'exporter-'));
    chmodSync(folder, 0o755);
    const volumes = { data: join(folder, 'data'), tmp: join(folder, 'tmp'), run: join(folder, 'run') };
    const file = join(folder, 'queries.yaml');
    writeFileSync(file, text);
    const { script } = running(await scriptsOfCase(example, args), sourceOf('charts/postgres/src/start.sh'));
    const server = await startPostgres(script, network, volumes);
    const exporter = network.start('prometheus-postgres-exporter', container?.args ?? [], {
      env: {
        ...env,
        DATA_SOURCE_NAME: (env.DATA_SOURCE_NAME ?? '').replace('/var/run/postgresql', volumes.run),
        PG_EXPORTER_EXTEND_QUERY_PATH: file,
      },
    });
    const metrics = () =>
      ask(network, 'http://127.0.0.1:9187/metrics').then(
        ({ body }) => body,
        () => '',
      );
    const said = await eventually(metrics, (body) => body.includes('app_monitor{'));
    expect(/^app_monitor\{.*$/m.exec(said)?.[0]).toMatch(/who="exporter"\} 1$/);
    await stop(exporter);
    await server.stop();
    rmSync(folder, { recursive: true });
  },
);
