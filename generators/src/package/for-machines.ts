import { parse, stringify } from 'yaml';

/**
 * A file of a bundled chart as Helm needs it: values and templates without comments, a line in place of the README, and of
 * Chart.yaml what Helm reads. Helm reads them for every render, and nobody reads them there.
 * Nothing where the chart around it has the file or no use for it.
 *
 * @param path of the file in the archive of its chart, for example `web/values.yaml`
 * @param home page of the charts, which the line links to
 */
export function forMachines(path: string, text: string, home = ''): string | undefined {
  const [chart, file, ...below] = path.split('/');
  if (file === 'templates') return withoutComments(text);
  if (below.length > 0) return text;
  if (UNREAD.includes(file ?? '')) return undefined;
  if (file === 'Chart.yaml') return lean(text);
  if (file === 'README.md') {
    const more = home === '' ? '' : `, and [its home](${home}) more`;
    return `# ${chart}\n\nThe archive of this chart alone has its whole README${more}.\n`;
  }
  if (file === 'values.yaml') return stringify(parse(text), { compat: 'yaml-1.1', lineWidth: 0 });
  return text;
}

const UNREAD = ['LICENSE', 'Chart.lock', 'CHANGELOG.md'];
/** What a registry shows of a chart: that of the chart around it is looked at. */
const SHOWN = ['home', 'icon', 'sources', 'keywords', 'maintainers', 'annotations'];

function lean(manifest: string): string {
  const fields: Readonly<Record<string, unknown>> = parse(manifest);
  return stringify(Object.fromEntries(Object.entries(fields).filter(([key]) => !SHOWN.includes(key))));
}

const BLANKS = [' ', '\t'];

/**
 * Template text with empty comments, and without the blanks in a line that the trim marker behind them removes anyway.
 * Lines stay where they are: what Helm says of a line is true of the chart's own archive, too.
 * @see https://pkg.go.dev/text/template#hdr-Text_and_spaces
 */
function withoutComments(template: string): string {
  let result = '';
  let at = 0;
  for (let start = template.indexOf('{{'); start >= 0; start = template.indexOf('{{', at)) {
    const end = endOfAction(template, start);
    const action = template.slice(start, end);
    const text = template.slice(at, start);
    result += isTrimming(action) ? withoutBlanksAtEnd(text) : text;
    result += withoutWords(action);
    at = end;
  }
  return result + template.slice(at);
}

function isTrimming(action: string): boolean {
  return action.startsWith('{{- ') || action.startsWith('{{-\n');
}

function withoutBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && BLANKS.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The action without the words of a comment. */
function withoutWords(action: string): string {
  const begin = startOfComment(action);
  if (begin < 0) return action;
  const end = action.lastIndexOf('*/');
  const lines = action.slice(begin, end).split('\n').length - 1;
  return `${action.slice(0, begin)}${'\n'.repeat(lines)}${action.slice(end)}`;
}

/** Where the words of a comment begin; below 0 when the action is none. */
function startOfComment(action: string): number {
  const opening = ['{{/*', '{{- /*'].find((text) => action.startsWith(text));
  return opening === undefined ? -1 : opening.length;
}

/** Behind the braces that close an action; those in strings and comments close nothing. */
function endOfAction(template: string, start: number): number {
  if (startOfComment(template.slice(start, start + 6)) > 0)
    return template.indexOf('}}', template.indexOf('*/', start)) + 2;
  let quote = '';
  for (let at = start + 2; at < template.length; at++) {
    const character = template[at] ?? '';
    if (quote === '') {
      if (template.startsWith('}}', at)) return at + 2;
      if (character === '"' || character === '`') quote = character;
    } else if (character === '\\' && quote === '"') at++;
    else if (character === quote) quote = '';
  }
  return template.length;
}
