import type { Row } from './checks.ts';

const MARKS: Readonly<Record<Row['result'], string>> = { ok: 'ok', failed: 'FAILED', unknown: '?' };
const ORDER: readonly Row['check'][] = [
  'pods',
  'job',
  'probes',
  'endpoints',
  'gpu',
  'answer',
  'models',
  'question',
  'left',
];

/** Rows as a table, wave by wave, and how many of them failed. */
export function tableLines(rows: readonly Row[], waves: ReadonlyMap<string, number>): readonly string[] {
  const waveOf = ({ member }: Row) => waves.get(member) ?? -1;
  const sorted = [...rows].sort(
    (a, b) =>
      waveOf(a) - waveOf(b) ||
      a.member.localeCompare(b.member) ||
      ORDER.indexOf(a.check) - ORDER.indexOf(b.check) ||
      a.detail.localeCompare(b.detail),
  );
  const cells = sorted.map((row) => [
    waveOf(row) < 0 ? '–' : String(waveOf(row)),
    row.member,
    row.check,
    MARKS[row.result],
    row.detail,
  ]);
  const all = [['wave', 'member', 'check', 'result', 'detail'], ...cells];
  const width = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const widths = [0, 1, 2, 3].map(width);
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const failed = rows.filter(({ result }) => result === 'failed').length;
  return [
    ...lines,
    '',
    failed === 0 ? `${rows.length} checks, all is well` : `${rows.length} checks, ${failed} failed`,
  ];
}
