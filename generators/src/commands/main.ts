import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CHARTS } from '../package/chart-folders.ts';
import { packAll } from '../package/pack.ts';
import {
  type CommandOptions,
  generateChart,
  installChart,
  lintChart,
  templateChart,
  writeEditorSchema,
} from './commands.ts';

const USAGE =
  'usage: node generators/src/commands/main.ts generate|lint|template|install|editor-schema NAME [--case CASE | --values FILE…] [--at REVISION] [--release NAME] [--namespace NAME] [--timeout 10m]\n' +
  '       node generators/src/commands/main.ts package [NAME]…';

const COMMANDS: Readonly<Record<string, (name: string, options: CommandOptions) => Promise<string>>> = {
  generate: generateChart,
  lint: lintChart,
  template: templateChart,
  install: installChart,
  'editor-schema': writeEditorSchema,
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      values: { type: 'string', multiple: true },
      case: { type: 'string', short: 'c' },
      at: { type: 'string' },
      release: { type: 'string' },
      namespace: { type: 'string' },
      timeout: { type: 'string' },
    },
  });
  const [verb = '', ...names] = positionals;
  const output = verb === 'package' ? await packCharts(names) : await overOne(verb, names[0], values);
  if (output !== '') process.stdout.write(`${output}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function packCharts(names: readonly string[]): Promise<string> {
  const paths = await packAll(join(CHARTS, '..', 'dist'), CHARTS, names.length > 0 ? names : undefined);
  return paths.map((path) => relative(process.cwd(), path)).join('\n');
}

async function overOne(verb: string, name: string | undefined, options: CommandOptions): Promise<string> {
  const command = COMMANDS[verb];
  if (command === undefined || name === undefined) throw new Error(USAGE);
  return (await command(name, options)).trimEnd();
}
