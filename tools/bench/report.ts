/** One part of the report. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

/** A measurement, and what it is held against where there is something. */
export interface Row {
  readonly cells: readonly string[];
  readonly goal?: Goal;
}

/** A promise and whether it was kept. */
export interface Goal {
  readonly text: string;
  readonly kept: boolean;
}

/** The promise that a value stays at or under a limit. */
export function atMost(value: number, limit: number, format: (value: number) => string): Goal {
  return { text: `≤ ${format(limit)}`, kept: value <= limit };
}

/** The sections as Markdown tables, numbers to the right. */
export function markdown(sections: readonly Section[]): string {
  return `# Bench\n\n${sections.map(sectionText).join('\n')}`;
}

function sectionText({ title, head, rows }: Section): string {
  const columns = [...head, 'goal', ''];
  const align = columns.map((_, column) => (column === 0 ? '---' : '---:'));
  const lines = [columns, align, ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${title}`, '', ...lines, ''].join('\n');
}

function cellsOf({ cells, goal }: Row): readonly string[] {
  return goal === undefined ? [...cells, '', ''] : [...cells, goal.text, goal.kept ? 'KEPT' : 'NOT KEPT'];
}

/** Milliseconds with a sensible number of digits; a dash where there was nothing to divide by. */
export function ms(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** Seconds with one digit, from milliseconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A factor; a dash where there was nothing to divide by. */
export function times(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return `${value.toFixed(2)} ×`;
}

/** A count of lines or files, in thousands apart. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Thousands of bytes. */
export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

/** Millions of bytes. */
export function MB(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
