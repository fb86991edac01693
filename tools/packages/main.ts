import { join, relative, resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { commandLine, packageCommands } from './commands.ts';
import { LINE, packageOptions } from './options.ts';
import { runPackages } from './run-packages.ts';

const root = resolve(import.meta.dirname, '..', '..');

await runCommand(LINE, async (args) => {
  const { umbrellas } = await load(root);
  const umbrella = umbrellas.find(({ packages }) => packages.length > 0);
  if (!umbrella) throw new Error('no umbrella has packages');
  const options = packageOptions(umbrella, args, folderOfCaller());
  const archive = join(root, 'dist', `${umbrella.name}-${umbrella.version}.tgz`);
  const short = (path: string) => relative(process.cwd(), path);
  const commands = packageCommands(
    { ...options, values: options.values.map(short) },
    short(archive),
    short(umbrella.folder),
  );
  if (options.dryRun) {
    for (const command of commands) print(commandLine(command));
    return 0;
  }
  if (options.action === 'install') await packChart(umbrella.name, join(root, 'dist'));
  await runPackages(commands, print);
  return 0;
});
