import { expect, test } from 'vitest';
import { runSteps, summary } from './check.ts';
import { slowest, specChecks } from './specs.ts';

test('each check has its line, a step that throws is a check that failed, the last line counts', async () => {
  const lines: string[] = [];
  const outcome = await runSteps(
    [
      {
        name: 'sources',
        run: async (report, note) => {
          note('   1.5 s  a.spec.ts');
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
  const text = [...lines, ...summary(outcome)]
    .map((line) => line.replace(/[\d.]+ s$/, 'N s'))
    .filter((line) => !line.startsWith('    at '));
  expect(text).toEqual([
    ...['', 'sources …', 'ok      types', 'failed  style', 'a.ts: too clever', 'sources: N s'],
    ...['', 'charts …', 'failed  charts', 'Error: ct is missing', 'charts: N s'],
    ...['', '   1.5 s  a.spec.ts', 'failed  style', 'failed  charts', '1 passed, 2 failed'],
  ]);
});

test('tests are counted one by one; broken files and silent skips count as failed', () => {
  const took = (milliseconds: number) => ({ startTime: 1_000, endTime: 1_000 + milliseconds });
  const assertion = (fullName: string, status: string) => ({ fullName, status });
  const report = {
    testResults: [
      {
        name: '/w/a.spec.ts',
        status: 'failed',
        ...took(1500),
        assertionResults: [assertion('adds', 'passed'), assertion('divides', 'failed')],
      },
      { name: '/w/b.spec.ts', status: 'failed', ...took(70), assertionResults: [] },
      {
        name: '/w/c.spec.ts',
        status: 'passed',
        ...took(824_960),
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
  expect(slowest(report, '/w')).toEqual([
    ' 825.0 s  c.spec.ts',
    '   1.5 s  a.spec.ts',
    '   0.1 s  b.spec.ts',
  ]);
});
