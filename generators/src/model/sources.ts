import { basename, dirname, join } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { literal, text } from '../go/index.ts';
import type { Script } from './container.ts';
import type { Files } from './files.ts';

/** Ending of a script. */
const SHELL = '.sh';

/** A line of a script that sources another script. */
const TAKES_IN = /^\. ([a-z0-9-]+\.sh)$/;

/**
 * A shell script as a named template; a line `. NAME.sh` takes in the script of that name beside it, or else the one that all share.
 *
 * Errors: `definition/missing-file`.
 *
 * @param chart whose template it becomes
 * @param owner what the error names, for example `charts/web/src/chart.ts`
 * @param name what the template is called; the file's name without it
 */
export function scriptIn(
  files: Files,
  path: string,
  chart: string,
  owner: string,
  name = basename(path, SHELL),
): Script {
  const whole = files.get(path);
  if (whole === undefined) {
    throw new ChartwrightError(
      'definition/missing-file',
      `the file ${path} is missing`,
      owner,
      'Write it, or remove its mention.',
    );
  }
  const takes: Script[] = [];
  const lines = whole.split('\n').map((line) => {
    const other = TAKES_IN.exec(line)?.[1];
    if (other === undefined) return literal(line);
    const beside = join(dirname(path), other);
    const script = scriptIn(files, files.has(beside) ? beside : other, chart, owner);
    takes.push(script);
    return text`{{ include "${script.define}" . }}`;
  });
  return { define: `${chart}.scripts.${name}`, text: text`${lines.join('\n')}`, takes };
}

/** The files below a folder of them, by their path below it. */
export function filesBelow(folder: string, files: Files): Files {
  return new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text]] : [],
    ),
  );
}

/** Preset name → text of the values file, of the chart with these files. */
export function presetsOf(files: Files): ReadonlyMap<string, string> {
  return new Map(
    [...filesBelow('presets', files)].flatMap(([name, text]) =>
      name.endsWith(PRESET) ? [[name.slice(0, -PRESET.length), text]] : [],
    ),
  );
}

const PRESET = '.yaml';

/**
 * Text of the chart's picture, `src/icon.svg`; empty for none.
 *
 * Errors: `definition/icon`, since Chart.yaml carries it and every release stores that.
 */
export function iconOf(files: Files, owner: string): string {
  const text = files.get(ICON)?.trim() ?? '';
  if (text === '' || (text.startsWith('<svg ') && text.length <= ICON_LIMIT)) return text;
  throw new ChartwrightError(
    'definition/icon',
    `src/${ICON} has ${text.length} characters and begins with ${JSON.stringify(text.slice(0, 5))}`,
    owner,
    `Begin it with <svg and keep it within ${ICON_LIMIT} characters: Chart.yaml carries it as data.`,
  );
}

/** Version → text of `src/upgrading/VERSION.md`: what its users do who come from an earlier one; the newest first. */
export function upgradePages(files: Files): ReadonlyMap<string, string> {
  const pages = [...filesBelow('upgrading', files)].flatMap(([name, text]): [string, string][] =>
    name.endsWith('.md') ? [[name.slice(0, -'.md'.length), text.trim()]] : [],
  );
  return new Map(pages.sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true })));
}

const ICON = 'icon.svg';
/** Most characters of a picture. */
const ICON_LIMIT = 1_500;

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
