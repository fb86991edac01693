import { asTemplate, type Call, type Caller, called } from './any-workload.ts';

/** What a feature adds to a list. */
export interface Addition {
  /** What the feature is for, such as `connections`, or its name. */
  readonly of: string;
  /** Its lines where the list stands. */
  readonly lines: readonly string[];
  /** The same lines in the first column and for any workload, lists within them whole. */
  readonly apart: readonly string[];
}

/** A list of a pod, or of the rules for its traffic. */
export interface List {
  /** The slot or part that it is. */
  readonly place: string;
  readonly workload: Caller;
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
  /** Its lines in a named template, the same in every list that has it; undefined where they cannot stand there. */
  readonly text: string | undefined;
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
  readonly text: string;
  readonly places: readonly Place[];
}

/** Where lists may have much in common: what that is called, the file for it, and what it is; lists before those within them. */
const PLACES: Readonly<
  Record<string, { readonly name: string; readonly file: string; readonly what: string }>
> = {
  'pod.labels': { name: 'podLabels', file: 'pod', what: 'Labels of several pods' },
  'pod-spec': { name: 'podSpec', file: 'pod', what: 'Fields of several pods' },
  'pod.initContainers': { name: 'initContainers', file: 'pod', what: 'Init containers of several pods' },
  'pod.containers': { name: 'containers', file: 'pod', what: 'Containers of several pods' },
  container: { name: 'container', file: 'pod', what: 'Fields of several containers' },
  'container.env': {
    name: 'environment',
    file: 'pod',
    what: 'Environment variables of several containers',
  },
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

/** Whether lists of a place may have so much in common that a chart says it once. */
export function isSaidOnce(place: string): boolean {
  return PLACES[place] !== undefined;
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
  const gone = new Set<number>();
  const leave = (lines: readonly string[]) => {
    for (const list of lines.map(listIn)) {
      gone.add(list);
      for (const item of items[list] ?? []) leave(item.lines);
    }
  };
  for (const [place, { name, file, what }] of Object.entries(PLACES)) {
    const free = items.map((own, list) => own.map(() => lists[list]?.place === place && !gone.has(list)));
    const next = () => bestRun(items, free, lists, `${chart}.${name}`, named);
    for (let run = next(); run; run = next()) {
      for (const { list, begin } of run.places) {
        const end = begin + run.items.length;
        free[list]?.fill(false, begin, end);
        asked[list]?.set(begin, run);
        for (const item of items[list]?.slice(begin, end) ?? []) leave(item.lines);
      }
      named.set(run.define, { file, text: defined(run, lists, what) });
    }
  }
  const linesOf = (list: number, column: number, asks: boolean) => {
    const found: string[] = [];
    const own = items[list] ?? [];
    for (let index = 0; index < own.length; ) {
      const run = asks ? asked[list]?.get(index) : undefined;
      const workload = lists[list]?.workload;
      const lines = own[index]?.lines ?? [];
      found.push(...(run && workload ? asking(run, lists, lines, { workload, column }) : lines));
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

/** The named template of a run. */
function defined(run: Run, lists: readonly List[], what: string): string {
  const { define, items } = run;
  const { body, names } = callOf(run, lists);
  const of = [...new Set(items.map((item) => item.of))].filter((one) => one !== '').join(', ');
  const about = `${what}${of && `: ${of}`}${names.length > 0 ? `; called with root, ${names.join(', ')}` : ''}`;
  return `{{/* ${about}. */}}\n{{- define "${define}" -}}\n${body}\n{{- end }}\n`;
}

/** The lines that ask for a named template: what begins with an action may begin with an empty line, and may be nothing at all. */
function asking(
  run: Run,
  lists: readonly List[],
  [first = '']: readonly string[],
  { workload, column }: Pick<List, 'workload' | 'column'>,
): readonly string[] {
  const { define, items, text } = run;
  const include = `include "${define}" ${callOf(run, lists).by(workload)}`;
  if (isGuarded(items)) return [first, `{{- ${include} | nindent ${column} }}`, '{{- end }}'];
  if (items.every((item) => item.text?.startsWith('{{')))
    return [`{{- with ${include} }}`, `{{- trim . | nindent ${column} }}`, '{{- end }}'];
  return [`{{- ${include} | ${text.startsWith('{{') ? 'trim | ' : ''}nindent ${column} }}`];
}

/** How the named template of a run is called. */
function callOf({ items, text, places }: Run, lists: readonly List[]): Call {
  const body = isGuarded(items) ? text.split('\n').slice(1, -1).join('\n') : text;
  return called(
    body,
    places.flatMap(({ list }) => lists[list]?.workload ?? []),
  );
}

/** Whether it is a single item under a condition, which stands where the item is asked for. */
function isGuarded([item, ...others]: readonly Item[]): boolean {
  const [begin = '', second = '', ...lines] = item?.text?.split('\n') ?? [];
  if (others.length > 0 || !begin.startsWith('{{- if ') || lines.at(-1) !== '{{- end }}') return false;
  return !second.startsWith('{{') && !lines.some((line) => line.startsWith('{{- else'));
}

/** The run of items that saves the most bytes, if any saves enough and has a name of its own. */
function bestRun(
  items: readonly (readonly Item[])[],
  free: readonly (readonly boolean[])[],
  lists: readonly List[],
  common: string,
  taken: ReadonlyMap<string, unknown>,
): Run | undefined {
  const found = new Map<string, Run & { readonly places: Place[] }>();
  for (const [list, own] of items.entries()) {
    for (const begin of own.keys()) {
      let text = '';
      for (let end = begin + 1; end <= own.length && free[list]?.[end - 1]; end++) {
        const last = own[end - 1]?.text;
        if (last === undefined) break;
        text += end > begin + 1 ? `\n${last}` : last;
        const run = found.get(text);
        const before = run?.places.at(-1);
        if (before?.list === list && before.begin + end - begin > begin) continue;
        if (run) run.places.push({ list, begin });
        else {
          const parts = own.slice(begin, end);
          found.set(text, { define: nameOf(parts, common), items: parts, text, places: [{ list, begin }] });
        }
      }
    }
  }
  let best: Run | undefined;
  let most = LEAST_SAVING - 1;
  for (const run of found.values()) {
    const { places, text, define } = run;
    const lines = text.split('\n').length;
    if (places.length < 2 || lines < FEWEST_LINES || taken.has(define)) continue;
    const bytes = places.map(({ list, begin }) => {
      const at = lists[list];
      if (!at) return 0;
      const ask = asking(run, lists, items[list]?.[begin]?.lines ?? [], at);
      return text.length + lines * at.column - ask.join('\n').length - ask.length * at.column;
    });
    const saved = bytes.reduce((sum, one) => sum + one, -text.length);
    if (saved > most) [best, most] = [run, saved];
  }
  return best;
}

/** The name says what all items are of, where that is one thing. */
function nameOf(items: readonly Item[], common: string): string {
  const [of, ...others] = new Set(items.map((item) => item.of));
  return others.length > 0 || !of || common.endsWith(`.${of}`) ? common : `${common}.${of}`;
}

/** The items of what a feature adds. */
function itemsOf({ of, lines, apart }: Addition): readonly Item[] {
  const here = split(lines);
  const there = split(apart);
  const isAlike = here.length === there.length;
  return (isAlike ? here : [lines]).map((own, index) => ({
    of,
    lines: own,
    text: asTemplate((isAlike ? (there[index] ?? []) : apart).join('\n')),
  }));
}

/** Lines by what stays together: an item with its condition and comment, a variable with what reads it. */
function split(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  let depth = 0;
  let needed = -1;
  for (const [index, line] of lines.entries()) {
    const isFurther = depth > 0 || index <= needed || line === '' || /^( |\{\{-? *(else|end))/.test(line);
    const last = items.at(-1);
    const isBehindComment = last?.every((before) => before.startsWith('#')) ?? false;
    if (last && (isFurther || isBehindComment)) last.push(line);
    else items.push([line]);
    const [, variable] = depth === 0 ? (/^\{\{-? *(\$\w+) *:=/.exec(line) ?? []) : [];
    if (variable)
      needed = Math.max(
        needed,
        lines.findLastIndex((later) => later.includes(variable)),
      );
    depth += [...line.matchAll(/\{\{-? *(if|with|range) /g)].length;
    depth -= [...line.matchAll(/\{\{-? *end\b/g)].length;
  }
  return items;
}

/** The list that a line stands for; -1 for none. */
function listIn(line: string): number {
  const at = line.indexOf(MARK);
  return at < 0 ? -1 : Number(line.slice(at + 1));
}
