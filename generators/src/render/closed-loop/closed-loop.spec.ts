import { describe, expect, test } from 'vitest';
import {
  type CheckOptions,
  checkClosedLoop,
  interpret,
  type Problem,
  type Read,
  secretLeaks,
  type Trace,
} from './index.ts';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const number = { type: 'number' };
const whole = { type: 'integer' };
const port = { type: 'integer', minimum: 0, maximum: 65535 };
const anything = { type: 'object' };
const closed = (properties: object): object => ({ type: 'object', properties, additionalProperties: false });
const listOf = (items: object): object => ({ type: 'array', items });
const mapOf = (additionalProperties: object): object => ({ type: 'object', additionalProperties });

type Templates = string | Readonly<Record<string, string>>;

/** A string stands for one rendered file. */
function chart(templates: Templates): Trace {
  const files = typeof templates === 'string' ? { 'a.yaml': templates } : templates;
  return interpret(new Map(Object.entries(files).map(([name, source]) => [`templates/${name}`, source])));
}

function readsOf({ units }: Trace): readonly Read[] {
  return units.flatMap(({ reads }) => [...reads.values()]);
}

/** `unknown-value a.yaml:1 .Values.x`: what a reader needs of a problem, without the prose. */
function brief(problem: Problem): string {
  const subject = /`([^`]+)`|"([^"]+)"/.exec(problem.message);
  const place =
    problem.code === 'dead-value' ? '' : ` ${problem.file.replace('templates/', '')}:${problem.line}`;
  return `${problem.code}${place} ${subject?.[1] ?? subject?.[2] ?? ''}`.trim();
}

interface Case {
  readonly shows: string;
  readonly templates: Templates;
  readonly values: object;
  readonly options?: CheckOptions;
  readonly problems?: readonly string[];
}

const paths: readonly Case[] = [
  {
    shows: 'a path that is read and exists',
    templates: 'a: {{ .Values.image.tag }}',
    values: { image: closed({ tag: text }) },
  },
  {
    shows: 'a misspelt key, with line',
    templates: 'a: 1\nb: {{ .Values.image.tga }}',
    values: { image: closed({ tag: text }) },
    problems: ['unknown-value a.yaml:2 .Values.image.tga', 'dead-value .Values.image.tag'],
  },
  {
    shows: 'an unknown parent, once, however much is read below it',
    templates: '{{ with .Values.imag }}{{ .tag }}{{ end }}',
    values: {},
    problems: ['unknown-value a.yaml:1 .Values.imag'],
  },
  {
    shows: 'a field of a scalar',
    templates: '{{ .Values.port.number }}{{ .Values.port }}',
    values: { port },
    problems: ['unknown-value a.yaml:1 .Values.port.number'],
  },
  {
    shows: 'an open object takes any key',
    templates: '{{ toJson .Values.extra.any.thing }}',
    values: { extra: anything },
  },
  {
    shows: 'a closed empty object takes none',
    templates: '{{ .Values.extra.key }}{{ .Values.extra }}',
    values: { extra: closed({}) },
    problems: ['unknown-value a.yaml:1 .Values.extra.key'],
  },
  {
    shows: 'a map takes any key, and its items have a shape',
    templates: '{{ .Values.users.admin.name }}{{ .Values.users.admin.nmae }}',
    values: { users: mapOf(closed({ name: text })) },
    problems: ['unknown-value a.yaml:1 .Values.users.admin.nmae'],
  },
  {
    shows: 'keys with dashes through index',
    templates: '{{ index .Values "side-car" "log-level" }}',
    values: { 'side-car': closed({ 'log-level': text }) },
  },
  {
    shows: 'a misspelt key in index',
    templates: '{{ index .Values.a "b-x" }}',
    values: { a: closed({ 'b-c': text }) },
    problems: ['unknown-value a.yaml:1 .Values.a.b-x', 'dead-value .Values.a.b-c'],
  },
  {
    shows: 'definitions behind a $ref',
    templates: '{{ .Values.image.tag }}{{ .Values.image.digest }}',
    values: { image: { $ref: '#/definitions/image' } },
    problems: ['unknown-value a.yaml:1 .Values.image.digest'],
  },
  {
    shows: 'brackets around a path change nothing',
    templates: '{{ ((.Values.image).tag).x }}{{ (.Values.image).tag }}',
    values: { image: closed({ tag: text }) },
    problems: ['unknown-value a.yaml:1 .Values.image.tag.x'],
  },
  {
    shows: 'an alternative of scalars is one leaf',
    templates: '{{ .Values.port }}',
    values: { port: { oneOf: [port, text] } },
  },
  {
    shows: 'a variable that only names a value does not read it, but it must exist',
    templates: '{{ $a := .Values.a }}{{ $b := .Values.b }}',
    values: { a: text },
    problems: ['unknown-value a.yaml:1 .Values.b', 'dead-value .Values.a'],
  },
  {
    shows: 'files outside templates/ and partials that nobody includes do not count',
    templates: { '_helpers.tpl': '{{ .Values.a }}{{ define "unused" }}{{ .Values.a }}{{ end }}' },
    values: { a: text },
    problems: ['dead-value .Values.a'],
  },
];

const dead: readonly Case[] = [
  { shows: 'an unread leaf', templates: 'a: 1', values: { a: text }, problems: ['dead-value .Values.a'] },
  { shows: 'a test reads a scalar', templates: '{{ if .Values.a }}1{{ end }}', values: { a: flag } },
  {
    shows: 'a guard on an object does not read what is in it',
    templates: '{{ if .Values.a }}1{{ end }}{{ with .Values.a }}{{ .b }}{{ end }}',
    values: { a: closed({ b: text, c: text }) },
    problems: ['dead-value .Values.a.c'],
  },
  {
    shows: 'a guard on a list or on an open object reads nothing of it',
    templates: '{{ if and .Values.list (not .Values.map) }}1{{ end }}',
    values: { list: listOf(text), map: anything },
    problems: ['dead-value .Values.list.*', 'dead-value .Values.map'],
  },
  {
    shows: 'toYaml reads everything below',
    templates: '{{ toYaml .Values.a | nindent 2 }}',
    values: { a: closed({ b: closed({ c: text }), d: listOf(closed({ e: text })) }) },
  },
  {
    shows: 'one key of an open object counts as a use of it',
    templates: '{{ .Values.labels.app }}',
    values: { labels: mapOf(text) },
  },
  {
    shows: 'the top-level switch and global are exempt, other switches are not',
    templates: 'a: 1',
    values: { enabled: flag, global: closed({ domain: text }), redis: closed({ enabled: flag }) },
    problems: ['dead-value .Values.redis.enabled'],
  },
  {
    shows: 'a Chart.yaml condition is a read',
    templates: 'a: 1',
    values: { redis: closed({ enabled: flag }) },
    options: { alsoRead: [['redis', 'enabled']] },
  },
  {
    shows: 'exempt paths cover what is below them',
    templates: 'a: 1',
    values: { redis: closed({ auth: closed({ user: text }) }), a: text },
    options: { exempt: [['redis']] },
    problems: ['dead-value .Values.a'],
  },
  {
    shows: 'a helper that ignores its argument does not read it',
    templates: { '_h.tpl': '{{ define "h" }}x{{ end }}', 'a.yaml': '{{ include "h" .Values.a }}' },
    values: { a: text },
    problems: ['dead-value .Values.a'],
  },
];

const blocks: readonly Case[] = [
  {
    shows: 'dot under with, and again outside of it',
    templates:
      '{{ with .Values.a }}{{ .b }}{{ $.Values.c }}{{ else }}{{ .Values.d }}{{ end }}{{ .Values.e }}',
    values: { a: closed({ b: text }), c: text, d: text, e: text },
  },
  {
    shows: 'values under with need the root',
    templates: '{{ with .Values.a }}{{ .b }}{{ .Values.c }}{{ end }}',
    values: { a: closed({ b: text }) },
    problems: ['unknown-value a.yaml:1 .Values.a.Values'],
  },
  {
    shows: 'with of or binds either',
    templates: '{{ with (or .Values.a .Values.b) }}{{ .x }}{{ end }}',
    values: { a: closed({ x: text }), b: closed({ y: text }) },
    problems: ['unknown-value a.yaml:1 .Values.b.x', 'dead-value .Values.b.y'],
  },
  {
    shows: 'with of and binds the last, and tests the others',
    templates: '{{ with and .Values.on .Values.a }}{{ .x }}{{ end }}',
    values: { on: flag, a: closed({ x: text }) },
  },
  {
    shows: 'default binds both, an empty one nothing',
    templates:
      '{{ range $k, $v := default dict .Values.a }}{{ $v.x }}{{ end }}{{ default .Values.b .Values.c }}',
    values: { a: mapOf(closed({ x: text })), b: text, c: text },
  },
  {
    shows: 'else if and else with',
    templates:
      '{{ if .Values.a }}{{ else if eq .Values.b "x" }}{{ .Values.c }}{{ else with .Values.d }}{{ .e }}{{ end }}',
    values: { a: flag, b: text, c: text, d: closed({ e: text }) },
  },
  {
    shows: 'a variable of an if lives in its branches only',
    templates: '{{ if $a := .Values.a }}{{ $a.b }}{{ end }}{{ $a }}',
    values: { a: closed({ b: text }) },
    problems: ['undefined-variable a.yaml:1 $a'],
  },
  {
    shows: 'range over a list of objects reads the fields it names',
    templates: '{{ range .Values.hosts }}{{ .name }}{{ range .paths }}{{ .path }}{{ end }}{{ end }}',
    values: { hosts: listOf(closed({ name: text, port: text, paths: listOf(closed({ path: text })) })) },
    problems: ['dead-value .Values.hosts.*.port'],
  },
  {
    shows: 'range over scalars with a variable',
    templates: '{{ range $i, $host := .Values.hosts }}{{ $i }}{{ $host }}{{ end }}',
    values: { hosts: listOf(text) },
  },
  {
    shows: 'range that uses only the keys of a map leaves its values dead',
    templates: '{{ range $key, $_ := .Values.map }}{{ $key }}{{ end }}',
    values: { map: mapOf(text) },
    problems: ['dead-value .Values.map.*'],
  },
  {
    shows: 'range over the known keys of an object',
    templates:
      '{{ range $key, $port := .Values.ports }}{{ $key }}: {{ $port }}{{ else }}{{ .Values.a }}{{ end }}',
    values: { ports: closed({ http: text, grpc: text }), a: text },
  },
  {
    shows: 'range over a literal list, and over a list of paths',
    templates:
      '{{ range list "a" "b" }}{{ . }}{{ end }}{{ range $p := list .Values.a .Values.b }}{{ $p.x }}{{ end }}',
    values: { a: closed({ x: text }), b: closed({ x: text }) },
  },
  {
    shows: 'range over concat reads the fields of both lists',
    templates: '{{ range concat .Values.a .Values.b }}{{ .x }}{{ end }}',
    values: { a: listOf(closed({ x: text })), b: listOf(closed({ x: text, y: text })) },
    problems: ['dead-value .Values.b.*.y'],
  },
  {
    shows: 'splitList results can be printed and indexed by a number',
    templates:
      '{{ range splitList "," .Values.a }}{{ . | quote }}{{ end }}{{ $p := splitList ":" .Values.b }}{{ index $p 0 }}',
    values: { a: text, b: text },
  },
  {
    shows: 'a reassigned variable is the union of its bindings',
    templates: '{{ $x := .Values.a }}{{ if .Values.on }}{{ $x = .Values.b }}{{ end }}{{ $x.y }}',
    values: { on: flag, a: closed({ y: text }), b: closed({ z: text }) },
    problems: ['unknown-value a.yaml:1 .Values.b.y', 'dead-value .Values.b.z'],
  },
  {
    shows: 'what a loop assigns is seen by its next turn',
    templates:
      '{{ $last := "" }}{{ range .Values.a }}{{ with $last }}{{ .y }}{{ end }}{{ $last = . }}{{ end }}',
    values: { a: listOf(closed({ y: text })) },
  },
  {
    shows: 'what a loop assigns is seen by a loop inside of its next turn',
    templates:
      '{{ $last := "" }}{{ range .Values.a }}{{ range .z }}{{ . }}{{ with $last }}{{ .y }}{{ end }}{{ end }}{{ $last = . }}{{ end }}',
    values: { a: listOf(closed({ y: text, z: listOf(text) })) },
  },
  {
    shows: 'ternary binds both sides',
    templates: '{{ (ternary .Values.a .Values.b .Values.on).x }}',
    values: { on: flag, a: closed({ x: text }), b: closed({ x: text }) },
  },
];

const helpers: readonly Case[] = [
  {
    shows: 'dot and $ in a named template are its argument',
    templates: {
      '_h.tpl': '{{ define "h" }}{{ .tag }}\n{{ range .args }}{{ $.missing }}{{ . }}{{ end }}{{ end }}',
      'a.yaml': '{{ include "h" .Values.a }}',
    },
    values: { a: closed({ tag: text, args: listOf(text) }) },
    problems: ['unknown-value _h.tpl:2 .Values.a.missing'],
  },
  {
    shows: 'a literal dict carries root and path',
    templates: {
      '_h.tpl':
        '{{ define "h" }}{{ .root.Values.name }}{{ .root.Release.Name }}{{ .at.port }}{{ .kind }}{{ end }}',
      'a.yaml': '{{ include "h" (dict "root" $ "at" .Values.a "kind" "web") | nindent 2 }}',
    },
    values: { name: text, a: closed({ port: text }) },
  },
  {
    shows: 'a dict in a variable, passed on by template',
    templates: {
      '_h.tpl': '{{ define "h" }}{{ template "i" .at }}{{ end }}{{ define "i" }}{{ .port }}{{ end }}',
      'a.yaml': '{{ $d := dict "at" .Values.a }}{{ template "h" $d }}',
    },
    values: { a: closed({ port: text }) },
  },
  {
    shows: 'an optional argument may be missing behind a guard',
    templates: {
      '_h.tpl':
        '{{ define "h" }}{{ with .at }}{{ .x }}{{ end }}{{ if .at }}{{ .at.x }}{{ end }}{{ or .at "none" }}{{ end }}',
      'a.yaml': '{{ include "h" (dict "name" "x") }}{{ include "h" (dict "at" .Values.a) }}',
    },
    values: { a: closed({ x: text }) },
  },
  {
    shows: 'an argument that is missing where it is printed or followed',
    templates: {
      '_h.tpl': '{{ define "h" }}\n{{ .nmae }}\n{{ .at.x }}{{ end }}',
      'a.yaml': '{{ include "h" (dict "name" "x") }}',
    },
    values: {},
    problems: ['unknown-argument _h.tpl:2 .nmae', 'unknown-argument _h.tpl:3 .x'],
  },
  {
    shows: 'an include with the values as a whole is followed exactly',
    templates: { '_h.tpl': '{{ define "h" }}{{ .a }}{{ end }}', 'a.yaml': '{{ include "h" .Values }}' },
    values: { a: text, b: text },
    problems: ['dead-value .Values.b'],
  },
  {
    shows: 'an undefined name',
    templates: '{{ include "nope" . }}',
    values: {},
    problems: ['undefined-template a.yaml:1 nope'],
  },
  {
    shows: 'a computed name',
    templates: '{{ include (print "a" .Values.b) . }}',
    values: {},
    problems: ['computed-include a.yaml:1 include'],
  },
  {
    shows: 'a template that includes itself',
    templates: { '_h.tpl': '{{ define "h" }}{{ include "h" . }}{{ end }}', 'a.yaml': '{{ include "h" . }}' },
    values: {},
    problems: ['recursive-template _h.tpl:1 h'],
  },
  {
    shows: 'a name that is defined twice',
    templates: { '_h.tpl': '{{ define "h" }}{{ end }}\n{{ define "h" }}{{ end }}' },
    values: {},
    problems: ['duplicate-template _h.tpl:2 h'],
  },
];

const worker = { tasks: text, port, deep: closed({ size: text, rest: text }) };
const grouped = {
  '_groups.tpl': `{{ define "w.groups" }}{{ range $name, $own := .Values.worker.groups }}
{{ $name }}: {{ mustMergeOverwrite (deepCopy $.Values.worker) $own | toJson }}{{ end }}{{ end }}
{{ define "w.take" }}{{ $_ := set .values "worker" .own }}{{ end }}`,
  'set.yaml': `{{ range include "w.groups" . | fromYaml }}
{{ include "w.take" (dict "values" $.Values "own" .) }}{{ with $ }}
a: {{ .Values.worker.tasks }} {{ .Values.worker.deep.size }}{{ end }}{{ end }}`,
};
const groupsOf = (...keys: readonly string[]): CheckOptions => ({
  onlyLook: ['templates/_groups.tpl'],
  groups: [{ block: 'worker', keys, files: ['templates/set.yaml'], indifferent: [] }],
});

const inGroups: readonly Case[] = [
  {
    shows: 'what a file reads of a block, it reads of each group',
    templates: { ...grouped, 'b.yaml': '{{ .Values.worker.port }}{{ .Values.worker.deep.rest }}' },
    values: {
      worker: closed({
        ...worker,
        groups: mapOf(closed({ tasks: text, port, deep: closed({ size: text, rest: text }) })),
      }),
    },
    options: groupsOf('tasks'),
    problems: ['dead-value .Values.worker.groups.*.port', 'dead-value .Values.worker.groups.*.deep.rest'],
  },
  {
    shows: 'what is dead in the block, once',
    templates: grouped,
    values: {
      worker: closed({ tasks: text, port, deep: mapOf(text), groups: mapOf(closed({ tasks: text, port })) }),
    },
    options: groupsOf('tasks'),
    problems: ['dead-value .Values.worker.port'],
  },
  {
    shows: 'what groups have of their own, and another file reads for all',
    templates: { ...grouped, 'b.yaml': '{{ .Values.worker.port }}\n{{ .Values.worker.deep.rest }}' },
    values: {
      worker: closed({ ...worker, groups: mapOf(closed({ tasks: text, deep: closed({ size: text }) })) }),
    },
    options: groupsOf('tasks', 'deep'),
    problems: ['shared-value b.yaml:2 .Values.worker.deep'],
  },
  {
    shows: 'values are changed in the file for it alone',
    templates: { 'a.yaml': '{{ $_ := set .Values "worker" dict }}' },
    values: {},
    problems: ['forbidden-function a.yaml:1 set'],
  },
];

const forbidden: readonly Case[] = [
  ...[
    'get .Values.a "b"',
    'dig "b" "" .Values.a',
    'tpl (toYaml .Values.a) .',
    'merge .Values.a (dict "x" 1)',
  ].map(
    (call): Case => ({
      shows: call,
      templates: `{{ $x := ${call} }}{{ $x }}`,
      values: { a: closed({ b: text }) },
      problems: [`forbidden-function a.yaml:1 ${call.split(' ')[0]}`],
    }),
  ),
  {
    shows: 'a forbidden function inside a helper, once, at its line',
    templates: {
      '_h.tpl': '{{ define "h" }}\n{{ deepCopy .Values.a | toYaml }}{{ end }}',
      'a.yaml': '{{ include "h" . }}{{ include "h" $ }}',
    },
    values: { a: anything },
    problems: ['forbidden-function _h.tpl:2 deepCopy'],
  },
  {
    shows: 'index with a computed key',
    templates: '{{ range $k, $_ := .Values.a }}{{ index $.Values.a $k }}{{ end }}',
    values: { a: mapOf(text) },
    problems: ['computed-index a.yaml:1 index'],
  },
  {
    shows: 'index by position into a list of the values',
    templates: '{{ (index .Values.a 0).x }}',
    values: { a: listOf(closed({ x: text })) },
    problems: ['computed-index a.yaml:1 index'],
  },
  {
    shows: 'a field of a function result',
    templates:
      '{{ (fromYaml .Values.a).x }}{{ $y := include "h" . | fromYaml }}{{ $y.z }}{{ define "h" }}{{ end }}',
    values: { a: text },
    problems: ['field-of-result a.yaml:1 .x', 'field-of-result a.yaml:1 .z'],
  },
  {
    shows: 'range over a function result, then a field of its items',
    templates: '{{ range fromYamlArray .Values.a }}{{ .x }}{{ end }}',
    values: { a: text },
    problems: ['field-of-result a.yaml:1 .x'],
  },
  {
    shows: 'all values printed, and ranged over',
    templates: '{{ toYaml .Values }}\n{{ range .Values }}{{ . }}{{ end }}\n{{ toJson . }}',
    values: {},
    problems: ['values-whole a.yaml:1', 'values-whole a.yaml:2 range', 'values-whole a.yaml:3'],
  },
  {
    shows: 'a built-in that Helm does not have',
    templates: '{{ .Release.Nmae }}{{ .Chart.Name }}{{ .Vals }}{{ .Capabilities.KubeVersion.Version }}',
    values: {},
    problems: ['unknown-built-in a.yaml:1 .Release.Nmae', 'unknown-built-in a.yaml:1 .Vals'],
  },
  ...[
    ['a block that is never closed', '\n{{ if .Values.a }}', 2],
    ['an action that is never closed', '{{ .Values.a', 1],
    ['an end too many', 'a\nb\n{{ end }}', 3],
    ['a bracket too few', '{{ quote (.Values.a }}', 1],
    ['arguments of a constant', '{{ "a" .Values.b }}', 1],
    ['a pipe into nothing', '{{ .Values.a | }}', 1],
  ].map(
    ([shows, templates, line]): Case => ({
      shows: String(shows),
      templates: String(templates),
      values: {},
      problems: [expect.stringMatching(`^unparsable a.yaml:${line}`)],
    }),
  ),
];

const cluster: readonly Case[] = [
  {
    shows: 'what lookup found can be followed and indexed',
    templates:
      '{{ $s := lookup "v1" "Secret" .Release.Namespace .Values.name }}{{ range $k, $v := ($s).data }}{{ index $s.data $k }}{{ end }}{{ with $s }}{{ .data.password | b64dec }}{{ end }}',
    values: { name: text },
  },
  {
    shows: 'a loop ends whose body declares and changes a variable of its own',
    templates: '{{ range .Values.items }}{{ $x := . }}{{ $x = upper $x }}{{ $x }}{{ end }}',
    values: { items: { type: 'array', items: text } },
  },
  {
    shows: 'built-in objects and their functions',
    templates:
      '{{ if .Capabilities.APIVersions.Has "v1/Secret" }}{{ end }}{{ range $p, $_ := .Files.Glob "files/*" }}{{ $.Files.Get $p | quote }}{{ end }}{{ (.Files.Glob "x").AsConfig }}{{ "v1" | .Capabilities.APIVersions.Has }}',
    values: {},
  },
];

const numbers: readonly Case[] = [
  {
    shows: 'numbers as they were written',
    templates:
      '{{ int64 .Values.a | quote }}{{ toJson .Values.b }}{{ toYaml .Values.c }}{{ add 1 .Values.a }}{{ if gt .Values.a 3.0 }}{{ end }}',
    values: { a: whole, b: number, c: mapOf(number) },
  },
  {
    shows: 'numbers in the text of Go, which has an exponent from a million on',
    templates:
      '{{ .Values.a }}\n{{ .Values.b | quote }}\n{{ printf "%v" .Values.c }}\n{{ join "," .Values.d }}',
    values: { a: whole, b: number, c: {}, d: listOf(whole) },
    problems: [
      'inexact-number a.yaml:1 .Values.a',
      'inexact-number a.yaml:2 .Values.b',
      'inexact-number a.yaml:3 .Values.c',
      'inexact-number a.yaml:4 .Values.d',
    ],
  },
  {
    shows: 'entries of an open map, also through a named template',
    templates: {
      '_h.tpl': '{{ define "h" }}{{ range $k, $v := . }}{{ $v }}{{ end }}{{ end }}',
      'a.yaml': '{{ include "h" .Values.a }}',
    },
    values: { a: anything },
    problems: ['inexact-number _h.tpl:1 .Values.a.*'],
  },
  {
    shows: 'text and numbers told apart by their kind',
    templates:
      '{{ range .Values.a }}{{ ternary (toJson .) . (kindIs "float64" .) }}{{ ternary . (toJson .) (kindIs "string" .) }}{{ end }}',
    values: { a: mapOf({ type: ['string', 'number'] }) },
  },
  {
    shows: 'numbers told apart the wrong way round',
    templates: '{{ ternary .Values.a (toJson .Values.a) (kindIs "float64" .Values.a) }}',
    values: { a: number },
    problems: ['inexact-number a.yaml:1 .Values.a'],
  },
  {
    shows: 'whole numbers that are never large',
    templates: '{{ .Values.port }}',
    values: { port },
  },
  {
    shows: 'values of a subchart, which its own schema types',
    templates: '{{ .Values.db.name }}{{ .Values.other }}',
    values: { db: anything, other: {} },
    options: { foreign: [['db']] },
    problems: ['inexact-number a.yaml:1 .Values.other'],
  },
];

for (const [title, cases] of Object.entries({
  numbers,
  paths,
  dead,
  blocks,
  helpers,
  inGroups,
  forbidden,
  cluster,
})) {
  describe(title, () => {
    test.each(cases)('$shows', ({ templates, values, options, problems = [] }) => {
      const schema = { ...closed(values), definitions: { image: closed({ tag: text }) } };
      expect(checkClosedLoop(chart(templates), schema, options).map(brief)).toEqual(problems);
    });
  });
}

describe('reads', () => {
  test('say where, how and how much', () => {
    const templates = chart({
      '_h.tpl': '{{ define "h" }}\n{{ toYaml .a }}{{ end }}',
      'a.yaml':
        '{{ if .Values.on }}\n{{ include "h" .Values }}{{ range .Values.list }}{{ .x | quote }}{{ end }}{{ end }}',
    });
    expect(readsOf(templates)).toEqual([
      { path: ['on'], usage: 'test', file: 'templates/a.yaml', line: 1, whole: false },
      { path: ['list'], usage: 'test', file: 'templates/a.yaml', line: 2, whole: false },
      { path: ['list', '*', 'x'], usage: 'output', file: 'templates/a.yaml', line: 2, whole: true },
      { path: ['a'], usage: 'output', file: 'templates/_h.tpl', line: 2, whole: true },
    ]);
  });

  test('keep their lines after comments, raw strings and trimmed space', () => {
    const templates = chart(
      '{{- /* a\n b */ -}}\n{{ printf `x\n` | quote }}\n{{- .Values.a -}}\n{{ "{{" }}{{ .Values.b }}',
    );
    expect(readsOf(templates).map(({ path, line }) => [path[0], line])).toEqual([
      ['a', 5],
      ['b', 6],
    ]);
  });

  test('leave out named templates that are checked elsewhere, with a context alone', () => {
    const files = new Map([
      ['templates/_h.tpl', '{{ define "h" }}{{ .Values.x }}{{ end }}'],
      ['templates/a.yaml', '{{ include "h" .Subcharts.one }}'],
      ['templates/b.yaml', '{{ include "h" (dict "Values" .Values.two) }}{{ include "k" . }}'],
    ]);
    const trace = interpret(files, new Set(['h', 'k']));
    expect(readsOf(trace).map(({ path }) => path)).toEqual([['two', 'x']]);
    const found = trace.units.flatMap(({ problems }) => problems.map(brief));
    expect(found).toEqual(['undefined-template b.yaml:1 k']);
  });

  test('messages name the nearest key and the way out', () => {
    const [problem] = checkClosedLoop(
      chart('{{ .Values.image.tga }}'),
      closed({ image: closed({ name: text, tag: text }) }),
    );
    expect(problem?.message).toBe(
      '`.Values.image.tga` is not in the values schema; did you mean `.Values.image.tag`?',
    );
  });
});

describe('secrets', () => {
  const schema = closed({
    auth: closed({ user: text, password: { ...text, 'x-secret': true }, existingSecret: text }),
    keys: { ...mapOf(text), 'x-secret': true },
  });
  const secret = 'apiVersion: v1\nkind: Secret\n';
  const pod = 'kind: Deployment\n';

  test.each<[string, Templates, readonly string[]]>([
    ['a password in a Secret', `${secret}a: {{ .Values.auth.password | b64enc }}`, []],
    [
      'a password in a Deployment',
      `${pod}a: {{ .Values.auth.password }}`,
      ['a.yaml:2 .Values.auth.password'],
    ],
    [
      'a test anywhere',
      `${pod}{{ if and .Values.auth.password (eq .Values.auth.password "x") }}{{ end }}`,
      [],
    ],
    [
      'with is a test, its dot an output',
      `{{ with .Values.auth.password }}\n{{ . }}{{ end }}`,
      ['a.yaml:2 .Values.auth.password'],
    ],
    ['what stands beside it', `${pod}{{ .Values.auth.user }}{{ .Values.auth.existingSecret }}`, []],
    ['an object that contains it', `${pod}{{ toYaml .Values.auth }}`, ['a.yaml:2 .Values.auth.password']],
    [
      'a file of two kinds',
      `${secret}---\n${pod}{{ .Values.auth.password }}`,
      ['a.yaml:5 .Values.auth.password'],
    ],
    [
      'a computed kind',
      'kind: {{ .Values.auth.user }}\n{{ .Values.auth.password }}',
      ['a.yaml:2 .Values.auth.password'],
    ],
    [
      'an item of a secret map',
      `${pod}{{ range $k, $v := .Values.keys }}{{ $k }}{{ $v }}{{ end }}`,
      ['a.yaml:2 .Values.keys.*'],
    ],
    [
      'a variable',
      `${pod}{{ $p := default "x" .Values.auth.password }}\n{{ $p }}`,
      ['a.yaml:3 .Values.auth.password'],
    ],
    [
      'a helper that only Secrets include',
      {
        '_h.tpl': '{{ define "h" }}{{ .Values.auth.password }}{{ end }}',
        'a.yaml': `${secret}{{ include "h" . }}`,
      },
      [],
    ],
    [
      'a helper that others include too',
      {
        '_h.tpl': '{{ define "h" }}{{ .Values.auth.password }}{{ end }}',
        'a.yaml': `${secret}{{ include "h" . }}`,
        'b.yaml': `${pod}{{ include "h" . }}`,
      },
      ['_h.tpl:1 .Values.auth.password'],
    ],
    [
      'a checksum of what a Secret holds',
      {
        '_h.tpl': '{{ define "h" }}{{ .Values.auth.password }}{{ end }}',
        'b.yaml': `${pod}{{ include "h" . | sha256sum }}`,
      },
      [],
    ],
    [
      'a helper as the condition of with, whose dot is printed',
      {
        '_h.tpl': '{{ define "h" }}{{ .Values.auth.password }}{{ end }}',
        'b.yaml': `${pod}{{ with include "h" . }}{{ . }}{{ end }}`,
      },
      ['_h.tpl:1 .Values.auth.password'],
    ],
    [
      'NOTES.txt',
      { 'NOTES.txt': 'log in with {{ .Values.auth.password }}' },
      ['NOTES.txt:1 .Values.auth.password'],
    ],
  ])('%s', (_shows, templates, leaks) => {
    const found = secretLeaks(chart(templates), schema).map(brief);
    expect(found).toEqual(leaks.map((leak) => `secret-leak ${leak}`));
  });
});

test('a chart as helm create writes it has no dead and no unknown value', () => {
  const templates = chart({
    '_helpers.tpl': `
{{/* Name of the objects. */}}
{{- define "web.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- define "web.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "web.selectorLabels" . }}
{{- if .Chart.AppVersion }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
{{- end }}
{{- define "web.selectorLabels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "web.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "web.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}
`,
    'serviceaccount.yaml': `
{{- if .Values.serviceAccount.create -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "web.serviceAccountName" . }}
  labels:
    {{- include "web.labels" . | nindent 4 }}
  {{- with .Values.serviceAccount.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
{{- end }}
`,
    'deployment.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "web.fullname" . }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  template:
    metadata:
      {{- with .Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      labels:
        {{- include "web.labels" . | nindent 8 }}
        {{- with .Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "web.serviceAccountName" . }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          ports:
            - containerPort: {{ .Values.service.port }}
          {{- with .Values.livenessProbe }}
          livenessProbe:
            {{- toYaml . | nindent 12 }}
          {{- end }}
`,
    'service.yaml': `
kind: Service
spec:
  type: {{ .Values.service.type }}
  ports:
    - port: {{ .Values.service.port }}
`,
    'hpa.yaml': `
{{- if .Values.autoscaling.enabled }}
kind: HorizontalPodAutoscaler
spec:
  minReplicas: {{ .Values.autoscaling.minReplicas }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas }}
{{- end }}
`,
    'ingress.yaml': `
{{- if .Values.ingress.enabled -}}
kind: Ingress
spec:
  {{- with .Values.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- if .Values.ingress.tls }}
  tls:
    {{- range .Values.ingress.tls }}
    - hosts:
        {{- range .hosts }}
        - {{ . | quote }}
        {{- end }}
      secretName: {{ .secretName }}
    {{- end }}
  {{- end }}
  rules:
    {{- range .Values.ingress.hosts }}
    - host: {{ .host | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path }}
            {{- with .pathType }}
            pathType: {{ . }}
            {{- end }}
            backend:
              service:
                name: {{ include "web.fullname" $ }}
                port:
                  number: {{ $.Values.service.port }}
          {{- end }}
    {{- end }}
{{- end }}
`,
    'NOTES.txt': `
{{- if .Values.ingress.enabled }}
{{- range $host := .Values.ingress.hosts }}
  {{- range .paths }}
  http{{ if $.Values.ingress.tls }}s{{ end }}://{{ $host.host }}{{ .path }}
  {{- end }}
{{- end }}
{{- else if contains "NodePort" .Values.service.type }}
  kubectl get --namespace {{ .Release.Namespace }} services {{ include "web.fullname" . }}
{{- end }}
`,
  });
  const schema = closed({
    replicaCount: port,
    image: closed({ repository: text, pullPolicy: text, tag: text }),
    nameOverride: text,
    fullnameOverride: text,
    serviceAccount: closed({ create: flag, automount: flag, annotations: mapOf(text), name: text }),
    podAnnotations: mapOf(text),
    podLabels: mapOf(text),
    livenessProbe: closed({ httpGet: closed({ path: text, port: text }) }),
    service: closed({ type: text, port }),
    ingress: closed({
      enabled: flag,
      className: text,
      hosts: listOf(closed({ host: text, paths: listOf(closed({ path: text, pathType: text })) })),
      tls: listOf(closed({ secretName: text, hosts: listOf(text) })),
    }),
    autoscaling: closed({
      enabled: flag,
      minReplicas: port,
      maxReplicas: port,
    }),
  });
  expect(checkClosedLoop(templates, schema)).toEqual([]);
});
