import { expect, test } from 'vitest';
import { row } from './checks.ts';
import { tableLines } from './table.ts';

const waves = new Map([
  ['ollama', 0],
  ['api', 1],
]);

test('rows come by wave, member and check, and what no wave has comes first', () => {
  const rows = [
    row('api', 'endpoints', 'failed', 'api: 0 ready'),
    row('api', 'pods', 'ok', 'api: 1 of 1 ready'),
    row('ollama', 'job', 'unknown', 'pull is not there any more'),
    row('extra', 'pods', 'ok', 'extra: 1 of 1 ready'),
  ];
  expect(tableLines(rows, waves)).toEqual([
    'wave  member  check      result  detail',
    '–     extra   pods       ok      extra: 1 of 1 ready',
    '0     ollama  job        ?       pull is not there any more',
    '1     api     pods       ok      api: 1 of 1 ready',
    '1     api     endpoints  FAILED  api: 0 ready',
    '',
    '4 checks, 1 failed',
  ]);
});

test('without a failure all is well', () => {
  expect(tableLines([row('api', 'pods', 'ok', 'up')], waves).at(-1)).toBe('1 checks, all is well');
});
