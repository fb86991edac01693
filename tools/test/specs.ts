import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Check } from './check.ts';
import { ROOT, visibly } from './commands.ts';
import { allowedSkips } from './skips.ts';

/** What we read of the report that vitest writes as JSON. */
export interface SpecReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Milliseconds since the epoch. */
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** How many spec files are named at the end, the slowest ones. */
const SLOWEST = 10;

/** Runs vitest with its usual output; arguments are its filters and options. One check per test, and a note of what took long. */
export async function runSpecs(
  args: readonly string[],
  note: (line: string) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Check[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-test-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await visibly(
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      ['run', ...reporters, ...args],
      env,
    );
    const report = JSON.parse(await readFile(file, 'utf8')) as SpecReport;
    const all = specChecks(report);
    for (const line of slowest(report)) note(line);
    // A name pattern makes vitest report whatever does not match as skipped.
    const checks = args.length === 0 ? all : all.filter(({ output }) => output === undefined);
    const isExplained = code === 0 || checks.some(({ ok }) => !ok);
    if (isExplained) return checks;
    return [
      ...checks,
      { name: 'vitest', ok: false, output: `vitest ended with ${code} though no test failed` },
    ];
  } catch (error) {
    return [
      {
        name: 'vitest',
        ok: false,
        output: `vitest left no report, after a crash or its time limit: ${String(error)}`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One check per test; a file that cannot be loaded is one that failed, and so is a skipped test without a reason. */
export function specChecks(
  { testResults }: SpecReport,
  reasons = allowedSkips,
  root = ROOT,
): readonly Check[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const checks = assertionResults.flatMap((test) =>
      testCheck(`${file}: ${test.fullName}`, test.status, reasons),
    );
    if (status !== 'failed' || checks.some(({ ok }) => !ok)) return checks;
    return [...checks, { name: file, ok: false }];
  });
}

/** The slowest spec files with their seconds, the slowest first. */
export function slowest({ testResults }: SpecReport, root = ROOT): readonly string[] {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${relative(root, name)}`);
}

/** Nothing for a skipped test with a reason: it neither passed nor failed. What failed is on the terminal already. */
function testCheck(
  name: string,
  status: string,
  reasons: Readonly<Record<string, string>>,
): readonly Check[] {
  if (status === 'passed' || status === 'failed') return [{ name, ok: status === 'passed' }];
  if (reasons[name] !== undefined) return [];
  return [{ name, ok: false, output: `skipped without a reason in tools/test/skips.ts: ${name}` }];
}
