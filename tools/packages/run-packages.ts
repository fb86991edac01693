import { ChartwrightError } from '../../generators/src/errors.ts';
import { findHelm, findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { type Command, commandLine } from './commands.ts';

/** Helm ends by its own timeout; this one is for a Helm that hangs. */
const HANGS_MS = 2 * 60 * 60_000;

/**
 * Runs the commands one after the other and says each before it runs.
 *
 * Errors: `packages/failed` with the package at the first that fails; those after it are not run.
 */
export async function runPackages(commands: readonly Command[], say: (line: string) => void): Promise<void> {
  for (const [index, command] of commands.entries()) {
    say(commandLine(command));
    const started = Date.now();
    const program = await (command.program === 'helm' ? findHelm() : findKubectl());
    const { code, stdout, stderr } = await run(program, command.args, { timeoutMs: HANGS_MS });
    if (code !== 0) {
      const left = [...new Set(commands.slice(index + 1).map((one) => one.package))].filter(
        (name) => name !== command.package,
      );
      throw new ChartwrightError(
        'packages/failed',
        `${stderr.trim() || stdout.trim()}${left.length > 0 ? `\nnot tried: ${left.join(', ')}` : ''}`,
        `package ${command.package}`,
        `Look with "kubectl describe pods --selector app.kubernetes.io/instance=${command.package}", then run it again.`,
      );
    }
    say(`  ${command.package}: done after ${Math.round((Date.now() - started) / 1000)} s`);
  }
}
