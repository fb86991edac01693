import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { ofKind } from '../../tools/kubernetes/objects.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { objectsOf } from '../render/objects.ts';
import { airflow, airflowDatabase, SLOW, startAirflow } from './airflow-process.ts';
import { inNetwork as it } from './in-network.ts';
import { ask, sql } from './mlflow-process.ts';
import { ALL_IN_ONE } from './passwords.ts';
import { PASSWORD, running, scriptsOfCase, sourceOf } from './shipped.ts';

const DAG = `from datetime import datetime

from airflow.sdk import dag, task


@dag(schedule="@once", start_date=datetime(2026, 1, 1), is_paused_upon_creation=False)
def tiny():
    @task
    def answer():
        print("the task thinks")
        return 42

    @task
    def check(found):
        assert found == 42

    check(answer())


tiny()
`;

function exampleNamed(wanted: string): Case {
  const found = cases().find(({ chart, name }) => chart === 'airflow' && name === wanted);
  if (found === undefined) throw new Error(`the chart airflow has no case ${wanted}`);
  return found;
}

const API = 'http://127.0.0.1:8080';
const COMPONENTS = ['api-server', 'scheduler', 'dag-processor'];
/** DAGs where git-sync puts them, in a folder of the repository. */
const FROM_GIT = [
  'gitSync.enabled=true',
  'gitSync.repository=https://git.test/dags.git',
  'gitSync.subPath=dags',
];

/** A user whom a namespace chose, and no image knows. */
const UNKNOWN = { uid: 1_000_720_000, gid: 0 };

describe('Airflow 3 with the LocalExecutor', () => {
  it('runs a DAG from the folder of git-sync and shows its log, as a user without a name', {
    timeout: 6 * SLOW,
  }, async ({ network, expect }) => {
    const rendered = await scriptsOfCase(
      exampleNamed('default'),
      [...FROM_GIT, 'global.openshift=true'].flatMap((value) => ['--set', value]),
    );
    expect(rendered.filter(({ script }) => script.uid !== undefined)).toEqual([]);
    const shipped = rendered.map((one) => ({ ...one, script: { ...one.script, ...UNKNOWN } }));
    const folder = mkdtempSync(join(tmpdir(), 'dags-'));
    mkdirSync(join(folder, 'repo/dags'), { recursive: true });
    writeFileSync(join(folder, 'repo/dags/tiny.py'), DAG);
    const volumes = { git: folder };
    const server = await airflowDatabase(network);
    for (const name of ['migrate.sh', 'create-user.sh']) {
      const job = running(shipped, sourceOf(`charts/airflow/src/${name}`));
      expect(await airflow(job, { network })).toMatchObject({ exitCode: 0 });
    }
    const hosts = { pod: '127.0.0.1' };
    const start = (name: string) =>
      startAirflow(
        running(shipped, `dumb-init -- sh /opt/airflow/with-log-cleaner.sh airflow ${name}`),
        network,
        { volumes, hosts },
      );
    const [first = '', ...others] = COMPONENTS;
    const apiServer = start(first);
    const deadline = Date.now() + 2 * SLOW;
    // A task asks the API server at once, and fails where nobody listens.
    const answers = () =>
      ask(network, `${API}/api/v2/version`).then(
        ({ status }) => status > 0,
        () => false,
      );
    while (!(await answers()) && Date.now() < deadline) await pause(500);
    const started = [apiServer, ...others.map(start)];
    const said = () => started.map(({ output }) => output()).join('\n');
    const state = () => sql(network, "select state from dag_run where dag_id = 'tiny'", 'airflow');
    while (!['success', 'failed'].includes(await state()) && Date.now() < deadline) await pause(1000);
    expect(await state(), said()).toBe('success');
    expect(await sql(network, 'select task_id, state from task_instance order by task_id', 'airflow')).toBe(
      'answer|success\ncheck|success',
    );

    const login = await ask(network, `${API}/auth/token`, [
      ...['--header', 'Content-Type: application/json'],
      ...['--data', JSON.stringify({ username: 'admin', password: PASSWORD })],
    ]);
    const token = /"access_token":"([^"]+)"/.exec(login.body)?.[1] ?? '';
    const run = await sql(network, 'select run_id from dag_run', 'airflow');
    const log = await ask(
      network,
      `${API}/api/v2/dags/tiny/dagRuns/${encodeURIComponent(run)}/taskInstances/answer/logs/1`,
      ['--header', `Authorization: Bearer ${token}`],
    );
    expect(log).toMatchObject({ status: 200, body: expect.stringContaining('the task thinks') });

    await Promise.all(started.map(({ stop }) => stop()));
    await server.stop();
    rmSync(folder, { recursive: true });
  });
});

describe('a worker', () => {
  it('takes tasks from the queues of its group', { timeout: 4 * SLOW }, async ({ network, expect }) => {
    await redisServer({ network, password: PASSWORD });
    const server = await airflowDatabase(network);
    const celery = exampleNamed('celery');
    const shipped = await scriptsOfCase(celery);
    const migrate = running(shipped, sourceOf('charts/airflow/src/migrate.sh'));
    expect(await airflow(migrate, { network })).toMatchObject({ exitCode: 0 });
    for (const [queues, concurrency] of [
      [['default', 'reports'], '8'],
      [['gpu'], '1'],
    ] as const) {
      const words = `airflow celery worker --queues ${queues.join(',')}`;
      const worker = startAirflow(
        running(shipped, `dumb-init -- sh /opt/airflow/with-log-cleaner.sh ${words}`),
        network,
      );
      const deadline = Date.now() + SLOW;
      while (!/celery@\S+ ready/.test(worker.output()) && Date.now() < deadline) await pause(500);
      expect(worker.output()).toMatch(/celery@\S+ ready/);
      const found = [...worker.output().matchAll(/\.> (\S+) +exchange=/g)].map(([, queue]) => queue);
      expect(found).toEqual(queues);
      expect(/concurrency: (\d+)/.exec(worker.output())?.[1]).toBe(concurrency);
      await worker.stop();
    }
    const [scaled] = ofKind(await objectsOf(celery), 'ScaledObject');
    const query = /query: (.*)/.exec(stringify(scaled, { lineWidth: 0 }))?.[1] ?? '';
    expect(query).toContain("queue in ('default', 'reports')");
    expect((await sql(network, query, 'airflow')).trim()).toBe('0');
    await server.stop();
  });
});

describe('Flower', () => {
  it('asks for the first user and the password, and knows the queue', { timeout: 3 * SLOW }, async ({
    network,
    expect,
  }) => {
    await redisServer({ network, password: ALL_IN_ONE });
    const shipped = await scriptsOfCase(
      exampleNamed('celery'),
      [],
      {},
      {
        'demo-redis': { password: ALL_IN_ONE },
      },
    );
    const flower = startAirflow(running(shipped, 'dumb-init -- airflow celery flower'), network);
    const status = (path: string, user = '') =>
      ask(network, `http://127.0.0.1:5555${path}`, user === '' ? [] : ['--user', user]).then(
        (answer) => answer.status,
        () => 0,
      );
    const deadline = Date.now() + SLOW;
    while ((await status('/healthcheck')) !== 200 && Date.now() < deadline) await pause(500);
    expect(await status('/healthcheck'), flower.output()).toBe(200);
    expect(await status('/workers')).toBe(401);
    expect(await status('/workers', 'admin:wrong')).toBe(401);
    expect(await status('/workers', `admin:${PASSWORD}`)).toBe(200);
    expect(await status('/api/queues/length', `admin:${PASSWORD}`)).toBe(200);
    expect(flower.output()).not.toContain(PASSWORD);
    await flower.stop();
  });
});
