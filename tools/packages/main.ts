import { join, relative, resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { commandLine, packageCommands } from './commands.ts';
import { packageOptions, USAGE } from './options.ts';
import { runPackages } from './run-packages.ts';

const root = resolve(import.meta.dirname, '..', '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  if (process.argv.includes('--help')) say(USAGE);
  else await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { umbrellas } = await load(root);
  const umbrella = umbrellas.find(({ packages }) => packages.length > 0);
  if (!umbrella) throw new Error('no umbrella has packages');
  const options = packageOptions(umbrella, process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const archive = join(root, 'dist', `${umbrella.name}-${umbrella.version}.tgz`);
  const short = (path: string) => relative(process.cwd(), path);
  const commands = packageCommands(
    { ...options, values: options.values.map(short) },
    short(archive),
    short(umbrella.folder),
  );
  if (options.dryRun) {
    for (const command of commands) say(commandLine(command));
    return;
  }
  if (options.action === 'install') await packChart(umbrella.name, join(root, 'dist'));
  await runPackages(commands, say);
}
