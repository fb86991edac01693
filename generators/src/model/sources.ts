import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChartwrightError } from '../errors.ts';
import type { Script } from './container.ts';

/** Scripts that every other script may take in. */
const SHARED_SCRIPTS = fileURLToPath(new URL('../templates/scripts', import.meta.url));

/** Ending of a script. */
const SHELL = '.sh';

/** A line of a script that stands for another script. */
const TAKES_IN = /^\. ([a-z0-9-]+\.sh)$/;

/**
 * The text of a file below a chart's `src/`.
 *
 * Errors: `definition/missing-file`.
 *
 * @param definition what the error names, for example `charts/web/src/chart.ts`
 */
function readSource(path: string, definition: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ChartwrightError(
      'definition/missing-file',
      `the file src/${path.split('/src/').at(-1)} is missing`,
      definition,
      'Write it, or remove its mention.',
      { cause },
    );
  }
}

/**
 * A shell script as a named template; a line `. NAME.sh` takes in the script of that name among the shared ones, or else the one beside it.
 *
 * Errors: `definition/missing-file`.
 *
 * @param chart whose template it becomes
 * @param definition what the error names
 * @param name what the template is called; the file's name without it
 */
export function readScript(
  path: string,
  chart: string,
  definition: string,
  name = basename(path, SHELL),
): Script {
  const takes: Script[] = [];
  const lines = readSource(path, definition).split('\n');
  const text = lines.map((line) => {
    const other = TAKES_IN.exec(line)?.[1];
    if (other === undefined) return line;
    const shared = join(SHARED_SCRIPTS, other);
    const script = readScript(existsSync(shared) ? shared : join(dirname(path), other), chart, definition);
    takes.push(script);
    return `{{ include "${script.define}" . }}`;
  });
  return { define: `${chart}.scripts.${name}`, text: text.join('\n'), takes };
}

/** Path below a folder → text, for every file in it, sorted; nothing where there is no folder. */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Preset name → text of the values file, of the chart in a folder. */
export function presetsOf(folder: string): ReadonlyMap<string, string> {
  const files = [...readFolder(join(folder, 'src/presets'))];
  return new Map(
    files.flatMap(([name, text]) => (name.endsWith(PRESET) ? [[name.slice(0, -PRESET.length), text]] : [])),
  );
}

const PRESET = '.yaml';

/** Ending of a file below `src/files` that is Go template text. */
export const TEMPLATE = /\.tpl$/;

/** Whether a file below `src/files` is Go template text, put into a ConfigMap when the chart is rendered. */
export function isTemplate(file: string): boolean {
  return TEMPLATE.test(file);
}

/** Name of the part that renders such a file. */
export function filePart(file: string): string {
  return `files/${file}`;
}
