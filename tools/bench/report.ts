/** One part of the report. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the numbers are held against. */
  readonly goals: readonly Goal[];
}

/** A promise and whether it was kept. */
export interface Goal {
  readonly text: string;
  readonly kept: boolean;
}

/** The sections as Markdown tables, numbers to the right. */
export function markdown(sections: readonly Section[]): string {
  return `# Bench\n\n${sections.map(sectionText).join('\n')}`;
}

function sectionText({ title, head, rows, goals }: Section): string {
  const align = head.map((_, column) => (column === 0 ? '---' : '---:'));
  const lines = [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const kept = goals.map((goal) => `- ${goal.kept ? 'kept' : 'NOT KEPT'}: ${goal.text}`);
  return [`## ${title}`, '', ...lines, ...(kept.length > 0 ? ['', ...kept] : []), ''].join('\n');
}

/** Milliseconds with a sensible number of digits. */
export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
