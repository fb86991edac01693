import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeEach } from 'vitest';
import { textOf } from '../../tools/scripts/network.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { FETCH, fetchDashboards } from './grafana-programs.ts';
import { inNetwork as it } from './in-network.ts';
import { running, shippedScripts } from './shipped.ts';
import { webServer } from './web-server.ts';

const shipped = running(await shippedScripts(), FETCH);
const SERVER = 'http://127.0.0.1:8080';
const folders: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

/** Text of a dashboard that Grafana finds. */
const found = (name: string) => readFileSync(join(folder, 'dashboards', name), 'utf8');

it('fetches dashboards into their folders, with the data source that they are for', async ({
  network,
  expect,
}) => {
  const shared = `{"title":"Nodes","datasource":{"uid":"\${DS_PROMETHEUS}"},"other":"\${job}"}`;
  await webServer(network, 8080, { '*': [{ body: [shared] }] });
  const lines = [`nodes mimir ${SERVER}/1 Machines and more`, `queue prometheus ${SERVER}/2`];
  expect(await fetchDashboards(shipped, network, lines, folder)).toMatchObject({
    exitCode: 0,
    output: 'nodes is there\nqueue is there\n',
  });
  expect(found('Machines and more/nodes.json')).toBe(
    `{"title":"Nodes","datasource":{"uid":"mimir"},"other":"\${job}"}`,
  );
  expect(found('queue.json')).toContain('{"uid":"prometheus"}');
});

it('takes the copy of the last time where nothing answers, and starts without one that never came', async ({
  network,
  expect,
}) => {
  await webServer(network, 8080, {
    'GET /1': [{ body: ['{"title":"Old"}'] }, { status: 404 }],
    '*': [{ status: 404 }],
  });
  const lines = [`nodes prometheus ${SERVER}/1`, `queue prometheus ${SERVER}/2`];
  await fetchDashboards(shipped, network, lines, folder);
  rmSync(join(folder, 'dashboards'), { recursive: true });
  const { exitCode, output } = await fetchDashboards(shipped, network, lines, folder);
  expect(exitCode).toBe(0);
  expect(output).toContain(`${SERVER}/1 does not bring a dashboard of at most 4 MiB\n`);
  expect(output).toContain('Grafana starts without queue\n');
  expect(found('nodes.json')).toBe('{"title":"Old"}');
  expect(readdirSync(join(folder, 'dashboards'))).toEqual(['nodes.json']);
});

/** Answers every request with JSON of 5 MB whose length it does not announce. */
const ENDLESS = `require('node:http').createServer((_, answer) => {
  answer.write('{"a":"');
  for (let piece = 0; piece < 50; piece += 1) answer.write('x'.repeat(100_000));
  answer.end('"}');
}).listen(8081, () => console.log('listening'))`;

it('does not take a page, nor more than 4 MiB', async ({ network, expect }) => {
  await webServer(network, 8080, { '*': [{ body: ['<html>Log in</html>'] }] });
  const child = network.start(process.execPath, ['-e', ENDLESS]);
  await untilWritten(child.stdout, textOf(child.stdout), 'listening', 'web server');
  const lines = [`page prometheus ${SERVER}/page`, 'large prometheus http://127.0.0.1:8081/large'];
  const { exitCode, output } = await fetchDashboards(shipped, network, lines, folder);
  expect(exitCode).toBe(0);
  expect(output).toContain(`${SERVER}/page answers with something else than a dashboard\n`);
  expect(output).toContain('http://127.0.0.1:8081/large does not bring a dashboard of at most 4 MiB\n');
  expect(readdirSync(join(folder, 'data/fetched'))).toEqual([]);
});
