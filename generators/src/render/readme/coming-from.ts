import type { Peer, PeerValue } from '../../model/peer.ts';
import { code, markdown } from '../../schema/index.ts';

/** What users of another chart find here, in the order of the file that says it. */
export function comingFrom({ name, version, alike, values }: Peer): readonly string[] {
  const same = alike.reduce((sum, group) => sum + group.values.length, 0);
  return [
    '',
    `## Coming from ${name}`,
    '',
    `\`npm run translate -- --from ${name} FILE\`, in a clone of this repository, turns a values file of version ${version} over and says what it could not carry.`,
    ...alike.flatMap(alikeLines),
    '',
    '| There | Here | |',
    '|---|---|---|',
    ...values.slice(same).map(row),
  ];
}

function alikeLines({ there, here, values }: Peer['alike'][number]): readonly string[] {
  const moved = `${code(there === '' ? 'NAME' : `${there}.NAME`)} is ${code(here === '' ? 'NAME' : `${here}.NAME`)}`;
  return [
    '',
    `${there === here ? 'The same' : `Below another block, ${moved}`}: ${values.map(code).join(', ')}.`,
  ];
}

function row({ from, to, values, note }: PeerValue): string {
  const texts = [wordsOf(values), markdown(note)].filter((text) => text !== '');
  return `| ${code(from)} | ${to === '' ? '–' : code(to)} | ${texts.join(' ').replaceAll('|', '\\|')} |`;
}

function wordsOf(words: PeerValue['values']): string {
  if (words === null) return '';
  return `${Object.entries(words)
    .map(([theirs, ours]) => `${code(theirs)} is ${code(JSON.stringify(ours))}`)
    .join(', ')}.`;
}
