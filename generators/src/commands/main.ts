#!/usr/bin/env node
import { join, relative, resolve } from 'node:path';
import { load } from '../generate.ts';
import { CHARTS } from '../package/chart-folders.ts';
import { packAll } from '../package/pack.ts';
import {
  folderOfCaller,
  knownWord,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../programs/cli.ts';
import {
  type CommandOptions,
  generateChart,
  installChart,
  lintChart,
  templateChart,
  writeEditorSchema,
} from './commands.ts';
import { translate, translationText } from './translate.ts';

const LINE = {
  name: 'npx chartwright',
  usage: [
    'generate|lint|template|install|editor-schema NAME [--case CASE | --values FILE…] [--at REVISION] [--release NAME] [--namespace NAME] [--timeout 10m]',
    'package [NAME]…',
    'translate --from PUBLISHER/CHART [--to NAME] FILE',
  ],
  options: {
    values: { type: 'string', multiple: true },
    case: { type: 'string', short: 'c' },
    at: { type: 'string' },
    release: { type: 'string' },
    namespace: { type: 'string' },
    timeout: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  allowPositionals: true,
} as const;

const COMMANDS: Readonly<Record<string, (name: string, options: CommandOptions) => Promise<string>>> = {
  generate: generateChart,
  lint: lintChart,
  template: templateChart,
  install: installChart,
  'editor-schema': writeEditorSchema,
};

/** Commands that are not about one chart of the workspace. */
const OVER_MORE = ['package', 'translate'];

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const [word, ...names] = positionals;
  const verb = knownWord(LINE, 'command', word, [...Object.keys(COMMANDS), ...OVER_MORE]);
  const output = await outputOf(verb, names, values);
  if (output !== '') print(output);
  return 0;
});

function outputOf(
  verb: string,
  names: readonly string[],
  options: CommandOptions & { readonly from?: string; readonly to?: string },
) {
  if (verb === 'package') return packCharts(names);
  if (verb === 'translate') return translateFile(options, names);
  return overOne(verb, names, options);
}

async function translateFile(
  { from, to }: { readonly from?: string; readonly to?: string },
  [file, ...more]: readonly string[],
): Promise<string> {
  if (from === undefined || file === undefined || more.length > 0)
    throw usageError(LINE, 'name the chart the values are from, and one file with them');
  return translationText(
    translate(await load(join(CHARTS, '..')), from, resolve(folderOfCaller(), file), to),
  );
}

async function packCharts(names: readonly string[]): Promise<string> {
  const paths = await packAll(join(CHARTS, '..', 'dist'), CHARTS, names.length > 0 ? names : undefined);
  return paths.map((path) => relative(process.cwd(), path)).join('\n');
}

async function overOne(
  verb: string,
  [name, ...more]: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const command = COMMANDS[verb];
  if (command === undefined || name === undefined || more.length > 0)
    throw usageError(LINE, 'name one chart');
  return (await command(name, options)).trimEnd();
}
