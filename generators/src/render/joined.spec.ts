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
  ['another condition', [...under('.Values.a', 'a'), ...under('.Values.b', 'b')]],
  ['another column', [...under('.Values.a', 'a'), ...under('.Values.a', 'b').map((line) => `  ${line}`)]],
  ['what stands between', [...under('.Values.a', 'a'), '', ...under('.Values.a', 'b')]],
  ['otherwise', [...under('.Values.a', 'a', '{{- else }}', 'b'), ...under('.Values.a', 'c')]],
  ['a condition that the first changes', [...under('$a', '{{- $a = false }}'), ...under('$a', 'b')]],
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
