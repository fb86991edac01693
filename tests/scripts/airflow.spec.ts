import { describe } from 'vitest';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { airflow, airflowDatabase, SLOW, startAirflow, withArgs } from './airflow-process.ts';
import { inNetwork as it } from './in-network.ts';
import { ask, sql } from './mlflow-process.ts';
import { lastLine, PASSWORD, running, scriptsOfCase, sourceOf } from './shipped.ts';

const MIGRATE = sourceOf('charts/airflow/src/migrate.sh');
const CREATE_USER = sourceOf('charts/airflow/src/create-user.sh');
const CLEANUP = sourceOf('charts/airflow/src/cleanup.sh');
const WAIT = 'python /opt/airflow/checks/migrated.py 600';
const alive = (component: string) => `python /opt/airflow/checks/alive.py ${component}`;

function caseNamed(name: string): Case {
  const found = cases().find((one) => one.chart === 'airflow' && one.name === name);
  if (found === undefined) throw new Error(`the chart airflow has no case ${name}`);
  return found;
}

const lines = [
  ['3', caseNamed('celery'), [], 'd2f4e1b3c5a7'],
  ['2', caseNamed('airflow2'), ['--set', 'image.tag=2.11.2', '--set', 'cleanup.enabled=true'], ''],
] as const;

describe.each(lines)('Airflow %s', (_line, example, args, head) => {
  it('migrates once, and everybody else waits for that', { timeout: 4 * SLOW }, async ({
    network,
    expect,
  }) => {
    const shipped = await scriptsOfCase(example, args);
    const wait = withArgs(running(shipped, WAIT), ['0']);
    const migrate = running(shipped, MIGRATE);
    const said = async (env = {}) => {
      const { exitCode, output } = await airflow(wait, { network }, env);
      return { exitCode, output: lastLine(output) };
    };

    const away = await said();
    expect(away.exitCode).toBe(1);
    expect(away.output).toMatch(
      /^gave up after 0s waiting for the migrations: connection to server .* Connection refused/,
    );

    const server = await airflowDatabase(network);
    const refused = await said({ PGPASSWORD: 'wrong' });
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('password authentication failed for user "airflow"');
    const empty = await said();
    expect(empty.exitCode).toBe(1);
    expect(empty.output).toContain(`alembic_version is at nothing, this image needs ${head}`);

    for (const _time of ['first', 'second']) {
      const { exitCode, output } = await airflow(migrate, { network });
      expect({ exitCode, last: lastLine(output) }).toEqual({
        exitCode: 0,
        last: 'the database is up to date',
      });
    }
    expect(await said()).toEqual({ exitCode: 0, output: 'the database is up to date' });

    await sql(network, "update alembic_version set version_num = 'older'", 'airflow');
    expect((await said()).output).toContain('alembic_version is at older, this image needs');
    await server.stop();
  });

  it('creates the first user once', { timeout: 4 * SLOW }, async ({ network, expect }) => {
    const shipped = await scriptsOfCase(example, args);
    const create = running(shipped, CREATE_USER);
    const server = await airflowDatabase(network);
    const early = await airflow(create, { network });
    expect(early.exitCode).not.toBe(0);
    expect(lastLine(early.output)).toMatch(/^the user admin could not be created: \d+$/);

    await airflow(running(shipped, MIGRATE), { network });
    const hashes = () =>
      sql(network, "select username, password from ab_user where username <> 'Anonymous'", 'airflow');
    const first = await airflow(create, { network });
    expect({ exitCode: first.exitCode, last: lastLine(first.output) }).toEqual({
      exitCode: 0,
      last: 'the user admin is there',
    });
    expect(first.output).not.toContain(PASSWORD);
    const before = await hashes();
    expect(before).toMatch(/^admin\|/);
    const second = await airflow(create, { network });
    expect({ exitCode: second.exitCode, last: lastLine(second.output) }).toEqual({
      exitCode: 0,
      last: 'the user admin is there',
    });
    expect(await hashes()).toBe(before);
    await server.stop();
  });

  it('sees a component that is silent, and blames none for a database that is away', {
    timeout: 3 * SLOW,
  }, async ({ network, expect }) => {
    const shipped = await scriptsOfCase(example, args);
    const probe = running(shipped, alive('TriggererJob'));
    expect((await airflow(probe, { network })).exitCode).toBe(0);
    const server = await airflowDatabase(network);
    await airflow(running(shipped, MIGRATE), { network });
    expect((await airflow(probe, { network })).exitCode).toBe(1);
    const job = (age: string) =>
      `insert into job (job_type, hostname, state, start_date, latest_heartbeat) values ('TriggererJob', 'pod', 'running', now(), now() - interval '${age}')`;
    await sql(network, job('10 minutes'), 'airflow');
    const silent = await airflow(probe, { network });
    expect(silent).toMatchObject({ exitCode: 1 });
    expect(lastLine(silent.output)).toBe('TriggererJob on pod has no heartbeat in the last 180 seconds');
    await sql(network, job('10 seconds'), 'airflow');
    expect(await airflow(probe, { network })).toMatchObject({ exitCode: 0, output: '' });
    const clean = await airflow(running(shipped, CLEANUP), { network });
    expect({ exitCode: clean.exitCode, last: lastLine(clean.output) }).toMatchObject({
      exitCode: 0,
      last: expect.stringMatching(/^nothing before \d{4}-\d\d-\d\dT.* is kept$/),
    });
    await server.stop();
  });
});

describe('the web server', () => {
  it('starts on a read-only root and knows the first user', { timeout: 5 * SLOW }, async ({
    network,
    expect,
  }) => {
    const shipped = await scriptsOfCase(caseNamed('default'));
    const server = await airflowDatabase(network);
    await airflow(running(shipped, MIGRATE), { network });
    await airflow(running(shipped, CREATE_USER), { network });
    const web = startAirflow(
      running(shipped, 'dumb-init -- sh /opt/airflow/with-log-cleaner.sh airflow api-server'),
      network,
    );
    const deadline = Date.now() + SLOW;
    while (!web.output().includes('Uvicorn running') && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await ask(network, 'http://127.0.0.1:8080/api/v2/version')).status).toBe(200);
    const login = (password: string) =>
      ask(network, 'http://127.0.0.1:8080/auth/token', [
        ...['--header', 'Content-Type: application/json'],
        ...['--data', JSON.stringify({ username: 'admin', password })],
      ]);
    expect((await login(PASSWORD)).status).toBe(201);
    expect((await login('wrong')).status).toBe(401);
    await web.stop();
    await server.stop();
  });
});
