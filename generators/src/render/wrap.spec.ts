import { expect, test } from 'vitest';
import { wrapActions, wrapProse } from './wrap.ts';

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
