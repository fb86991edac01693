import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { cases } from '../../tools/cases/cases.ts';
import { ofKind } from '../../tools/kubernetes/objects.ts';
import { stop, textOf } from '../../tools/scripts/network.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { objectsOf } from '../render/objects.ts';
import { inNetwork as it } from './in-network.ts';
import { ask } from './mlflow-process.ts';

const SLOW_MS = 180_000;

// A first run installs it.
beforeAll(() => ensurePythonEnvironment('mlflow'), 1_800_000);

it('a path that a proxy strips is in the links of the application, and probes ask without it', {
  timeout: SLOW_MS,
}, async ({ network, expect }) => {
  const one = cases().find(({ chart }) => chart === 'fastapi');
  if (one === undefined) throw new Error('the chart fastapi has no case');
  const objects = await objectsOf(one, { args: ['--set', 'config.rootPath=/api'] });
  const [deployment] = ofKind(objects, 'Deployment');
  const text = JSON.stringify(deployment);
  const [, given = ''] = /"UVICORN_ROOT_PATH","value":"([^"]*)"/.exec(text) ?? [];
  const [, probed = ''] = /"httpGet":\{"path":"([^"]*)"/.exec(text) ?? [];

  const { python, env } = await ensurePythonEnvironment('mlflow');
  const words = ['-m', 'uvicorn', 'fastapi_application:app', '--app-dir', import.meta.dirname];
  const child = network.start(join(python, 'bin/python3'), words, {
    env: { ...env, UVICORN_ROOT_PATH: given },
  });
  await untilWritten(child.stderr, textOf(child.stderr), 'running on', 'uvicorn');
  const get = (path: string) => ask(network, `http://127.0.0.1:8000${path}`);
  expect(await get(probed)).toEqual({ status: 200, body: '"fine"' });
  expect((await get('/docs')).body).toContain("url: '/api/openapi.json'");
  await stop(child);
});
