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

/** How a chart says what several lists have. */
export interface SaidOnce {
  /** Text in which each list is whole. */
  readonly whole: (text: string) => string;
  /** Text that asks named templates for what several lists have. */
  readonly asking: (text: string) => string;
  /** These templates, and the files for them. */
  readonly named: readonly { readonly file: string; readonly text: string }[];
}

/** Lines of a list that stay together: an item, or several under one condition. */
interface Item {
  readonly of: string;
  readonly lines: readonly string[];
  /** Its lines in the first column, the same in every list that has it. */
  readonly text: string;
}

/** Items of a list that follow each other. */
interface Place {
  readonly list: number;
  readonly begin: number;
}

/** Items that follow each other in several lists, and the named template that says them. */
interface Run {
  readonly define: string;
  readonly items: readonly Item[];
  readonly places: readonly Place[];
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
/** Bytes that a named template has to save. */
const LEAST_SAVING = 500;
/** Bytes of a line that asks for a named template, beside its indentation. */
const ASKING = 60;

/** Whether lists of a slot may have so much in common that a chart says it once. */
export function isSaidOnce(slot: string): boolean {
  return SLOTS[slot] !== undefined;
}

/** The line that stands for a list until all lists of the chart are known. */
export function lineFor(list: number): string {
  return `${MARK}${list}`;
}

/** Says once what several lists of a chart have; what a single one has stands where it is read. */
export function saidOnce(chart: string, lists: readonly List[]): SaidOnce {
  const items = lists.map(({ additions }) => additions.flatMap(itemsOf));
  const asked = lists.map((): Map<number, Run> => new Map());
  const named = new Map<string, { readonly file: string; readonly text: string }>();
  const within = new Set<number>();
  for (const [slot, { name, file, what }] of Object.entries(SLOTS)) {
    const free = items.map((own, list) => own.map(() => lists[list]?.slot === slot && !within.has(list)));
    const next = () => bestRun(items, free, lists, `${chart}.${name}`, named);
    for (let run = next(); run; run = next()) {
      for (const { list, begin } of run.places) {
        const end = begin + run.items.length;
        free[list]?.fill(false, begin, end);
        asked[list]?.set(begin, run);
        for (const { lines } of items[list]?.slice(begin, end) ?? [])
          for (const inner of lines.map(listIn)) within.add(inner);
      }
      const { define, items: own } = run;
      const comment = `{{/* ${what}: ${[...new Set(own.map(({ of }) => of))].join(', ')}. */}}`;
      const text = (guardOf(own)?.inside ?? own.map((item) => item.text)).join('\n');
      named.set(define, { file, text: `${comment}\n{{- define "${define}" -}}\n${text}\n{{- end }}\n` });
    }
  }
  const linesOf = (list: number, column: number, asks: boolean) => {
    const found: string[] = [];
    const own = items[list] ?? [];
    for (let index = 0; index < own.length; ) {
      const run = asks ? asked[list]?.get(index) : undefined;
      found.push(...(run ? asking(run, column) : (own[index]?.lines ?? [])));
      index += run?.items.length ?? 1;
    }
    return found;
  };
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

/** The lines that ask for a named template: what begins with an action may begin with an empty line, and may be nothing at all. */
function asking({ define, items }: Run, column: number): readonly string[] {
  const guard = guardOf(items);
  if (guard) return [guard.begin, `{{- include "${define}" . | nindent ${column} }}`, '{{- end }}'];
  if (items.every(({ text }) => text.startsWith('{{')))
    return [`{{- with include "${define}" . }}`, `{{- trim . | nindent ${column} }}`, '{{- end }}'];
  const trim = items[0]?.text.startsWith('{{') ? 'trim | ' : '';
  return [`{{- include "${define}" . | ${trim}nindent ${column} }}`];
}

/** The condition around a single item, which stands where the item is asked for, and the lines that it holds for. */
function guardOf(
  items: readonly Item[],
): { readonly begin: string; readonly inside: readonly string[] } | undefined {
  const [begin = '', ...rest] = items[0]?.text.split('\n') ?? [];
  const inside = rest.slice(0, -1);
  const isGuarded = items.length === 1 && begin.startsWith('{{- if ') && rest.at(-1) === '{{- end }}';
  return isGuarded && !inside[0]?.startsWith('{{') && !inside.some(isElse) ? { begin, inside } : undefined;
}

/** Whether a line in the first column is the other branch of a condition. */
function isElse(line: string): boolean {
  return line.startsWith('{{- else');
}

/** The run of items that saves the most bytes, if any saves enough and has a name of its own. */
function bestRun(
  items: readonly (readonly Item[])[],
  free: readonly (readonly boolean[])[],
  lists: readonly List[],
  common: string,
  taken: ReadonlyMap<string, unknown>,
): Run | undefined {
  const found = new Map<string, { readonly items: readonly Item[]; readonly places: Place[] }>();
  for (const [list, own] of items.entries()) {
    for (const begin of own.keys()) {
      for (let end = begin + 1; end <= own.length && free[list]?.[end - 1]; end++) {
        const run = own.slice(begin, end);
        const key = run.map(({ text }) => text).join('\n');
        const places = found.get(key)?.places ?? [];
        const last = places.at(-1);
        if (last?.list === list && last.begin + run.length > begin) continue;
        places.push({ list, begin });
        found.set(key, { items: run, places });
      }
    }
  }
  let best: Run | undefined;
  let most = LEAST_SAVING - 1;
  for (const [text, run] of found) {
    const lines = text.split('\n').length;
    if (run.places.length < 2 || lines < FEWEST_LINES) continue;
    const define = nameOf(run.items, common);
    const saved = run.places
      .slice(1)
      .map(({ list }) => text.length + lines * (lists[list]?.column ?? 0) - ASKING)
      .reduce((sum, bytes) => sum + bytes, 0);
    if (saved > most && !taken.has(define)) [best, most] = [{ ...run, define }, saved];
  }
  return best;
}

/** The name says what all items are of, where that is one thing. */
function nameOf(items: readonly Item[], common: string): string {
  const [of, ...others] = new Set(items.map((item) => item.of));
  return others.length > 0 || common.endsWith(`.${of}`) ? common : `${common}.${of}`;
}

/** The items of what a feature adds; all of it together where it keeps something in a variable. */
function itemsOf({ of, lines, apart }: Addition): readonly Item[] {
  const here = split(lines);
  const there = split(apart);
  const isAlike = here.length === there.length;
  return (isAlike ? here : [lines]).map((own, index) => ({
    of,
    lines: own,
    text: (isAlike ? (there[index] ?? []) : apart).join('\n'),
  }));
}

function split(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  let depth = 0;
  for (const line of lines) {
    if (depth === 0 && /^\{\{-? *\$/.test(line)) return [lines];
    const isFurther = depth > 0 || line === '' || /^( |\{\{-? *(else|end))/.test(line);
    const last = items.at(-1);
    const isBehindComment = last?.every((before) => before.startsWith('#')) ?? false;
    if (last && (isFurther || isBehindComment)) last.push(line);
    else items.push([line]);
    depth += [...line.matchAll(/\{\{-? *(if|with|range) /g)].length;
    depth -= [...line.matchAll(/\{\{-? *end\b/g)].length;
  }
  return depth === 0 ? items : [lines];
}

/** The list that a line stands for; -1 for none. */
function listIn(line: string): number {
  const at = line.indexOf(MARK);
  return at < 0 ? -1 : Number(line.slice(at + 1));
}
