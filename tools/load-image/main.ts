import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { type Command, commandLine, loadCommands } from './commands.ts';
import { BUILDERS, imageOptions, LINE } from './options.ts';
import { findBuilder } from './programs.ts';

await runCommand(LINE, async (args) => {
  const options = imageOptions(args, folderOfCaller());
  if (options.dryRun) {
    const [first] = BUILDERS;
    for (const command of loadCommands(options, options.builder ?? first, 'image.tar'))
      print(commandLine(command));
    return 0;
  }
  const builder = findBuilder(options, process.env.PATH ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-image-'));
  try {
    for (const command of loadCommands(options, builder, join(folder, 'image.tar'))) {
      print(commandLine(command));
      await execute(command);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  print(`${options.image} is there`);
  return 0;
});

/** Runs on this terminal: builds talk for minutes, and sudo and ssh may ask for a password. */
async function execute(command: Command): Promise<void> {
  const [program, ...args] = command.words;
  const child = spawn(program, args, {
    stdio: [command.input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
  });
  const ended = new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
  // A program that ends before it has read everything is told by its exit code.
  if (command.input !== undefined && child.stdin !== null)
    await pipeline(createReadStream(command.input), child.stdin).catch(() => undefined);
  const code = await ended;
  if (code === 0) return;
  throw new ChartwrightError(
    'load-image/failed',
    `ended with ${code}`,
    commandLine(command),
    'Its own words are above; run it again when that is repaired.',
  );
}
