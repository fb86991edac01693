import { expect, test } from 'vitest';
import { runSteps, summary } from './check.ts';
import { specChecks } from './specs.ts';

test('each check has its line, a step that throws is a check that failed, the last line counts', async () => {
  const lines: string[] = [];
  const checks = await runSteps(
    [
      {
        name: 'sources',
        run: async (report) => {
          report({ name: 'types', ok: true, output: '' });
          report({ name: 'style', ok: false, output: 'a.ts: too clever' });
        },
      },
      {
        name: 'charts',
        run: async () => {
          throw new Error('ct is missing');
        },
      },
    ],
    (line) => lines.push(...line.split('\n')),
  );
  const text = [...lines, ...summary(checks)]
    .map((line) => line.replace(/[\d.]+ s$/, 'N s'))
    .filter((line) => !line.startsWith('    at '));
  expect(text).toEqual([
    ...['', 'sources …', 'ok      types', 'failed  style', 'a.ts: too clever', 'sources: N s'],
    ...['', 'charts …', 'failed  charts', 'Error: ct is missing', 'charts: N s'],
    ...['', 'failed  style', 'failed  charts', '1 passed, 2 failed'],
  ]);
});

test('tests are counted one by one; broken files and silent skips count as failed', () => {
  const assertion = (fullName: string, status: string) => ({ fullName, status });
  const report = {
    testResults: [
      {
        name: '/w/a.spec.ts',
        status: 'failed',
        assertionResults: [assertion('adds', 'passed'), assertion('divides', 'failed')],
      },
      { name: '/w/b.spec.ts', status: 'failed', assertionResults: [] },
      {
        name: '/w/c.spec.ts',
        status: 'passed',
        assertionResults: [assertion('on macOS', 'skipped'), assertion('later', 'todo')],
      },
    ],
  };
  const reasons = { 'c.spec.ts: on macOS': 'there is no sandbox on this system' };
  expect(specChecks(report, reasons, '/w')).toEqual([
    { name: 'a.spec.ts: adds', ok: true },
    { name: 'a.spec.ts: divides', ok: false },
    { name: 'b.spec.ts', ok: false },
    {
      name: 'c.spec.ts: later',
      ok: false,
      output: 'skipped without a reason in tools/test/skips.ts: c.spec.ts: later',
    },
  ]);
});
