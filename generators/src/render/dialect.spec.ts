import { expect, test } from 'vitest';
import { ALWAYS, not, value } from '../go/index.ts';
import { markOf, renderDialect } from './dialect.ts';

const render = (text: string, context: object = {}) => renderDialect(text, context, 'a.yaml.hbs');

test('Go template text stays as it is, Handlebars stands between <% and %>', () => {
  expect(
    render(
      'name: {{ include "<% name %>.fullname" . | quote }} <%#if on%>{{- with .Values.a }}yes{{ end }}<%/if%>',
      { name: 'web', on: true },
    ),
  ).toBe('name: {{ include "web.fullname" . | quote }} {{- with .Values.a }}yes{{ end }}');
  expect(render('{{ "{" }}{{ .a }}<&\'"')).toBe('{{ "{" }}{{ .a }}<&\'"');
  expect(render('<% text %>', { text: '<b> & {{ .Values.x }}' })).toBe('<b> & {{ .Values.x }}');
});

test('a line of Handlebars alone leaves no line behind', () => {
  expect(render('<%#each names%>\n- <% this %>\n<%/each%>\nend', { names: ['a', 'b'] })).toBe(
    '- a\n- b\nend',
  );
});

test('helpers', () => {
  expect(render('{{ nindent <% at 4 %> }}', { column: 6 })).toBe('{{ nindent 10 }}');
  expect(render('<%#if (eq a "x")%>1<%/if%><%#if (or b a)%>2<%/if%>', { a: 'x', b: '' })).toBe('12');
  expect(render('<% json a %> <% goList names %>', { a: 'say "x"', names: ['A', 'B'] })).toBe(
    '"say \\"x\\"" list "A" "B"',
  );
  expect(render('<% word a %> <% word b %>', { a: 'Yes', b: 'yesterday' })).toBe('"Yes" yesterday');
  expect(markOf(render('  <% slot "pod.volumes" "volumes" %>'))).toEqual({
    kind: 'slot',
    name: 'pod.volumes',
    key: 'volumes',
    single: false,
    otherwise: '',
  });
  expect(markOf(render('<% single "pod.restartPolicy" %>'))).toEqual({
    kind: 'slot',
    name: 'pod.restartPolicy',
    key: '',
    single: true,
    otherwise: '',
  });
  expect(markOf(render('<% lines text %>', { text: 'a "b"\n{{ c }}\n' }))).toEqual({
    kind: 'lines',
    text: 'a "b"\n{{ c }}\n',
  });
  expect(markOf('volumes:')).toBeUndefined();
});

test('mistakes name the file', () => {
  expect(() => render('<% name')).toThrow('a.yaml.hbs: a <% has no %>. Close it, or remove it.');
  expect(() => render('name %>')).toThrow('a.yaml.hbs: a <% has no %>. Close it, or remove it.');
  expect(() => render('<% nmae %>', { name: 'x' })).toThrow(/^a.yaml.hbs: "nmae" not defined/);
  expect(() => render('{{ x }}<%#if name%>', { name: 'x' })).toThrow(/^a.yaml.hbs: .*if/s);
});

test('lines under a condition have no guard where it is known, or that of the lines around them', () => {
  const lines = '<%#guard when 2%>\n  - a\n<%/guard%>\nend';
  expect(render(lines, { when: value('a') })).toBe('  {{- if .Values.a }}\n  - a\n  {{- end }}\nend');
  expect(render(lines, { when: ALWAYS })).toBe('  - a\nend');
  expect(render(lines, { when: not(ALWAYS) })).toBe('end');
  expect(render('<%#guard when%>\na\n<%/guard%>', { when: value('a') })).toBe(
    '{{- if .Values.a }}\na\n{{- end }}\n',
  );
  const within = '<%#guard when within=outer%>\na\n<%/guard%>';
  expect(render(within, { when: value('a'), outer: value('a') })).toBe('a\n');
  expect(render(within, { when: value('a'), outer: value('b') })).toBe(
    '{{- if .Values.a }}\na\n{{- end }}\n',
  );
  expect(
    render('<% condition (whenAny list) %>', { list: [{ when: value('a') }, { when: value('b') }] }),
  ).toBe('or .Values.a .Values.b');
});
