import { grouped } from '../grouped.ts';

/** What a feature adds to a list. */
export interface Addition {
  /** What the feature is for, such as `connections`, or its name. */
  readonly of: string;
  /** Its lines where the list stands. */
  readonly lines: readonly string[];
  /** The same lines in the first column, lists within them whole. */
  readonly apart: readonly string[];
}

/** A list of a pod, or of the rules for its traffic. */
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
  'networkPolicy.ingress': { name: 'ingress', file: 'network', what: 'Who may reach several pods' },
  'networkPolicy.egress': { name: 'egress', file: 'network', what: 'What several pods may reach' },
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

/**
 * Makes a named template of what a feature, or features for one purpose, add alike to two lists or more. A feature adds one
 * text to most lists: that is named, any other stands where it is.
 *
 * @param hasFile whether the chart has named templates of that name, `git-sync` for those in `_git-sync.tpl`
 */
export function sharedLists(
  chart: string,
  lists: readonly List[],
  hasFile: (name: string) => boolean,
): SharedLists {
  const additions = lists.map((list) => byPurpose(list.additions));
  const asked = new Map<Addition, string>();
  const named = new Map<string, { readonly file: string; readonly text: string }>();
  const within = new Set<number>();
  for (const [slot, { name, file, what }] of Object.entries(SLOTS)) {
    const outer = additions.filter((_, list) => lists[list]?.slot === slot && !within.has(list)).flat();
    for (const [of, all] of grouped(outer, (addition) => addition.of)) {
      const [alike = []] = [...grouped(all, ({ apart }) => apart.join('\n')).values()].sort(
        (a, b) => b.length - a.length,
      );
      const [first] = alike;
      if (!first || alike.length < 2 || !isWorthNaming(first)) continue;
      const define = of === name ? `${chart}.${name}` : `${chart}.${name}.${of}`;
      const own = of.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const comment = `{{/* ${what}${of === name ? '' : `: ${of}`}. */}}`;
      const body = (guardOf(first)?.inside ?? first.apart).join('\n');
      named.set(define, {
        file: hasFile(own) ? own : file,
        text: `${comment}\n{{- define "${define}" -}}\n${body}\n{{- end }}\n`,
      });
      for (const addition of alike) {
        asked.set(addition, define);
        for (const inner of addition.lines.map(listIn)) within.add(inner);
      }
    }
  }
  const linesOf = (list: number, column: number, asks: boolean) =>
    (additions[list] ?? []).flatMap((addition) => {
      const define = asks ? asked.get(addition) : undefined;
      return define === undefined ? addition.lines : asking(define, addition, column);
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

/** Whether it is long enough, and reads no variable that is set around it. */
function isWorthNaming({ apart }: Addition): boolean {
  const actions = apart.join('\n').match(/\{\{.*?\}\}/gs) ?? [];
  const variables = actions.flatMap((action) => action.match(/\$\w+/g) ?? []);
  const set = actions.flatMap((action) => action.match(/\$\w+(?=(?:, \$\w+)? :=)/g) ?? []);
  return apart.length >= FEWEST_LINES && variables.every((variable) => set.includes(variable));
}

/** The lines that ask for a named template: what begins with an action may begin with an empty line, and may be nothing at all. */
function asking(define: string, addition: Addition, column: number): readonly string[] {
  const guard = guardOf(addition);
  const printed = (text: string) => (column === 0 ? `{{ ${text} }}` : `{{- ${text} | nindent ${column} }}`);
  const include = `include "${define}" .`;
  if (guard) return [guard.begin, printed(include), '{{- end }}'];
  if (outermost(addition.apart).every((line) => line.startsWith('{{')))
    return [`{{- with ${include} }}`, printed('trim .'), '{{- end }}'];
  return [printed(addition.apart[0]?.startsWith('{{') ? `${include} | trim` : include)];
}

/** The condition around all of it, which stands where it is asked for, and the lines that it holds for. */
function guardOf({
  apart,
}: Addition): { readonly begin: string; readonly inside: readonly string[] } | undefined {
  const [begin = '', ...rest] = apart;
  const isGuarded = begin.startsWith('{{- if ') && outermost(apart).join('\n') === `${begin}\n{{- end }}`;
  return isGuarded && !rest[0]?.startsWith('{{') ? { begin, inside: rest.slice(0, -1) } : undefined;
}

/** Lines that stand in no condition or loop, and those that begin, divide or end one. */
function outermost(lines: readonly string[]): readonly string[] {
  let depth = 0;
  return lines.filter((line) => {
    const begins = [...line.matchAll(/\{\{-? *(if|with|range) /g)].length;
    const ends = [...line.matchAll(/\{\{-? *end\b/g)].length;
    const isInside = depth > (ends > begins || /^\{\{-? *else/.test(line) ? 1 : 0);
    depth += begins - ends;
    return !isInside;
  });
}

/** The list that a line stands for; -1 for none. */
function listIn(line: string): number {
  const at = line.indexOf(MARK);
  return at < 0 ? -1 : Number(line.slice(at + 1));
}
