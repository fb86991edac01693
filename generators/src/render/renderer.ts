import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { Instance, View } from './contribution.ts';
import { createDialect, type Dialect, renderDialect } from './dialect.ts';

/** A mark that stands alone on its line and is replaced by lines of the same indentation. */
const MARK = '\u0003';
const STEP = 2;

type Mark =
  | { readonly kind: 'slot'; readonly name: string; readonly key: string; readonly single: boolean }
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'lines'; readonly text: string };

interface Block {
  readonly text: string;
  readonly file: string;
  readonly view: object;
  /** Instances that may fill the slots of this block. */
  readonly instances: readonly Instance[];
  /** Column at which the block will stand. */
  readonly column: number;
}

/** Renders templates and fragments of one chart; remembers which slots there were. */
export class Renderer {
  readonly #dialect: Dialect = createDialect();
  readonly #parts: ReadonlyMap<string, string>;
  readonly #marks: Mark[] = [];
  readonly #visited = new Set<string>();

  constructor(parts: ReadonlyMap<string, string>) {
    this.#parts = parts;
    this.#dialect.registerHelper('slot', (name: string, key: unknown) => this.#mark({ kind: 'slot', name, key: typeof key === 'string' ? key : '', single: false }));
    this.#dialect.registerHelper('single', (name: string) => this.#mark({ kind: 'slot', name, key: '', single: true }));
    this.#dialect.registerHelper('part', (name: string) => this.#mark({ kind: 'part', name }));
    this.#dialect.registerHelper('lines', (text: string) => this.#mark({ kind: 'lines', text }));
    this.#dialect.registerHelper('at', (offset: number, options: { data: { root: { column: number } } }) => options.data.root.column + offset);
    this.#dialect.registerHelper('eq', (a: unknown, b: unknown) => a === b);
    this.#dialect.registerHelper('or', (a: unknown, b: unknown) => Boolean(a) || Boolean(b));
    this.#dialect.registerHelper('metricLabels', (text: string, chart: string, workload: string) => text.replaceAll('%selector%', ` {{ include "${chart}.${workload}.metricLabels" . }} `));
    this.#dialect.registerHelper('anyVariable', (secrets: readonly { readonly variable: string }[]) => either(secrets.map(({ variable }) => `$${variable}`)));
    this.#dialect.registerHelper('json', (value: unknown) => JSON.stringify(value));
    this.#dialect.registerHelper('quoted', (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(' '));
  }

  /** The text of a whole template, slots filled. */
  render(block: Omit<Block, 'column'>): string {
    return `${this.#lines({ ...block, column: 0 }).join('\n')}\n`;
  }

  /** One line of dialect text, for conditions. */
  line(text: string, view: View, file: string): string {
    return renderDialect(this.#dialect, text, { ...view, column: 0 }, file);
  }

  /** Slots met since the last call; a fragment for any other is a mistake. */
  takeVisited(): ReadonlySet<string> {
    const visited = new Set(this.#visited);
    this.#visited.clear();
    return visited;
  }

  #mark(mark: Mark): string {
    this.#marks.push(mark);
    return `${MARK}${this.#marks.length - 1}`;
  }

  #lines(block: Block): readonly string[] {
    const text = renderDialect(this.#dialect, block.text, { ...block.view, column: block.column }, block.file);
    if (text.trim() === '') return [];
    const lines = text.replace(/^\n+|\n+$/g, '').split('\n');
    return lines.flatMap((line) => {
      const indent = line.length - line.trimStart().length;
      if (line[indent] !== MARK) return line.trim() === '' && line !== '' ? [] : [line];
      const mark = this.#marks[Number(line.slice(indent + 1))];
      const inner = mark ? this.#expand(mark, block, block.column + indent) : [];
      return inner.map((innerLine) => (innerLine === '' ? '' : `${' '.repeat(indent)}${innerLine}`));
    });
  }

  #expand(mark: Mark, block: Block, column: number): readonly string[] {
    if (mark.kind === 'lines') return mark.text.replace(/\n+$/, '').split('\n');
    if (mark.kind === 'part') {
      const text = this.#parts.get(mark.name);
      if (text === undefined) throw new ChartwrightError('template/unknown-part', `there is no part ${mark.name}`, block.file, 'Write it in generators/src/templates/parts.');
      return this.#lines({ ...block, text, file: `templates/parts/${mark.name}`, column });
    }
    return this.#fill(mark, block, column);
  }

  #fill({ name, key, single }: Extract<Mark, { kind: 'slot' }>, block: Block, column: number): readonly string[] {
    this.#visited.add(name);
    const filled = block.instances.flatMap((instance) => {
      const fragment = instance.feature.fragmentFiles.find(({ slot }) => slot === name);
      if (!fragment) return [];
      const when = instance.feature.fragments?.[name]?.when ?? instance.feature.when ?? '';
      return [{ fragment, instance, condition: this.line(when, instance.view, fragment.file) }];
    });
    if (filled.length === 0) return [];
    if (single && filled.length > 1) {
      const owners = filled.map(({ instance }) => instance.feature.name).join(', ');
      throw new ChartwrightError('feature/two-owners', `the single slot ${name} is filled by ${owners}`, block.file, 'Let one feature own it; the others may name a condition in omits.');
    }
    const inner = column + (key === '' ? 0 : STEP);
    const always = filled.some(({ condition }) => condition === '');
    const alone = filled.length === 1;
    const body = filled.flatMap(({ fragment, instance, condition }) => {
      const lines = this.#lines({ text: fragment.text, file: fragment.file, view: instance.view, instances: block.instances, column: inner });
      const guarded = condition !== '' && !(alone && key !== '');
      return guarded ? [`{{- if ${condition} }}`, ...lines, '{{- end }}'] : lines;
    });
    const keyed = key === '' ? body : [`${key}:`, ...body.map((line) => (line === '' ? '' : `${' '.repeat(STEP)}${line}`))];
    const guardedList = key !== '' && !always ? [`{{- if ${either(filled.map(({ condition }) => condition))} }}`, ...keyed, '{{- end }}'] : keyed;
    const omitted = block.instances.flatMap((instance) => {
      const condition = instance.feature.omits?.[name];
      return condition === undefined ? [] : [this.line(condition, instance.view, instance.feature.folder)];
    });
    return omitted.length === 0 ? guardedList : [`{{- if not ${parenthesised(either(omitted))} }}`, ...guardedList, '{{- end }}'];
  }
}

/** `or` of conditions; one condition stays as it is. */
export function either(conditions: readonly string[]): string {
  const distinct = [...new Set(conditions)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `or ${distinct.map(parenthesised).join(' ')}`;
}

/** `and` of conditions, empty ones left out. */
export function both(conditions: readonly string[]): string {
  const distinct = [...new Set(conditions.filter((condition) => condition !== ''))];
  return distinct.length <= 1 ? (distinct[0] ?? '') : `and ${distinct.map(parenthesised).join(' ')}`;
}

function parenthesised(condition: string): string {
  return condition.includes(' ') ? `(${condition})` : condition;
}

/** The mistake of a fragment whose slot no template has. */
export function unknownSlot(slot: string, file: string, known: ReadonlySet<string>, place: string): ChartwrightError {
  const near = nearestName(slot, [...known]);
  return new ChartwrightError('feature/unknown-slot', `no template of ${place} has the slot ${slot}`, file, near ? `Did you mean ${near}?` : `Known: ${[...known].sort().join(', ')}.`);
}
