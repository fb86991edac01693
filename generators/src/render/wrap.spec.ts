import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folded, listed, wrapActions, wrapProse } from './wrap.ts';

const long = (count: number) =>
  Array.from({ length: count }, (_, index) => `.Values.value${index}`).join(' ');

test('an action that is too long stands in several lines, cut outside of quotes and parentheses', () => {
  expect(wrapActions(`  {{- if or (and ${long(4)}) "a b" (not .Values.something) ${long(3)} }}`)).toBe(
    [
      '  {{- if or (and .Values.value0 .Values.value1 .Values.value2 .Values.value3) "a b" (not .Values.something) .Values.value0 .Values.value1',
      '    .Values.value2 }}',
    ].join('\n'),
  );
});

test('what is too long in parentheses is cut there', () => {
  expect(wrapActions(`{{- if has .name (list ${long(12)}) }}`)).toBe(
    [
      '{{- if has .name (list .Values.value0 .Values.value1 .Values.value2 .Values.value3 .Values.value4 .Values.value5 .Values.value6 .Values.value7',
      '  .Values.value8 .Values.value9 .Values.value10 .Values.value11) }}',
    ].join('\n'),
  );
});

test('a line ends neither before a literal that its function takes nor behind a pipe', () => {
  expect(
    wrapActions(`  {{- include "a.b" (dict ${long(8)} "aa" .) | trim | nindent 10 }}`),
  ).toMatchInlineSnapshot(`
    "  {{- include "a.b"
        (dict .Values.value0 .Values.value1 .Values.value2 .Values.value3 .Values.value4 .Values.value5 .Values.value6 .Values.value7 "aa" .) | trim
        | nindent 10 }}"
  `);
  expect(
    wrapActions(`{{- ${long(8)} .Values.short | replace "one" "two" | nindent 10 }}`),
  ).toMatchInlineSnapshot(`
    "{{- .Values.value0 .Values.value1 .Values.value2 .Values.value3 .Values.value4 .Values.value5 .Values.value6 .Values.value7 .Values.short
      | replace "one" "two" | nindent 10 }}"
  `);
  expect(
    wrapActions(`{{- if and ${long(8)} .A (eq (include "some.name" .) "true") }}`),
  ).toMatchInlineSnapshot(`
    "{{- if and .Values.value0 .Values.value1 .Values.value2 .Values.value3 .Values.value4 .Values.value5 .Values.value6 .Values.value7 .A
      (eq (include "some.name" .) "true") }}"
  `);
});

test('text beside actions stays in its line, and short lines as they are', () => {
  const text = `value: ${'long text '.repeat(20)}`;
  expect(wrapActions(text)).toBe(text);
  expect(wrapActions('{{- if .Values.a }}\nb: "{{ .Values.c }}"')).toBe(
    '{{- if .Values.a }}\nb: "{{ .Values.c }}"',
  );
});

test('a text that has no place to cut stays in its line', () => {
  const escaped = JSON.stringify('\\'.repeat(90));
  expect(folded('value: ', escaped, 4)).toEqual([`value: ${escaped}`]);
});

test('prose goes on in lines that begin with blanks, its actions stay whole', () => {
  const words = 'some more words of a sentence '.repeat(5);
  expect(wrapProse(`${words}{{ include "a.b" . }} and the rest of it.`)).toBe(
    `${words.trim()}\n  {{ include "a.b" . }} and the rest of it.`,
  );
});

test('no line ends in quotes, those of a raw text included', () => {
  const raw = '`{{ include \\"a.b\\" . }} and more of it`';
  expect(wrapActions(`{{- ${long(8)} | replace ${raw} .Values.b }}`)).toContain(raw);
});

test('a list that is too long has an item in each line, and long texts of it go on in the next', () => {
  const item = `"${'some words of a command '.repeat(7)}"`;
  expect(listed('args', ['"a"', '"b"'], 10)).toEqual(['args: ["a", "b"]']);
  const cut = ['"a"', `{{ ${long(12)} }}`];
  expect(listed('args', cut, 10)).toEqual([`args: [${cut.join(', ')}]`]);
  const lines = listed('args', ['"a  b"', item], 10);
  expect(lines).toHaveLength(4);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(140);
  expect(parse(lines.join('\n'))).toEqual({ args: ['a  b', JSON.parse(item)] });
});

test('a quoted text without single blanks is cut between its characters, an action is left whole', () => {
  for (const text of ['two  blanks  '.repeat(14), 'a\\"|\u0001'.repeat(90)]) {
    const lines = folded('value: ', JSON.stringify(text), 4).map((line) => `    ${line}`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(160);
    expect(parse(lines.join('\n'))).toEqual({ value: text });
  }
  const action = `{{ ${long(12)} }}`;
  expect(folded('value: ', action, 4)).toEqual([`value: ${action}`]);
});
