import { expect, test } from 'vitest';
import { askedOnce } from './asked-once.ts';

test('what a file asks more than twice is asked once, at its top', () => {
  expect(
    askedOnce(
      [
        'name: {{ include "web.fullname" . }}',
        '{{- with .Values.host }}',
        'host: {{ include "web.fullname" $ }}.{{ . }}',
        '{{- end }}',
        'port: {{ printf "%s-http" (include "web.fullname" .) }}',
        '',
      ].join('\n'),
    ),
  ).toBe(
    [
      '{{- $fullname := include "web.fullname" . }}',
      'name: {{ $fullname }}',
      '{{- with .Values.host }}',
      'host: {{ $fullname }}.{{ . }}',
      '{{- end }}',
      'port: {{ printf "%s-http" $fullname }}',
      '',
    ].join('\n'),
  );
});

test('the variable stands in the innermost block around all questions, and is asked with the dot of that block', () => {
  const often = 'a: {{ include "web.connections.s3.secretName" $ | quote }}\n'.repeat(3);
  const once = 'a: {{ $s3SecretName | quote }}\n'.repeat(3);
  expect(
    askedOnce(
      `{{- if .Values.a }}\nb: c\n{{- else }}\n{{- with .Values.d }}\n${often}{{- end }}\n{{- end }}\n`,
    ),
  ).toBe(
    `{{- if .Values.a }}\nb: c\n{{- else }}\n{{- with .Values.d }}\n{{- $s3SecretName := include "web.connections.s3.secretName" $ }}\n${once}{{- end }}\n{{- end }}\n`,
  );
});

test('named templates do not see the variables of each other', () => {
  const asks = '{{ include "web.fullname" . }} {{ include "web.fullname" . }}';
  const two = `{{- define "web.a" -}}\n${asks}\n{{- end }}\n{{- define "web.b" -}}\n${asks}\n{{- end }}\n`;
  expect(askedOnce(two)).toBe(two);
  expect(askedOnce(`{{- define "web.a" -}}\n${asks} {{ include "web.fullname" . }}\n{{- end }}\n`)).toBe(
    '{{- define "web.a" -}}\n{{- $fullname := include "web.fullname" . -}}\n{{ $fullname }} {{ $fullname }} {{ $fullname }}\n{{- end }}\n',
  );
});

test.each([
  ['another dot', '{{ range .Values.a }}{{ include "web.item" . }}{{ end }}'],
  ['a part of the dot', '{{ include "web.item" .Values.a }}'],
  ['further arguments', '{{ include "web.item" (dict "root" .) }}'],
  ['what is only hashed', '{{ include "web.passwords" . | sha256sum }}'],
  ['words in a comment', '{{/* include "web.item" . */}}'],
])('what is asked with %s stays as it is', (_, text) => {
  expect(askedOnce(text.repeat(3))).toBe(text.repeat(3));
});

test('a name that is taken is not taken again', () => {
  const text = `{{- $item := .Values.item }}${'{{ include "web.item" . }}'.repeat(3)}`;
  expect(askedOnce(text)).toBe(text);
});
