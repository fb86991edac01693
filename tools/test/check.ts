/** One thing that was tried, as it is counted in the end. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What a reader needs when it failed; left out where the check has spoken for itself already. */
  readonly output?: string;
}

/** A part of the tests that runs on its own and says what it tried. */
export interface Step {
  readonly name: string;
  readonly run: (report: (check: Check) => void, note: (line: string) => void) => Promise<void>;
}

/** What steps left behind: their checks, and lines that a reader wants at the end. */
export interface Outcome {
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
}

/** Runs steps one after another, writes a line for each check and for each step's time, and returns what they left. */
export async function runSteps(steps: readonly Step[], write: (line: string) => void): Promise<Outcome> {
  const checks: Check[] = [];
  const notes: string[] = [];
  for (const { name, run } of steps) {
    const started = Date.now();
    const report = (check: Check) => {
      checks.push(check);
      if (check.output === undefined) return;
      write(`${check.ok ? 'ok    ' : 'failed'}  ${check.name}`);
      if (!check.ok) write(check.output);
    };
    write(`\n${name} …`);
    try {
      await run(report, (line) => notes.push(line));
    } catch (error) {
      report({
        name,
        ok: false,
        output: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    write(`${name}: ${seconds(Date.now() - started)}`);
  }
  return { checks, notes };
}

/** The last lines of a run: what steps note, what failed, then the one line that counts, `N passed, N failed`. */
export function summary({ checks, notes }: Outcome): readonly string[] {
  const failed = checks.filter(({ ok }) => !ok);
  const count = `${checks.length - failed.length} passed, ${failed.length} failed`;
  return ['', ...notes, ...failed.map(({ name }) => `failed  ${name}`), count];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
