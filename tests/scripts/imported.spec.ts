import { afterAll, beforeAll, describe } from 'vitest';
import { checkPoints } from '../../tools/checks/points.ts';
import { ofKind } from '../../tools/kubernetes/objects.ts';
import { postgresPrograms, postgresServer } from '../../tools/scripts/postgres-server.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { ensureDebian } from '../../tools/toolchain/debian.ts';
import { ensureNpmSet } from '../../tools/toolchain/npm.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { eventually } from './eventually.ts';
import { type ImportWorkspace, importWorkspace } from './imported-charts.ts';
import { inside, runJob, runnable, startPod } from './imported-process.ts';
import { inNetwork as it } from './in-network.ts';
import { PASSWORD } from './shipped.ts';

const SLOW_MS = 300_000;
const FIRST_RUN_MS = 900_000;
const RADICALE = /^python3\0-m\0radicale/;

let workspace: ImportWorkspace;
beforeAll(async () => {
  await ensureDebian([
    'nginx-light',
    'mosquitto',
    'mosquitto-clients',
    'redis-server',
    'postgresql',
    'busybox',
  ]);
  await Promise.all([ensurePythonEnvironment('imported'), ensureNpmSet('imported')]);
  workspace = importWorkspace();
}, FIRST_RUN_MS);
afterAll(() => workspace.remove());

describe.concurrent('an imported chart runs the real programs as its pods have them', () => {
  it('a page of nginx, on a port below 1024, before a calendar of an image that is built', {
    timeout: SLOW_MS,
  }, async ({ network, expect }) => {
    const objects = await workspace.objects('site');
    const calendar = runnable(objects, 'StatefulSet/site-calendar');
    expect(calendar.script).toMatchObject({ uid: 1042, gid: 1042, readOnlyRoot: true });
    const first = await startPod(calendar, network, RADICALE);
    const web = runnable(objects, 'Deployment/site');
    expect(web.script).toMatchObject({ uid: 101, readOnlyRoot: true });
    const page = await startPod(web, network, /^nginx: master/);
    const curl = (...words: readonly string[]) => inside(network, 'curl', ['-sS', ...words]);
    expect(await runJob(runnable(objects, 'Pod/site-test'), network)).toMatchObject({ exitCode: 0 });
    expect(await curl('http://127.0.0.1/')).toBe('<h1>The page</h1>\n');
    const url = 'http://127.0.0.1/calendar/me/work/';
    await curl('-fX', 'MKCOL', 'http://127.0.0.1/calendar/me/');
    await curl('-fX', 'MKCALENDAR', url);
    const event =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260102T030405Z\r\nDTSTART:20260102T030405Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    await curl('-fX', 'PUT', '-H', 'Content-Type: text/calendar', '--data-binary', event, `${url}1.ics`);
    await first.stop();
    const second = await startPod(calendar, network, RADICALE);
    expect(await curl('-f', `${url}1.ics`)).toContain('SUMMARY:Lunch');
    await page.stop();
    await second.stop();
  });

  it('a broker keeps messages in its volume', { timeout: SLOW_MS }, async ({ network, expect }) => {
    const objects = await workspace.objects('broker');
    const broker = runnable(objects, 'StatefulSet/broker');
    expect(broker.script).toMatchObject({ uid: 1883, readOnlyRoot: true });
    const first = await startPod(broker, network, /^mosquitto\0/);
    expect(await runJob(runnable(objects, 'Pod/broker-test'), network)).toMatchObject({ exitCode: 0 });
    await inside(network, 'mosquitto_pub', ['-r', '-q', '1', '-t', 'room/light', '-m', 'on']);
    await first.stop();
    const second = await startPod(broker, network, /^mosquitto\0/);
    expect(await inside(network, 'mosquitto_sub', ['-C', '1', '-W', '10', '-t', 'room/light'])).toBe('on\n');
    await second.stop();
  });

  it('a dashboard and a worker meet in Redis', { timeout: SLOW_MS }, async ({ network, expect }) => {
    const objects = await workspace.objects('queue');
    await redisServer({ network, password: PASSWORD });
    const worker = await startPod(
      runnable(objects, 'Deployment/queue-worker'),
      network,
      /^\S*python3?\0\S*rq\0worker/,
    );
    const dashboard = await startPod(
      runnable(objects, 'Deployment/queue'),
      network,
      /^\S*python3?\0\S*rq-dashboard\0/,
    );
    const { folder, python } = await ensurePythonEnvironment('imported');
    const enqueue = `import redis, rq; print(rq.Queue(connection=redis.Redis(password="${PASSWORD}")).enqueue("time.time").id)`;
    const id = await inside(network, `${python}/bin/python3`, ['-c', enqueue], { PYTHONPATH: folder });
    const ended = () =>
      inside(network, 'curl', ['-sf', 'http://127.0.0.1:9181/0/data/jobs/default/finished/8/asc/1.json']);
    expect(await eventually(ended, (text) => text.includes(id.trim()))).toContain(id.trim());
    await dashboard.stop();
    await worker.stop();
  });

  it('an API serves the tables that a Job has made in PostgreSQL', { timeout: SLOW_MS }, async ({
    network,
    expect,
  }) => {
    const objects = await workspace.objects('forum');
    await postgresServer({ network, password: 'Super0User' });
    const { bin } = await postgresPrograms();
    for (const statement of [
      `create role forum login password '${PASSWORD}'`,
      'create database forum owner forum',
    ])
      await inside(network, `${bin}/psql`, ['-h', '127.0.0.1', '-U', 'postgres', '-c', statement], {
        PGPASSWORD: 'Super0User',
      });
    const [job] = ofKind(objects, 'Job').filter(({ metadata }) => metadata.name.includes('migrate'));
    const migrated = await runJob(runnable(objects, `Job/${job?.metadata.name}`), network);
    expect(migrated, migrated.output).toMatchObject({ exitCode: 0 });
    const forum = runnable(objects, 'Deployment/forum');
    expect(forum.awaits).toEqual(['wait-for-migrate']);
    const api = await startPod(forum, network, /^node\0\S*postgraphile\0/);
    const query = [
      '-H',
      'Content-Type: application/json',
      '-d',
      '{"query":"{ allTopics { nodes { title } } }"}',
    ];
    expect(await inside(network, 'curl', ['-sf', ...query, 'http://127.0.0.1:5000/graphql'])).toBe(
      '{"data":{"allTopics":{"nodes":[{"title":"Welcome"}]}}}',
    );
    await api.stop();
  });

  it('a program that writes where nobody said ends, and runs once the answer says where', {
    timeout: SLOW_MS,
  }, async ({ network, expect }) => {
    const started = async (answers: string) => {
      const objects = await workspace.objects('ledger', answers);
      const ledger = runnable(objects, 'Deployment/ledger');
      return { objects, script: ledger.script, server: await startPod(ledger, network, RADICALE) };
    };
    const writable = 'Deployment/ledger: container ledger: readOnlyRootFilesystem is not true';
    await expect(started('')).rejects.toThrow(/Read-only file system: '\/srv'/);
    for (const [answer, readOnlyRoot] of [
      ['1000:/srv/collections', true],
      ['1000:/ It has collections for everybody who comes.', false],
    ] as const) {
      const { objects, script, server } = await started(`images: { ledger: "${answer}" }`);
      expect(script.readOnlyRoot).toBe(readOnlyRoot);
      const { restricted, 'read-only-root': found } = checkPoints(objects, {});
      expect([restricted, found]).toEqual([undefined, readOnlyRoot ? undefined : [writable]]);
      const privileges = await workspace.declared('ledger');
      expect(checkPoints(objects, { privileges })).not.toHaveProperty('read-only-root');
      await inside(network, 'curl', ['-sSfX', 'MKCOL', 'http://127.0.0.1:5232/me/']);
      await server.stop();
    }
  });
});
