import type { Peer, PeerValue } from '../../model/peer.ts';
import { code, markdown } from '../../schema/index.ts';

/** What users of another chart find here, in the order of the file that says it. */
export function comingFrom({ name, version, values }: Peer): readonly string[] {
  return [
    '',
    `## Coming from ${name}`,
    '',
    `Values of ${name} ${version} and what they are here; \`npm run translate -- --from ${name} FILE\`, in a clone of this repository, turns a values file over and says what it could not carry.`,
    '',
    '| There | Here | |',
    '|---|---|---|',
    ...values.map(
      ({ from, to, values: words, note }) =>
        `| ${code(from)} | ${to === '' ? '–' : code(to)} | ${[wordsOf(words), note]
          .filter((text) => text !== '')
          .map((text) => markdown(text).replaceAll('|', '\\|'))
          .join(' ')} |`,
    ),
  ];
}

function wordsOf(words: PeerValue['values']): string {
  if (words === null) return '';
  return `${Object.entries(words)
    .map(([theirs, ours]) => `${code(theirs)} is ${code(JSON.stringify(ours))}`)
    .join(', ')}.`;
}
