import { expect, test } from 'vitest';
import { run } from './run.ts';

test('collects code and both outputs', async () => {
  expect(await run('sh', ['-c', 'cat; echo no >&2; exit 3'], { input: 'yes' })).toEqual({
    code: 3,
    stdout: 'yes',
    stderr: 'no\n',
  });
});

test('kills the whole group after the timeout', async () => {
  const started = Date.now();
  const result = await run('sh', ['-c', 'sleep 30 & sleep 30'], { timeoutMs: 200 });
  expect(result.code).toBe(124);
  expect(Date.now() - started).toBeLessThan(5000);
});

test('a command that does not exist ends with 127', async () => {
  expect((await run('no-such-command', [])).code).toBe(127);
});
