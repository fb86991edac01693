import { grouped } from '../grouped.ts';
import { opened } from './guard.ts';

/** What a feature adds to a list. */
export interface Addition {
  /** What the feature is for, such as `connections`, or its name. */
  readonly of: string;
  /** Its lines where the list stands. */
  readonly lines: readonly string[];
  /** The same lines in the first column, lists within them whole. */
  readonly apart: readonly string[];
}

/** A list of a pod, of the rules for its traffic, or of the files of its workload. */
export interface List {
  readonly slot: string;
  /** Column of its items. */
  readonly column: number;
  readonly additions: readonly Addition[];
}

/** The lists of a chart, of which several may have the same additions. */
export interface SharedLists {
  /** Text in which each list is whole. */
  readonly whole: (text: string) => string;
  /** Text that asks named templates for what several lists have. */
  readonly asking: (text: string) => string;
  /** These templates, and the files for them. */
  readonly named: readonly { readonly file: string; readonly text: string }[];
}

/** Slots whose lists may have much in common: what it is called, the file for it, and what it is. */
const SLOTS: Readonly<
  Record<string, { readonly name: string; readonly file: string; readonly what: string }>
> = {
  'pod.initContainers': { name: 'initContainers', file: 'pod', what: 'Init containers of several pods' },
  'pod.containers': { name: 'containers', file: 'pod', what: 'Containers of several pods' },
  'container.env': { name: 'environment', file: 'pod', what: 'Environment variables of several containers' },
  'container.volumeMounts': {
    name: 'volumeMounts',
    file: 'pod',
    what: 'Volume mounts of several containers',
  },
  'pod.volumes': { name: 'volumes', file: 'pod', what: 'Volumes of several pods' },
  'workload.files': { name: 'files', file: 'files', what: 'Files of several workloads' },
  'networkPolicy.ingress': { name: 'ingress', file: 'network', what: 'Ingress rules of several pods' },
  'networkPolicy.egress': { name: 'egress', file: 'network', what: 'Egress rules of several pods' },
};

/** First character of a line that stands for a list. */
const MARK = '\u0004';
/** Fewer lines read better where they are. */
const FEWEST_LINES = 8;

/** Whether the lists of a slot may share named templates. */
export function isShared(slot: string): boolean {
  return SLOTS[slot] !== undefined;
}

/** The line that stands for a list until all lists of the chart are known. */
export function lineFor(list: number): string {
  return `${MARK}${list}`;
}

/** The named template that an addition asks for, what it says, and the lines that follow it. */
interface Asked {
  readonly define: string;
  readonly body: readonly string[];
  /** Its condition, which stands where it is asked for; empty for none. */
  readonly begin: string;
  readonly rest: readonly string[];
}

/**
 * Makes a named template of what a feature, or features for one purpose, add to a list, where other lists have that, too,
 * under a condition of their own perhaps, or that and more after it. A feature has one, of the list that most lines of others
 * follow. Anything else stands where it is.
 *
 * @param hasFile whether the chart has named templates of that name, `git-sync` for those in `_git-sync.tpl`
 */
export function sharedLists(
  chart: string,
  lists: readonly List[],
  hasFile: (name: string) => boolean,
): SharedLists {
  const additions = lists.map((list) => byPurpose(list.additions));
  const asked = new Map<Addition, Asked>();
  const named = new Map<string, { readonly file: string; readonly text: string }>();
  const within = new Set<number>();
  for (const [slot, { name, file, what }] of Object.entries(SLOTS)) {
    const outer = additions.filter((_, list) => lists[list]?.slot === slot && !within.has(list)).flat();
    for (const [of, all] of grouped(outer, (addition) => addition.of)) {
      const common = commonBeginning(all);
      if (!common) continue;
      const { body, alike } = common;
      const define = of === name ? `${chart}.${name}` : `${chart}.${name}.${of}`;
      const own = of.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const comment = `{{/* ${what}${of === name ? '' : `: ${of}`}. */}}`;
      named.set(define, {
        file: hasFile(own) ? own : file,
        text: `${comment}\n{{- define "${define}" -}}\n${body.join('\n')}\n{{- end }}\n`,
      });
      for (const { addition, begin, lines, rest } of alike) {
        asked.set(addition, { define, body, begin, rest });
        for (const inner of lines.map(listIn)) within.add(inner);
      }
    }
  }
  const linesOf = (list: number, column: number, asks: boolean) =>
    (additions[list] ?? []).flatMap((addition) => {
      const found = asks ? asked.get(addition) : undefined;
      return found ? [...asking(found, column), ...found.rest] : addition.lines;
    });
  const filled = (text: string, asks: boolean, column = 0): string =>
    text
      .split('\n')
      .map((line) => {
        const list = listIn(line);
        if (list < 0) return line;
        const indent = line.indexOf(MARK);
        const inner = linesOf(list, column + indent, asks).join('\n');
        return filled(inner, asks, column + indent).replace(/^(?=.)/gm, ' '.repeat(indent));
      })
      .join('\n');
  return {
    whole: (text) => filled(text, false),
    asking: (text) => filled(text, true),
    named: [...named.values()],
  };
}

/** Additions for one purpose that follow each other, as one. */
function byPurpose(additions: readonly Addition[]): readonly Addition[] {
  const found: Addition[] = [];
  for (const { of, lines, apart } of additions) {
    const last = found.at(-1);
    if (last?.of === of)
      found.splice(-1, 1, { of, lines: [...last.lines, ...lines], apart: [...last.apart, ...apart] });
    else found.push({ of, lines, apart });
  }
  return found;
}

/** The lines that several additions begin with: of what one of them says under its condition, that whose name saves most lines. */
function commonBeginning(additions: readonly Addition[]) {
  const candidates = additions
    .filter(({ apart }) => apart.length >= FEWEST_LINES)
    .map(({ apart }) => ({ body: guardOf(apart)?.inside ?? apart, size: apart.length }));
  const [best] = [...new Map(candidates.map((one) => [one.body.join('\n'), one])).values()]
    .filter(({ body }) => isClosed(body))
    .map((one) => ({ ...one, alike: additions.flatMap((addition) => begun(addition, one.body)) }))
    .filter(({ alike }) => alike.length > 1)
    .sort((a, b) => b.size * (b.alike.length - 1) - a.size * (a.alike.length - 1));
  return best;
}

/**
 * An addition that begins with these lines, the first item perhaps under a condition, and reads no variable of theirs after
 * them: they as they stand in it, and the rest.
 */
function begun(addition: Addition, body: readonly string[]) {
  const [items, texts] = [itemsOf(addition.lines), itemsOf(addition.apart)];
  const guard = guardOf(texts[0] ?? []);
  const isGuarded = guard?.inside.join('\n') === body.join('\n');
  const count = isGuarded ? 1 : itemsOf(body).length;
  const isWhole = isGuarded || texts.slice(0, count).flat().join('\n') === body.join('\n');
  if (!isWhole || items.length !== texts.length || !isClosed(texts.slice(count).flat())) return [];
  const begin = isGuarded ? guard.begin : '';
  return [{ addition, begin, lines: items.slice(0, count).flat(), rest: items.slice(count).flat() }];
}

/** Whether lines read no variable but those that they set. */
function isClosed(lines: readonly string[]): boolean {
  const actions = lines.join('\n').match(/\{\{.*?\}\}/gs) ?? [];
  const variables = actions.flatMap((action) => action.match(/\$\w+/g) ?? []);
  const set = actions.flatMap((action) => action.match(/\$\w+(?=(?:, \$\w+)? :=)/g) ?? []);
  return variables.every((variable) => set.includes(variable));
}

/** The items of a list with their conditions: what a line of the first column begins outside of any condition. */
function itemsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  let depth = 0;
  for (const line of lines) {
    const isFirst = items.length === 0 || (depth === 0 && /^\S/.test(line));
    if (isFirst) items.push([line]);
    else items.at(-1)?.push(line);
    depth += opened(line);
  }
  return items;
}

/** The lines that ask for a named template: what begins with an action may begin with an empty line, and may be nothing at all. */
function asking({ define, body, begin }: Asked, column: number): readonly string[] {
  const printed = (text: string) => (column === 0 ? `{{ ${text} }}` : `{{- ${text} | nindent ${column} }}`);
  const include = `include "${define}" .`;
  if (begin !== '') return [begin, printed(include), '{{- end }}'];
  if (outermost(body).every((line) => line.startsWith('{{')))
    return [`{{- with ${include} }}`, printed('trim .'), '{{- end }}'];
  return [printed(body[0]?.startsWith('{{') ? `${include} | trim` : include)];
}

/** The condition around all of it, and the lines that it holds for. */
function guardOf(
  apart: readonly string[],
): { readonly begin: string; readonly inside: readonly string[] } | undefined {
  const [begin = '', ...rest] = apart;
  const isGuarded = begin.startsWith('{{- if ') && outermost(apart).join('\n') === `${begin}\n{{- end }}`;
  return isGuarded && !rest[0]?.startsWith('{{') ? { begin, inside: rest.slice(0, -1) } : undefined;
}

/** Lines that stand in no condition or loop, and those that begin, divide or end one. */
function outermost(lines: readonly string[]): readonly string[] {
  let depth = 0;
  return lines.filter((line) => {
    const change = opened(line);
    const isInside = depth > (change < 0 || /^\{\{-? *else/.test(line) ? 1 : 0);
    depth += change;
    return !isInside;
  });
}

/** The list that a line stands for; -1 for none. */
function listIn(line: string): number {
  const at = line.indexOf(MARK);
  return at < 0 ? -1 : Number(line.slice(at + 1));
}
