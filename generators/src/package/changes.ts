import { isMap, parseDocument, Scalar, stringify } from 'yaml';

/** Word in a heading of a changelog → kind of a change at Artifact Hub; all others changed something. */
const KINDS = [
  ['Breaking', 'changed'],
  ['Feature', 'added'],
  ['Fix', 'fixed'],
  ['Security', 'security'],
  ['Deprecat', 'deprecated'],
  ['Remov', 'removed'],
] as const;

/**
 * Chart.yaml with what its version changes, as the chart's changelog has it: `nx release` writes that after the version, so
 * that it is known when the chart is packed. The same text where the changelog says nothing of the version.
 * https://artifacthub.io/docs/topics/annotations/helm/
 *
 * @param changelog text of CHANGELOG.md
 */
export function withChanges(manifest: string, changelog: string): string {
  const document = parseDocument(manifest);
  const changes = changesOf(changelog, String(document.get('version')));
  const annotations = document.get('annotations');
  if (changes.length === 0 || !isMap(annotations)) return manifest;
  const text = new Scalar(stringify(changes, { lineWidth: 0 }));
  text.type = 'BLOCK_LITERAL';
  annotations.set('artifacthub.io/changes', text);
  return document.toString({ lineWidth: 0 });
}

/** The items below the heading of a version, each with the kind that the heading above it says. */
function changesOf(changelog: string, version: string) {
  const [, section = ''] = `\n${changelog}`.split(
    new RegExp(`\\n##? ${version.replaceAll('.', '\\.')}(?= |\\n)`),
  );
  const [own = ''] = section.split(/\n##? /);
  let kind = 'changed';
  return own.split('\n').flatMap((line) => {
    if (line.startsWith('### ')) {
      kind = line.includes('Thank You')
        ? ''
        : (KINDS.find(([word]) => line.includes(word))?.[1] ?? 'changed');
      return [];
    }
    if (!line.startsWith('- ') || kind === '') return [];
    return [{ kind, description: plain(line.slice(2)) }];
  });
}

/** A line without emphasis, and links as their text; those to commits say nothing there. */
function plain(markdown: string): string {
  return markdown
    .replace(/ \(\[[0-9a-f]{7,}\]\([^)]*\)\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .trim();
}
