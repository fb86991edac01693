import { expect, test } from 'vitest';
import { go, valuesPath } from '../go/index.ts';
import type { Caller } from './any-workload.ts';
import { type Addition, type List, lineFor, saidOnce } from './said-once.ts';

const SETTINGS = Array.from({ length: 12 }, (_, index) => [
  `- name: SETTING_${index}`,
  `  value: {{ .Values.config.setting${index} | quote }}`,
]).flat();

const own = (name: string): readonly string[] => [`- name: ${name}`, '  value: "1"'];

test('what lists of several pods have stands in a named template, and what one of them has where it is', () => {
  const lists = [environment(settings(SETTINGS), settings(own('WEB'))), environment(settings(SETTINGS))];
  const { asking, named } = saidOnce('web', lists);
  expect(asking(texts(lists))).toBe(
    [
      'env:',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  - name: WEB',
      '    value: "1"',
      'env:',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
    ].join('\n'),
  );
  expect(named).toEqual([
    {
      file: 'pod',
      text: [
        '{{/* Environment variables of several containers: settings. */}}',
        '{{- define "web.environment.settings" -}}',
        ...SETTINGS,
        '{{- end }}',
        '',
      ].join('\n'),
    },
  ]);
});

test('a list can be had whole', () => {
  const lists = [environment(settings(SETTINGS)), environment(settings(SETTINGS))];
  expect(saidOnce('web', lists).whole(texts(lists.slice(0, 1)))).toBe(
    ['env:', ...SETTINGS.map((line) => `  ${line}`)].join('\n'),
  );
});

test('a list of one pod, and what is short, stands where it is', () => {
  const alone = [environment(settings(SETTINGS))];
  const short = [environment(settings(own('A'))), environment(settings(own('A')))];
  for (const lists of [alone, short]) {
    const { asking, whole, named } = saidOnce('web', lists);
    expect(asking(texts(lists))).toBe(whole(texts(lists)));
    expect(named).toEqual([]);
  }
});

test('the condition of a single item stands where it is asked for', () => {
  const sync = [
    '{{- if .Values.sync }}',
    '- name: sync',
    ...SETTINGS.map((line) => `  ${line}`),
    '{{- end }}',
  ];
  expect(asked(settings(sync))).toBe(
    [
      'env:',
      '  {{- if .Values.sync }}',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  {{- end }}',
    ].join('\n'),
  );
});

test('what may be nothing, or begin with an empty line, prints none', () => {
  const guarded = (name: string) => [`{{- if .Values.${name} }}`, ...SETTINGS, '{{- end }}'];
  expect(asked(settings([...guarded('a'), ...guarded('b')]))).toBe(
    [
      'env:',
      '  {{- with include "web.environment.settings" . }}',
      '  {{- trim . | nindent 2 }}',
      '  {{- end }}',
    ].join('\n'),
  );
  expect(asked(settings([...guarded('a'), ...own('LAST')]))).toBe(
    ['env:', '  {{- include "web.environment.settings" . | trim | nindent 2 }}'].join('\n'),
  );
});

test('a variable and what reads it stay together', () => {
  const reads = ['- name: IT', '  value: {{ $it | quote }}'];
  const lines = ['{{- $it := .Values.it }}', ...SETTINGS, ...reads];
  const lists = [environment(settings(lines)), environment(settings([...SETTINGS, ...reads]))];
  expect(saidOnce('web', lists).named).toEqual([]);
});

test('a named template is called with what differs between workloads', () => {
  const [api, worker] = ['api', 'worker'].map(workload).map((caller) => {
    const own = `{{ printf "%s-%s" (include "web.name" $) "${caller.component}" }}`;
    const all = '{{ printf "%s-%s" (include "web.name" $) "_component_" }}';
    return environmentOf(caller, {
      of: 'settings',
      lines: ['- name: NAME', `  value: ${own}`, ...SETTINGS],
      apart: ['- name: NAME', `  value: ${all}`, ...SETTINGS],
    });
  });
  if (!api || !worker) throw new Error('two workloads were made');
  const several = saidOnce('web', [api, worker]);
  expect(several.asking(texts([api, worker]))).toBe(
    [
      'env:',
      '  {{- include "web.environment.settings" (dict "root" . "component" "api") | nindent 2 }}',
      'env:',
      '  {{- include "web.environment.settings" (dict "root" . "component" "worker") | nindent 2 }}',
    ].join('\n'),
  );
  expect(several.named[0]?.text.split('\n').slice(0, 6)).toEqual([
    '{{/* Environment variables of several containers: settings; called with root, component. */}}',
    '{{- define "web.environment.settings" -}}',
    '{{- with .root -}}',
    '- name: NAME',
    '  value: {{ printf "%s-%s" (include "web.name" $.root) $.component }}',
    '- name: SETTING_0',
  ]);
  const one = saidOnce('web', [api, api]);
  expect(one.asking(texts([api]))).toBe('env:\n  {{- include "web.environment.settings" . | nindent 2 }}');
  expect(one.named[0]?.text).toContain('{{ printf "%s-%s" (include "web.name" $) "api" }}');
});

test('a name is given once: first to what saves the most', () => {
  const other = SETTINGS.map((line) => line.replace('SETTING', 'OTHER'));
  const lists = [SETTINGS, SETTINGS, SETTINGS, other, other].map((lines) => environment(settings(lines)));
  const { asking, named } = saidOnce('web', lists);
  expect(named.length).toBe(1);
  expect(asking(texts(lists)).split('SETTING_').length).toBe(1);
  expect(asking(texts(lists)).split('OTHER_').length).toBe(25);
});

function settings(lines: readonly string[]): Addition {
  return { of: 'settings', lines, apart: lines };
}

function environment(...additions: readonly Addition[]): List {
  return environmentOf(workload('main'), ...additions);
}

function environmentOf(caller: Caller, ...additions: readonly Addition[]): List {
  return { place: 'container.env', workload: caller, column: 2, additions };
}

function workload(name: string): Caller {
  return { values: valuesPath([name]), component: name, namespaceExpression: go`.Release.Namespace` };
}

function texts(lists: readonly List[]): string {
  return lists.map((_, index) => `env:\n  ${lineFor(index)}`).join('\n');
}

/** What the first of two lists with these items asks for. */
function asked(addition: Addition): string {
  const lists = [environment(addition), environment(addition)];
  return saidOnce('web', lists).asking(texts(lists.slice(0, 1)));
}
