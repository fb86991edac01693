import { expect, test } from 'vitest';
import { withoutIdleConditions } from './idle-conditions.ts';

test('a condition that one around it holds already decides nothing', () => {
  const list = (inner: readonly string[]) => under('.Values.a', 'add:', ...under('.Values.b', ...inner));
  expect(kept(list(under('.Values.a', '- one')))).toEqual(list(['- one']));
});

test.each([
  ['and .Values.b .Values.a', '.Values.a'],
  ['.Values.a', 'or .Values.b .Values.a'],
  ['or .Values.a .Values.b', 'or .Values.c .Values.b .Values.a'],
  ['and (or .Values.a .Values.b) .Values.c', 'or .Values.b .Values.a'],
  ['and .Values.a (ne .Values.b "c")', 'and (ne .Values.b "c") .Values.a'],
])('%s holds %s', (outer, inner) => {
  expect(kept(under(outer, 'add:', ...under(inner, '- one')))).toEqual(under(outer, 'add:', '- one'));
});

test('nor does one around nothing but conditions that cannot hold without it', () => {
  const rules = [...under('or .Values.a .Values.b', '- one'), ...under('include "web.c" .', '- two')];
  expect(kept(under('or .Values.a (include "web.c" .) .Values.b', ...rules))).toEqual(rules);
});

test.each([
  ['less', under('or .Values.a .Values.b', 'add:', ...under('.Values.a', '- one'))],
  ['what has conditions alone, and means less', under('.Values.a', ...under('.Values.b', '- one'))],
  [
    'what stands otherwise',
    under('.Values.a', 'add:', ...under('.Values.a', '- one', '{{- else }}', '- two')),
  ],
  ['where it does not hold', under('.Values.a', '- one', '{{- else }}', ...under('.Values.a', '- two'))],
  [
    'what stands otherwise, alone in it',
    under('.Values.a', ...under('.Values.a', '- one', '{{- else }}', '- two')),
  ],
  ['another dot', under('.a', 'add:', '{{- range .b }}', ...under('.a', '- one'), '{{- end }}')],
  [
    'another dot otherwise',
    under('.a', 'add:', ...under('.b', '- one', '{{- else with .c }}', ...under('.a', '- two'))),
  ],
  ['what its line break keeps apart', under('.a', '{{ .b -}}', ...under('.a', '- one'))],
  ['a variable that changed', under('$a', '{{- $a = .b }}', ...under('$a', '- one'))],
  [
    'a variable that a loop hides',
    under('$a', '{{- range $a, $b := .c }}', ...under('$a', '- one'), '{{- end }}'),
  ],
  ['variables of its own', under('.a', 'add:', ...under('.a', '{{- $b := 1 }}', '- {{ $b }}'))],
])('%s keeps it', (_, lines) => {
  expect(kept(lines)).toEqual(lines);
});

function kept(lines: readonly string[]): readonly string[] {
  return withoutIdleConditions(lines.join('\n')).split('\n');
}

function under(condition: string, ...lines: readonly string[]): readonly string[] {
  return [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}
