import { expect, test } from 'vitest';
import { joined } from './joined.ts';

test('blocks under one condition that follow each other are one', () => {
  const three = ['A', 'B', 'C'].flatMap((name) => under('.Values.tls', `- name: ${name}`));
  expect(joined(text(three))).toBe(text(under('.Values.tls', '- name: A', '- name: B', '- name: C')));
});

test('in blocks, too', () => {
  const two = ['A', 'B'].flatMap((name) => under('.Values.tls', ...under('.Values.on', `- name: ${name}`)));
  expect(joined(text(['{{- define "web.env" -}}', ...two, '{{- end }}', ...two]))).toBe(
    text([
      '{{- define "web.env" -}}',
      ...under('.Values.tls', ...under('.Values.on', '- name: A', '- name: B')),
      '{{- end }}',
      ...under('.Values.tls', ...under('.Values.on', '- name: A', '- name: B')),
    ]),
  );
});

test('the last of them may say what stands otherwise', () => {
  const last = ['{{- if .Values.tls }}', 'b', '{{- else }}', 'c', '{{- end }}'];
  expect(joined(text([...under('.Values.tls', 'a'), ...last]))).toBe(
    text(['{{- if .Values.tls }}', 'a', ...last.slice(1)]),
  );
});

test.each([
  ['$a', 'not $a'],
  ['not (or .Values.a .Values.b)', 'or .Values.a .Values.b'],
  ['eq .Values.a "b"', 'ne .Values.a "b"'],
])('where %s does not hold, %s does', (one, other) => {
  expect(joined(text([...under(one, 'a'), ...under(other, 'b'), ...under(one, 'c')]))).toBe(
    text([...under(one, 'a', '{{- else }}', 'b'), ...under(one, 'c')]),
  );
});

test.each([
  ['another condition', [...under('.Values.a', 'a'), ...under('.Values.b', 'b')]],
  ['another column', [...under('.Values.a', 'a'), ...under('.Values.a', 'b').map((line) => `  ${line}`)]],
  ['what stands between', [...under('.Values.a', 'a'), '', ...under('.Values.a', 'b')]],
  ['otherwise', [...under('.Values.a', 'a', '{{- else }}', 'b'), ...under('.Values.a', 'c')]],
  ['a condition that the first changes', [...under('$a', '{{- $a = false }}'), ...under('$a', 'b')]],
  ['the opposite of a part', [...under('and $a .b', 'a'), ...under('and (not $a) .b', 'b')]],
  ['an opposite that the first changes', [...under('$a', '{{- $a = false }}'), ...under('not $a', 'b')]],
  ['an opposite with an otherwise', [...under('$a', 'a'), ...under('not $a', 'b', '{{- else }}', 'c')]],
  [
    'a variable that hides another',
    ['{{- $b := 1 }}', ...under('.Values.a', '{{- $b := 2 }}'), ...under('.Values.a', '{{ $b }}')],
  ],
])('%s keeps them apart', (_, lines) => {
  expect(joined(text(lines))).toBe(text(lines));
});

function under(condition: string, ...lines: readonly string[]): readonly string[] {
  return [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}

function text(lines: readonly string[]): string {
  return lines.join('\n');
}
