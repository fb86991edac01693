import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeOllama } from '../../tools/scripts/fake-ollama.ts';
import { type Network, openNetwork } from '../../tools/scripts/network.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { airflowPrograms } from './airflow-programs.ts';
import { DRAIN } from './gateway-process.ts';
import { gatewayPrograms } from './gateway-programs.ts';
import { grafanaPrograms } from './grafana-programs.ts';
import { juryPrograms } from './jury-programs.ts';
import { minioPrograms } from './minio-programs.ts';
import { mlflowPrograms } from './mlflow-programs.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { startRedis } from './redis-process.ts';
import {
  howToLook,
  lastLine,
  PASSWORD,
  type ShippedScript,
  shippedScripts,
  sourceOf,
  textOf,
} from './shipped.ts';
import { webServer } from './web-server.ts';

/** How a program that charts ship is run: where all that it needs is there, and where nothing is. */
interface Program {
  readonly works: (shipped: ShippedScript, everything: Network) => Promise<void>;
  readonly fails?: (shipped: ShippedScript, nothing: Network) => Promise<void>;
}

const OLLAMA_PORT = '11434';
const REDIS_PORT = '6379';
/** The probes of Redis need its TLS and its replicas: tests/scripts/redis-modes.spec.ts runs them there. */
const RUN_BESIDE: readonly string[] = [
  '$CLI ping | grep -q PONG',
  '$CLI info replication | grep -q ^master_link_status:up',
  // tests/scripts/rollout.spec.ts stops a pod with it.
  DRAIN,
  // tests/scripts/postgres-exporter.spec.ts runs the exporter.
  '--web.listen-address=:9187',
  '--web.listen-address=:9187 --collector.stat_statements',
];

const check: Program = {
  async works({ script, hosts }, network) {
    const result = await runScript(script, { network, hosts });
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.output.trim()).toBe(
      `${script.env.SERVICE} answers at ${script.env.URL ?? `${script.env.HOST}:${script.env.PORT}`}`,
    );
  },
  async fails({ script, hosts }, network) {
    const result = await runScript({ ...script, env: { ...script.env, TIMEOUT: '0' } }, { network, hosts });
    expect(result).toMatchObject({ exitCode: 1 });
    const look = howToLook(script);
    if (look !== '')
      expect(look).toMatch(/^wave \d+: \S+ did not come up; look with: kubectl describe pods,jobs /);
    expect(lastLine(result.output)).toContain(look);
    expect(lastLine(result.output.replace(look, ''))).toMatch(
      `gave up after 0s waiting for ${script.env.SERVICE} at ${script.env.URL ?? script.env.HOST}`,
    );
  },
};

/** Program text → how it is run; a text that stands in no chart is as wrong as a script that is not here. */
const programs: Readonly<Record<string, Program>> = {
  [sourceOf('generators/src/features/connection/http/check.sh')]: check,
  [sourceOf('generators/src/features/connection/redis/check.sh')]: check,
  ...airflowPrograms,
  ...gatewayPrograms,
  ...grafanaPrograms,
  ...juryPrograms,
  ...minioPrograms,
  ...mlflowPrograms,
  ...postgresPrograms,
  [sourceOf('charts/ollama/src/pull.sh')]: {
    async works({ script, hosts }, network) {
      const result = await runScript(script, { network, hosts });
      expect(result).toMatchObject({ exitCode: 0 });
      expect(lastLine(result.output)).toBe('all models are there');
    },
    async fails({ script, hosts }, network) {
      const result = await runScript(script, { network, hosts });
      expect(result).toMatchObject({ exitCode: 1 });
      expect(lastLine(result.output)).toMatch(/^missing: ./);
    },
  },
  [sourceOf('charts/ollama/src/keep.sh')]: {
    async works({ script, hosts }, network) {
      const quick = script.args.map((text) => text.replaceAll('pause=30', 'pause=1'));
      const result = await runScript({ ...script, args: quick }, { network, hosts, timeout: 15_000 });
      expect(result).toMatchObject({ timedOut: true });
      expect(result.output).not.toContain('could not');
    },
  },
  'find /tmp/alive -mmin -6 | grep -q .': {
    async works({ script }, network) {
      const command = script.command.map((text) => text.replace(/^find/, 'touch /tmp/alive; find'));
      const kept = { ...script, command };
      expect(await runScript(kept, { network })).toMatchObject({ exitCode: 0 });
    },
    async fails({ script }, network) {
      expect(await runScript(script, { network })).toMatchObject({ exitCode: 1 });
    },
  },
  [sourceOf('charts/redis/src/start.sh')]: {
    async works({ script }) {
      const network = await openNetwork();
      const folder = mkdtempSync(join(tmpdir(), 'redis-'));
      chmodSync(folder, 0o755);
      const server = await startRedis({ ...script, mounts: withUsers(script) }, network, {
        data: join(folder, 'data'),
        tmp: join(folder, 'tmp'),
      });
      expect(await server.stop()).toMatchObject({ exitCode: 0 });
      await network.close();
      rmSync(folder, { recursive: true });
    },
  },
  [sourceOf('charts/fastapi/src/migrate.sh')]: {
    async works({ script }, network) {
      const env = { ...script.env, MIGRATE: 'echo "at $HOME" && touch "$HOME/head" && test -e "$HOME/head"' };
      const result = await runScript({ ...script, env }, { network, root: 'debian' });
      expect(result).toMatchObject({ exitCode: 0, output: 'at /tmp\nmigrated\n' });
    },
    async fails({ script }, network) {
      const MIGRATE = 'echo "no database" >&2; exit 3';
      const result = await runScript(
        { ...script, env: { ...script.env, MIGRATE } },
        { network, root: 'debian' },
      );
      expect(result).toMatchObject({ exitCode: 3 });
      expect(lastLine(result.output)).toBe(`failed with 3: ${MIGRATE}`);
    },
  },
  [sourceOf('charts/fastapi/src/wait-for-migrations.sh')]: {
    async works({ script }, network) {
      const MIGRATIONS_CHECK = 'test -e /tmp/head || { touch /tmp/head; echo "not at head"; false; }';
      const result = await runScript(
        { ...script, env: { ...script.env, MIGRATIONS_CHECK } },
        { network, root: 'debian' },
      );
      expect(result).toMatchObject({
        exitCode: 0,
        output: 'waiting for the migrations: not at head\nthe database is up to date\n',
      });
    },
    async fails({ script }, network) {
      const env = { ...script.env, MIGRATIONS_CHECK: 'echo "no database"; false', MIGRATIONS_TIMEOUT: '0' };
      const result = await runScript({ ...script, env }, { network, root: 'debian' });
      expect(result).toMatchObject({ exitCode: 1 });
      expect(lastLine(result.output)).toBe('gave up after 0s waiting for the migrations: no database');
    },
  },
};

/** Without a cluster the chart makes no passwords for its users. */
function withUsers({ env, mounts }: Script): Script['mounts'] {
  const names = (env.USERS ?? '').split('\n').map((line) => line.split(' ')[0] ?? '');
  const files = Object.fromEntries(names.map((name) => [name, PASSWORD]));
  return mounts.map((mount) => (mount.volume === 'users' ? { ...mount, files } : mount));
}

/**
 * Servers that their image starts: what the chart writes are flags. Prometheus runs with its own in
 * tests/cluster/monitoring.spec.ts, amtool reads the configuration of Alertmanager; Jaeger and LiveKit are not run.
 */
const FLAGS_ONLY: readonly string[] = ['prometheus', 'alertmanager', 'jaeger', 'statsd', 'livekit'];
/** A program of the image, without flags, for a driver that is on no machine here. */
const OF_THE_IMAGE: readonly string[] = ['/usr/bin/dcgm-exporter'];

const shipped = (await shippedScripts())
  .filter(({ script }) => script.command.length > 0 || !FLAGS_ONLY.includes(script.container))
  .filter(({ script }) => !OF_THE_IMAGE.includes(textOf(script)));

/** Each program once for each user and each set of variables it is given; the cases share most of them. */
const distinct = [
  ...new Map(
    shipped
      .filter(({ script }) => !RUN_BESIDE.includes(textOf(script)))
      .map((entry) => [
        [textOf(entry.script), entry.script.uid, ...Object.keys(entry.script.env).sort()].join('\n'),
        entry,
      ]),
  ).values(),
];

describe('every script of every case', () => {
  let everything: Network;
  let nothing: Network;

  beforeAll(async () => {
    [everything, nothing] = await Promise.all([openNetwork(), openNetwork()]);
    const environments = shipped.map(({ script }) => script.env);
    const models = environments.flatMap(({ EXPECT = '' }) => /"name":"([^"]+)"/.exec(EXPECT)?.[1] ?? []);
    const ports = environments.flatMap(({ PORT, URL }) =>
      URL === undefined || PORT === undefined ? [] : [PORT],
    );
    const others = [...new Set(ports)].filter((port) => port !== OLLAMA_PORT);
    const listed = (port: string) =>
      environments.flatMap(({ PORT, EXPECT }) => (PORT === port && EXPECT ? [EXPECT] : []));
    await Promise.all([
      fakeOllama({ network: everything, models }),
      redisServer({ network: everything, port: Number(REDIS_PORT), password: PASSWORD }),
      ...others.map((port) =>
        webServer(everything, Number(port), { '*': [{ body: ['fine', ...listed(port)] }] }),
      ),
    ]);
  });
  afterAll(() => Promise.all([everything.close(), nothing.close()]));

  it('is one that is run here', () => {
    const known = [...Object.keys(programs), ...RUN_BESIDE];
    expect(shipped.filter(({ script }) => !known.includes(textOf(script))).map(({ id }) => id)).toEqual([]);
    const texts = new Set(shipped.map(({ script }) => textOf(script)));
    expect(known.filter((text) => !texts.has(text))).toEqual([]);
  });

  it('runs as an unprivileged user on a read-only root', () => {
    const wrong = shipped.filter(({ script }) => !script.readOnlyRoot || (script.uid ?? 0) === 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each(distinct.map((entry) => [entry.id, entry] as const))('%s works', async (_, entry) => {
    await programs[textOf(entry.script)]?.works(entry, everything);
  });

  const failing = distinct.filter(({ script }) => programs[textOf(script)]?.fails !== undefined);
  it.each(failing.map((entry) => [entry.id, entry] as const))('%s says what is away', async (_, entry) => {
    await programs[textOf(entry.script)]?.fails?.(entry, nothing);
  });
});
