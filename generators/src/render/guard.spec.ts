import { expect, test } from 'vitest';
import { include, value } from '../go/index.ts';
import { guardedLines } from './guard.ts';

test.each([
  ['value: {{ .Values.a | quote }}', 'value: {{ . | quote }}'],
  ['value: {{ join "," .Values.a | quote }}', 'value: {{ join "," . | quote }}'],
  ['{{- toYaml .Values.a | nindent 2 }}', '{{- toYaml . | nindent 2 }}'],
  [
    '{{ include "b" (dict "of" .Values.a "all" .Values.b) }}',
    '{{ include "b" (dict "of" . "all" $.Values.b) }}',
  ],
])('%s is %s within its value', (line, within) => {
  expect(guardedLines(['- name: A', line], value('a'))).toEqual([
    '{{- with .Values.a }}',
    '- name: A',
    within,
    '{{- end }}',
  ]);
});

test.each([
  'value: a',
  'value: {{ .Values.ab }}',
  'value: {{ .Values.a }}{{ .Values.b }}',
  'value: {{ printf "%s%s" .Values.a .Values.a }}',
  'value: {{ include "b" (dict "root" . "of" .Values.a) }}',
  'value: {{ list $b .Values.a }}',
])('%s stands under its condition', (line) => {
  expect(guardedLines([line], value('a'))).toEqual(['{{- if .Values.a }}', line, '{{- end }}']);
});

test('a checksum is seen to hide what it is of', () => {
  const line = 'checksum/a: {{ include "a" . | sha256sum }}';
  expect(guardedLines([line], include('a'))).toEqual(['{{- if include "a" . }}', line, '{{- end }}']);
});
