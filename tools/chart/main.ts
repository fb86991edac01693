import { parseArgs } from 'node:util';
import { type CommandOptions, generateChart, installChart, lintChart, templateChart } from './commands.ts';

const USAGE =
  'usage: node tools/chart/main.ts generate|lint|template|install NAME [--values FILE]… [--release NAME] [--namespace NAME] [--timeout 10m]';

const COMMANDS: Readonly<Record<string, (name: string, options: CommandOptions) => Promise<string>>> = {
  generate: generateChart,
  lint: lintChart,
  template: templateChart,
  install: installChart,
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      values: { type: 'string', multiple: true },
      release: { type: 'string' },
      namespace: { type: 'string' },
      timeout: { type: 'string' },
    },
  });
  const [verb = '', name] = positionals;
  const command = COMMANDS[verb];
  if (command === undefined || name === undefined) throw new Error(USAGE);
  const output = (await command(name, values)).trimEnd();
  if (output !== '') process.stdout.write(`${output}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
