import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cases } from '../../tools/cases/cases.ts';
import { airflow, SLOW, withArgs } from './airflow-process.ts';
import { running, scriptsOfCase } from './shipped.ts';

const example = cases().find(({ chart, name }) => chart === 'airflow' && name === 'default');
if (example === undefined) throw new Error('the chart airflow has no case');

it.each([
  ['7', ['new.log', 'run']],
  ['0', ['gone', 'new.log', 'old.log', 'run']],
] as const)('beside a component logs are deleted after %s days', { timeout: SLOW }, async (days, left) => {
  const shipped = await scriptsOfCase(example, ['--set', `logs.retentionDays=${days}`]);
  const scheduler = running(shipped, 'dumb-init -- sh /opt/airflow/with-log-cleaner.sh airflow scheduler');
  const folder = mkdtempSync(join(tmpdir(), 'airflow-logs-'));
  chmodSync(folder, 0o777);
  const volumes = { logs: join(folder, 'logs') };
  const fill =
    'cd /opt/airflow/logs && mkdir gone run && echo a > new.log && echo a > run/new.log && echo a > old.log && touch -d "8 days ago" old.log gone';
  const filled = { ...scheduler.script, command: ['sh', '-ec', fill], args: [] };
  expect(await airflow({ ...scheduler, script: filled }, { volumes })).toMatchObject({
    exitCode: 0,
    output: '',
  });
  // It ends when the component does, with its code, and has looked once by then.
  const ended = await airflow(withArgs(scheduler, ['sh', '-c', 'sleep 2; exit 3']), { volumes });
  expect(ended).toMatchObject({ exitCode: 3, output: '' });
  expect(readdirSync(volumes.logs).sort()).toEqual([...left]);
  rmSync(folder, { recursive: true });
});
