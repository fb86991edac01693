import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** A chart that gets another name. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** Text of the renamed chart itself – its definition, templates and files – with its named templates under the new name. */
export function ownText(text: string, { from, to }: Renaming): string {
  return text.replace(
    new RegExp(`\\b(include|define|path["']?:)([ (]+)(\\\\?["'])${from}\\.`, 'g'),
    (_, word, between, quote) => `${word}${between}${quote}${to}.`,
  );
}

/** The same with the name in its definition. */
export function ownDefinition(text: string, renaming: Renaming): string {
  const { from, to } = renaming;
  return ownText(text, renaming).replace(new RegExp(`(\\bname["']?: *)(["'])${from}\\2`), `$1$2${to}$2`);
}

/** A definition that connects to it, is a member of it, or has it as a member. */
export function otherDefinition(text: string, { from, to }: Renaming): string {
  const name = new RegExp(`(["'])${from}\\1`, 'g');
  const inLists = ['packages', 'gitops', 'umbrellas'].reduce((found, key) => {
    const block = new RegExp(`\\b${key}["']?: *(\\[[^\\]]*\\]|\\{[^}]*\\})`, 'g');
    return found.replace(block, (list) => list.replace(name, `$1${to}$1`));
  }, text);
  return inLists
    .replace(new RegExp(`(\\bchart["']?: *)(["'])${from}\\2`, 'g'), `$1$2${to}$2`)
    .replace(new RegExp(`(["'])${from}\\.(?!json["']|ya?ml["'])`, 'g'), `$1${to}.`)
    .replaceAll(`.Values.${from}.`, `.Values.${to}.`);
}

/** A comparison with a public chart, where values of the subchart stand on the side of this one. */
export function comparison(text: string, { from, to }: Renaming): string {
  return text.replace(new RegExp(`^(\\s*\\S+: (?:\\{ to: )?)${from}\\.`, 'gm'), `$1${to}.`);
}

/**
 * Values of a chart, with the block of its subchart under the new name.
 *
 * @param places keys that lead to the blocks: those of subcharts and of members
 */
export function renamedValues(
  text: string,
  { from, to }: Renaming,
  places: readonly (readonly string[])[],
): string {
  const document = parseDocument(text);
  let found = false;
  for (const place of places) {
    const block = place.length === 0 ? document.contents : document.getIn(place, true);
    const pair = isMap(block)
      ? (block as YAMLMap).items.find(({ key }) => isScalar(key) && key.value === from)
      : undefined;
    if (pair === undefined || !isScalar(pair.key)) continue;
    pair.key.value = to;
    found = true;
  }
  return found ? document.toString({ lineWidth: 0 }) : text;
}
