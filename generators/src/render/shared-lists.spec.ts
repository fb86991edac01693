import { expect, test } from 'vitest';
import { type Addition, type List, lineFor, sharedLists } from './shared-lists.ts';

const SETTINGS = Array.from({ length: 12 }, (_, index) => [
  `- name: SETTING_${index}`,
  `  value: {{ .Values.config.setting${index} | quote }}`,
]).flat();

const own = (name: string): readonly string[] => [`- name: ${name}`, '  value: "1"'];

test('what lists of several pods have stands in a named template, and what one of them has where it is', () => {
  const lists = [
    environment(settings(SETTINGS), { of: 'extras', lines: own('WEB'), apart: own('WEB') }),
    environment(settings(SETTINGS)),
  ];
  const { asking, named } = shared(lists);
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

test('what begins with all that another pod has asks for it, and says the rest', () => {
  const lists = [environment(settings([...SETTINGS, ...own('LAST')])), environment(settings(SETTINGS))];
  const { asking, whole, named } = shared(lists);
  expect(asking(texts(lists))).toBe(
    [
      'env:',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  - name: LAST',
      '    value: "1"',
      'env:',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
    ].join('\n'),
  );
  expect(whole(texts(lists.slice(0, 1)))).toBe(
    ['env:', ...[...SETTINGS, ...own('LAST')].map((line) => `  ${line}`)].join('\n'),
  );
  expect(named).toHaveLength(1);
});

test('no item is cut, and nothing that follows reads a variable of what is named', () => {
  const item = ['- name: TRACK', ...SETTINGS.map((line) => `  ${line}`)];
  const sets = ['{{- $track := "stable" }}', ...SETTINGS];
  for (const [begins, more] of [
    [item, [...item, '  and: more']],
    [sets, [...sets, '- name: TRACK', '  value: {{ $track }}']],
  ] as const)
    expect(shared([environment(settings(begins)), environment(settings(more))]).named).toEqual([]);
});

test('a list can be had whole', () => {
  const lists = [environment(settings(SETTINGS)), environment(settings(SETTINGS))];
  expect(shared(lists).whole(texts(lists.slice(0, 1)))).toBe(
    ['env:', ...SETTINGS.map((line) => `  ${line}`)].join('\n'),
  );
});

test('a list of one pod, and what is short, stands where it is', () => {
  const alone = [environment(settings(SETTINGS))];
  const short = [environment(settings(own('A'))), environment(settings(own('A')))];
  for (const lists of [alone, short]) {
    const { asking, whole, named } = shared(lists);
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

test('what lists have under other conditions, or under none, is one, and each condition stands where it is asked for', () => {
  const sync = ['- name: sync', ...SETTINGS.map((line) => `  ${line}`)];
  const guarded = (condition: string) => [`{{- if ${condition} }}`, ...sync, '{{- end }}'];
  const lists = [
    environment(settings(guarded('.Values.sync'))),
    environment(settings([...guarded('and .Values.sync $isFirst'), ...own('LAST')])),
    environment(settings([...sync, ...own('LAST')])),
  ];
  const { asking, named } = shared(lists);
  expect(asking(texts(lists))).toBe(
    [
      'env:',
      '  {{- if .Values.sync }}',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  {{- end }}',
      'env:',
      '  {{- if and .Values.sync $isFirst }}',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  {{- end }}',
      '  - name: LAST',
      '    value: "1"',
      'env:',
      '  {{- include "web.environment.settings" . | nindent 2 }}',
      '  - name: LAST',
      '    value: "1"',
    ].join('\n'),
  );
  expect(named).toHaveLength(1);
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

test('what reads a variable that is set around it stands where it is', () => {
  const reads = ['- name: TRACK', '  value: {{ $track }}', ...SETTINGS];
  const sets = ['{{- $track := "stable" }}', ...reads];
  expect(shared([environment(settings(reads)), environment(settings(reads))]).named).toEqual([]);
  expect(shared([environment(settings(sets)), environment(settings(sets))]).named).toHaveLength(1);
});

test('files of several workloads are items by their keys', () => {
  const common = ['web.conf: |', ...Array.from({ length: 8 }, (_, index) => `  setting${index} = on`)];
  const files = (...lines: readonly string[]): List => {
    const all = [...common, ...lines];
    return { slot: 'workload.files', column: 0, additions: [{ of: 'files', lines: all, apart: all }] };
  };
  const { asking, named } = shared([files('own.sh: |', '  true'), files()]);
  expect(asking(lineFor(0))).toBe('{{ include "web.files" . }}\nown.sh: |\n  true');
  expect(named).toEqual([
    {
      file: 'files',
      text: [
        '{{/* Files of several workloads. */}}',
        '{{- define "web.files" -}}',
        ...common,
        '{{- end }}',
        '',
      ].join('\n'),
    },
  ]);
});

test('a feature has one named template: of what it adds to most lists', () => {
  const other = SETTINGS.map((line) => line.replace('SETTING', 'OTHER'));
  const lists = [other, other, SETTINGS, SETTINGS, SETTINGS].map((lines) => environment(settings(lines)));
  const { asking, named } = shared(lists);
  expect(named.length).toBe(1);
  expect(asking(texts(lists)).split('SETTING_').length).toBe(1);
  expect(asking(texts(lists)).split('OTHER_').length).toBe(25);
});

test('what is added for one purpose is one, and stands in the file of that name', () => {
  const half = SETTINGS.length / 2;
  const parts = [settings(SETTINGS.slice(0, half)), settings(SETTINGS.slice(half))];
  const lists = [environment(...parts), environment(settings(SETTINGS))];
  expect(sharedLists('web', lists, (name) => name === 'settings').named.map(({ file }) => file)).toEqual([
    'settings',
  ]);
});

function settings(lines: readonly string[]): Addition {
  return { of: 'settings', lines, apart: lines };
}

function environment(...additions: readonly Addition[]): List {
  return { slot: 'container.env', column: 2, additions };
}

function texts(lists: readonly List[]): string {
  return lists.map((_, index) => `env:\n  ${lineFor(index)}`).join('\n');
}

/** What the first of two lists with these items asks for. */
function asked(addition: Addition): string {
  const lists = [environment(addition), environment(addition)];
  return shared(lists).asking(texts(lists.slice(0, 1)));
}

function shared(lists: readonly List[]) {
  return sharedLists('web', lists, () => false);
}
