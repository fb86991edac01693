import { describe, expect, test } from 'vitest';
import {
  ALWAYS,
  all,
  any,
  type Condition,
  eq,
  go,
  gt,
  has,
  holds,
  include,
  ne,
  not,
  pathBelow,
  pathsOf,
  printed,
  raw,
  text,
  value,
  valuesPath,
} from './index.ts';

const on = value('gitSync.enabled');
const engine = value('engine');
const line = include('airflow.line');

/** Condition, what it is in a template, and the paths it reads. */
const examples: readonly (readonly [Condition, string, readonly string[]])[] = [
  [on, '.Values.gitSync.enabled', ['gitSync.enabled']],
  [line, 'include "airflow.line" .', []],
  [all(on, not(engine)), 'and .Values.gitSync.enabled (not .Values.engine)', ['gitSync.enabled', 'engine']],
  [any(on, line), 'or .Values.gitSync.enabled (include "airflow.line" .)', ['gitSync.enabled']],
  [not(any(on, engine)), 'not (or .Values.gitSync.enabled .Values.engine)', ['gitSync.enabled', 'engine']],
  [eq(engine, 'rustfs'), 'eq .Values.engine "rustfs"', ['engine']],
  [ne(line, '3'), 'ne (include "airflow.line" .) "3"', []],
  [eq(value('majorVersion'), 17), 'eq (int64 .Values.majorVersion) 17', ['majorVersion']],
  [gt(value('waitSeconds'), 0), 'gt (int64 .Values.waitSeconds) 0', ['waitSeconds']],
  [has(line, '2', '3'), 'has (include "airflow.line" .) (list "2" "3")', []],
  [raw('.Chart.IsRoot'), '.Chart.IsRoot', []],
  [value('llm-web.enabled'), '(index .Values "llm-web" "enabled")', ['llm-web.enabled']],
  [
    all(value('llm-web.enabled'), on),
    'and (index .Values "llm-web" "enabled") .Values.gitSync.enabled',
    ['llm-web.enabled', 'gitSync.enabled'],
  ],
];

test.each(examples)('%j is the text of an if, and says what it reads', (condition, printedAs, paths) => {
  expect(printed(condition)).toBe(printedAs);
  expect(pathsOf(condition)).toEqual(paths);
});

test('what is known leaves no text', () => {
  expect(printed(ALWAYS)).toBe('');
  expect(all()).toBe(true);
  expect(any()).toBe(false);
  expect(all(true, on, true)).toEqual(on);
  expect(all(on, false)).toBe(false);
  expect(any(false, on)).toEqual(on);
  expect(any(on, true)).toBe(true);
  expect(not(false)).toBe(true);
  // Where the same is asked twice, once is enough.
  expect(all(on, engine, value('gitSync.enabled'))).toEqual(all(on, engine));
  expect(all(on, all(engine, value('users')))).toEqual(all(on, engine, value('users')));
  expect(any(any(on, engine), value('users'))).toEqual(any(on, engine, value('users')));
});

describe('on the values of a release', () => {
  const values = {
    gitSync: { enabled: true },
    engine: 'rustfs',
    majorVersion: '17',
    waitSeconds: 0,
    users: [],
    labels: { a: 'b' },
    empty: {},
  };
  const helper = (name: string) => (name === 'airflow.line' ? '3' : '');

  test.each<readonly [Condition, boolean]>([
    [on, true],
    [value('gitSync.repository'), false],
    [value('not.there'), false],
    [value('users'), false],
    [value('labels'), true],
    [value('empty'), false],
    [value('waitSeconds'), false],
    [eq(engine, 'rustfs'), true],
    [ne(engine, 'rustfs'), false],
    [eq(value('majorVersion'), 17), true],
    [gt(value('waitSeconds'), 0), false],
    [eq(line, '3'), true],
    [has(line, '1', '2'), false],
    [include('airflow.fab'), false],
    [all(on, eq(engine, 'rustfs')), true],
    [all(on, value('users')), false],
    [any(value('users'), on), true],
    [not(all(on, value('users'))), true],
    [ALWAYS, true],
  ])('%j is %j', (condition, answer) => {
    expect(holds(condition, { values, helper })).toBe(answer);
  });

  test('Go template text can only be printed', () => {
    expect(() => holds(raw('.Chart.IsRoot'), { values })).toThrow('cannot judge {"go":".Chart.IsRoot"}');
    expect(() => holds(line, { values })).toThrow('cannot judge {"include":"airflow.line"}');
  });
});

test('paths of values', () => {
  expect(valuesPath(['config', 'logLevel'])).toBe('.Values.config.logLevel');
  expect(valuesPath([])).toBe('.Values');
  expect(valuesPath(['global', 'members', 'llm-web', 'enabled'])).toBe(
    '(index .Values.global.members "llm-web" "enabled")',
  );
  expect(valuesPath(['host'], '$member')).toBe('$member.host');
  expect(pathBelow(valuesPath([]), 'gpu.enabled')).toBe('gpu.enabled');
  expect(pathBelow(valuesPath(['whisper']), 'gpu.enabled')).toBe('whisper.gpu.enabled');
});

test('template text is written as such', () => {
  const name = go`include "web.fullname" .`;
  expect(text`name: {{ ${name} }}-${8080}`).toBe('name: {{ include "web.fullname" . }}-8080');
});
