import { expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { value } from '../go/index.ts';
import {
  chartFiles,
  createWorkspace,
  featureFiles,
  mistakesOf,
  schemaText,
  web,
} from '../testing/workspace.ts';

const toggles = schemaText({
  one: { type: 'boolean', description: 'The first switch.', default: false },
  two: { type: 'boolean', description: 'The second switch.', default: false },
});
/** Reads both switches, whatever the features under test do. */
const readBoth = {
  'templates/_read.tpl': '{{- define "shop.read" }}{{ .Values.one }}{{ .Values.two }}{{ end }}\n',
  'templates/read.yaml': '# {{ include "shop.read" . }}\n',
};

/** What a template of a chart becomes with some features: the text of `templates/demo.yaml`. */
async function rendered(
  template: string,
  features: readonly Readonly<Record<string, string>>[],
): Promise<string | undefined> {
  const { root } = createWorkspace(
    Object.assign(
      {},
      ...features,
      chartFiles(
        { name: 'shop' },
        { 'templates/demo.yaml.hbs': template, 'values.schema.json': toggles, ...readBoth },
      ),
    ),
  );
  const files = (await generate(root)).get('shop');
  return files?.get('templates/demo.yaml');
}

/** A feature of the whole chart with one fragment. */
function filling(
  slot: string,
  name: string,
  text: string,
  more: object = {},
): Readonly<Record<string, string>> {
  return featureFiles({ name, scope: 'chart', ...more }, { [`${slot}.yaml.hbs`]: text });
}

const one = { when: value('one') };
const two = { when: value('two') };

test('a list without fragments leaves nothing, not even its key', async () => {
  expect(await rendered('a: 1\n<% slot "demo.list" "items" %>\nb: 2\n', [])).toBe('a: 1\nb: 2\n');
});

test('the key of a list is guarded by the or of all conditions, so that it is never null', async () => {
  const template = 'spec:\n  <% slot "demo.list" "items" %>\n';
  const first = filling('demo.list', 'first', '- first\n', one);
  const second = filling('demo.list', 'second', '- second\n', two);
  const always = filling('demo.list', 'third', '- third\n');
  expect(await rendered(template, [first])).toBe(
    'spec:\n  {{- if .Values.one }}\n  items:\n    - first\n  {{- end }}\n',
  );
  expect(await rendered(template, [first, second])).toBe(
    [
      'spec:',
      '  {{- if or .Values.one .Values.two }}',
      '  items:',
      '    {{- if .Values.one }}',
      '    - first',
      '    {{- end }}',
      '    {{- if .Values.two }}',
      '    - second',
      '    {{- end }}',
      '  {{- end }}',
      '',
    ].join('\n'),
  );
  expect(await rendered(template, [first, always])).toBe(
    'spec:\n  items:\n    {{- if .Values.one }}\n    - first\n    {{- end }}\n    - third\n',
  );
});

test('a feature fills one slot with several fragments, each under its own condition', async () => {
  const both = featureFiles(
    { name: 'both', scope: 'chart', fragments: { 'demo.list.second': two } },
    { 'demo.list.first.yaml.hbs': '- first\n', 'demo.list.second.yaml.hbs': '- second\n' },
  );
  expect(await rendered('<% slot "demo.list" "items" %>\n', [both])).toBe(
    'items:\n  - first\n  {{- if .Values.two }}\n  - second\n  {{- end }}\n',
  );
});

test('objects whose names have several words are files of their own, each under its own condition', async () => {
  const { root } = createWorkspace({
    ...featureFiles(
      { name: 'both', scope: 'chart', fragments: { 'object.thing.second': two } },
      { 'object.thing.first.yaml.hbs': 'a: 1\n', 'object.thing.second.yaml.hbs': 'a: 2\n' },
    ),
    ...chartFiles({ name: 'shop' }, { 'values.schema.json': toggles, ...readBoth }),
  });
  const files = (await generate(root)).get('shop');
  expect(files?.get('templates/thing.first.yaml')).toBe('a: 1\n');
  expect(files?.get('templates/thing.second.yaml')).toBe('{{- if .Values.two }}\na: 2\n{{- end }}\n');
});

test('fragments come by order, then by name', async () => {
  const features = [
    filling('demo.list', 'b', '- b\n'),
    filling('demo.list', 'a', '- a\n'),
    filling('demo.list', 'c', '- c\n', { order: 1 }),
  ];
  expect(await rendered('<% slot "demo.list" "items" %>\n', features)).toBe('items:\n  - c\n  - a\n  - b\n');
});

test('columns add up through slots and parts', async () => {
  const outer = filling(
    'demo.list',
    'outer',
    '- name: outer\n  <% slot "demo.inner" "inner" %>\n  at: <% at 2 %>\n',
  );
  const inner = filling(
    'demo.inner',
    'inner',
    '- {{ toYaml .Values.one | nindent <% at 2 %> }}\n  <% part "demo" %>\n',
  );
  const part = featureFiles(
    { name: 'parted', scope: 'chart' },
    { 'part.demo.yaml.hbs': 'deep: <% at 0 %>\n' },
  );
  expect(await rendered('spec:\n  <% slot "demo.list" "items" %>\n', [outer, inner, part])).toBe(
    [
      'spec:',
      '  items:',
      '    - name: outer',
      '      inner:',
      '        - {{ toYaml .Values.one | nindent 10 }}',
      '          deep: 10',
      '      at: 6',
      '',
    ].join('\n'),
  );
});

test('a single slot has one owner, and others may name a condition to leave it out, or to have a part there', async () => {
  const template = 'spec:\n  <% single "demo.count" %>\n  end: 1\n';
  const owner = filling('demo.count', 'owner', 'count: 1\n');
  const omitting = featureFiles(
    { name: 'omitting', scope: 'chart', omits: { 'demo.count': value('two') } },
    {},
  );
  const conditional = filling('demo.count', 'owner', 'count: 1\n', one);
  expect(await rendered(template, [owner])).toBe('spec:\n  count: 1\n  end: 1\n');
  expect(await rendered(template, [owner, omitting])).toBe(
    'spec:\n  {{- if not .Values.two }}\n  count: 1\n  {{- end }}\n  end: 1\n',
  );
  expect(await rendered(template, [conditional, omitting])).toBe(
    'spec:\n  {{- if not .Values.two }}\n  {{- if .Values.one }}\n  count: 1\n  {{- end }}\n  {{- end }}\n  end: 1\n',
  );
  const other = featureFiles({ name: 'other', scope: 'chart' }, { 'part.zero.yaml.hbs': 'count: 0\n' });
  const divided = template.replace('"demo.count"', '"demo.count" "zero"');
  expect(await rendered(divided, [owner, omitting, other])).toBe(
    'spec:\n  {{- if .Values.two }}\n  count: 0\n  {{- else }}\n  count: 1\n  {{- end }}\n  end: 1\n',
  );
  expect(await rendered(divided, [owner, other])).toBe('spec:\n  count: 1\n  end: 1\n');
  await expect(rendered(template, [owner, filling('demo.count', 'another', 'count: 2\n')])).rejects.toThrow(
    'charts/shop/src/templates/demo.yaml.hbs: the single slot demo.count is filled by another, owner. Let one feature own it; the others may name a condition in omits.',
  );
});

test('a fragment for a slot that no template has', async () => {
  const lost = filling('pod.volumnes', 'lost', '- name: lost\n');
  const { root } = createWorkspace({ ...lost, ...chartFiles({ name: 'shop' }) });
  await expect(generate(root)).rejects.toThrow(
    'features/lost/pod.volumnes.yaml.hbs: no template of the chart shop has the slot pod.volumnes. Did you mean pod.volumes?',
  );
});

test.each([{ computed: 'on' }, { option: 'on' }])('a condition that a feature has not: %j', async (when) => {
  const lost = filling('pod.annotations', 'lost', 'a: b\n', { scope: 'workload', when });
  const { root } = createWorkspace({ ...lost, ...chartFiles({ name: 'shop' }) });
  await expect(generate(root)).rejects.toThrow(
    'charts/shop: a feature names the condition on, and has none. Compute it in locals, or declare it as an option.',
  );
});

test('a part that there is not, also inside a fragment', async () => {
  await expect(
    rendered('<% slot "demo.list" %>\n', [filling('demo.list', 'first', '<% part "labels" %>\n')]),
  ).rejects.toThrow('features/first/demo.list.yaml.hbs: there is no part labels.');
});

/** A feature of every workload with one fragment. */
function replacing(
  part: string,
  name: string,
  text: string,
  more: object = {},
): Readonly<Record<string, string>> {
  return featureFiles(
    { name, scope: 'workload', always: true, ...more },
    { [`instead.${part}.yaml.hbs`]: text },
  );
}

/** What is generated of a chart with an autoscaler and further features. */
async function autoscaled(
  ...features: readonly Readonly<Record<string, string>>[]
): Promise<ReadonlyMap<string, string> | undefined> {
  const { root } = createWorkspace(
    Object.assign(
      {},
      ...features,
      chartFiles({ name: 'shop', workloads: { main: web({ features: { autoscaling: {} } }) } }),
    ),
  );
  return (await generate(root)).get('shop');
}

test('a fragment stands instead of a part in the objects of its workload, at its column, and may take the part in', async () => {
  const twins = replacing('scale-target', 'twins', '<% part "scale-target" %>\n# <% at 0 %>\n');
  expect((await autoscaled(twins))?.get('templates/hpa.yaml')).toContain(
    [
      '  scaleTargetRef:',
      '    apiVersion: apps/v1',
      '    kind: Deployment',
      '    name: {{ include "shop.fullname" . }}',
      '    # 4',
    ].join('\n'),
  );
});

test('two features instead of one part', async () => {
  const features = ['first', 'second'].map((name) => replacing('scale-target', name, 'name: other\n'));
  await expect(autoscaled(...features)).rejects.toThrow(
    'features/workload/autoscaling/object.hpa.yaml.hbs: the part scale-target is replaced by first, second. Let one feature own it.',
  );
});

test('a fragment instead of a part that there is not, or is not without another feature', async () => {
  await expect(autoscaled(replacing('scale-targets', 'lost', 'name: other\n'))).rejects.toThrow(
    'features/lost/instead.scale-targets.yaml.hbs: no template of the chart shop has the slot instead.scale-targets. Did you mean instead.scale-target?',
  );
  const extending = replacing('ghost', 'fine', 'name: other\n', { extends: ['ghosts'] });
  expect((await autoscaled(extending))?.has('templates/hpa.yaml')).toBe(true);
});

test('two features that write one file', async () => {
  const object = (name: string) =>
    featureFiles({ name, scope: 'chart' }, { 'object.thing.yaml.hbs': 'a: 1\n' });
  await expect(rendered('a: 1\n', [object('first'), object('second')])).rejects.toThrow(
    'charts/shop: two features write templates/thing.yaml. Rename one of the object fragments.',
  );
});

test('the replicas of a workload give way to its autoscaler', async () => {
  const { root } = createWorkspace(
    chartFiles({ name: 'shop', workloads: { main: web({ features: { autoscaling: {} } }) } }),
  );
  const text = (await generate(root)).get('shop')?.get('templates/deployment.yaml');
  expect(text).toContain(
    '  {{- if not .Values.autoscaling.enabled }}\n  replicas: {{ int64 .Values.replicaCount }}\n  {{- end }}\n',
  );
  expect(await mistakesOf(chartFiles({ name: 'shop' }))).toEqual([]);
});
