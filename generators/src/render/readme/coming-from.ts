import { grouped } from '../../grouped.ts';
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
    ...alikeLines(alike),
    '',
    '| There | Here | |',
    '|---|---|---|',
    ...values.slice(same).map(row),
  ];
}

type Group = Peer['alike'][number];

/** What both blocks of a group end in belongs to its names. */
function outermost({ there, here, values }: Group): Group {
  const last = there.slice(there.lastIndexOf('.') + 1);
  if (last === '' || !`.${here}`.endsWith(`.${last}`)) return { there, here, values };
  const outer = (block: string) => block.slice(0, -last.length).replace(/\.$/, '');
  return outermost({
    there: outer(there),
    here: outer(here),
    values: values.map((name) => `${last}.${name}`),
  });
}

function alikeLines(groups: readonly Group[]): readonly string[] {
  const blocks = grouped(groups.map(outermost), ({ there, here }) => `${there} ${here}`);
  return [...blocks.values()].flatMap((alike) => {
    const [{ there, here } = { there: '', here: '' }] = alike;
    const names = alike.flatMap(({ values }) => values.map(code)).join(', ');
    return ['', `${there === here ? 'The same' : `Below another block, ${moved(there, here)}`}: ${names}.`];
  });
}

function moved(there: string, here: string): string {
  const [theirs, ours] = [there, here].map((block) => code(block === '' ? 'NAME' : `${block}.NAME`));
  return `${theirs} is ${ours}`;
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
