import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHelm3, pinnedHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { compose } from './compose.ts';
import { defaultsOf, withDefaults } from './defaults.ts';
import { validateValues } from './fit.ts';
import { application, library, scheduling, sourceOf, workload } from './fixtures.ts';
import { shippedSchema } from './ship.ts';
import type { JsonObject, SchemaNode } from './types.ts';
import { valuesYaml } from './values-yaml.ts';

/** Texts that YAML 1.1, YAML 1.2 and JSON may each take for something else. */
const TRICKY = [
  'on',
  'Off',
  'yes',
  'N',
  'y',
  'null',
  '~',
  '',
  ' ',
  'true',
  '0o7',
  '017',
  '0x1F',
  '0b11',
  '1_000',
  '1:30',
  '190:20:30',
  '1e3',
  '.5',
  '-.inf',
  '.NaN',
  '+1',
  '2001-01-01',
  '2001-01-01T00:00:00Z',
  '=',
  '<<',
  '- a',
  'a: b',
  'a #b',
  '#',
  '@x',
  '`x`',
  '%x',
  '!x',
  '&x',
  '*x',
  '{{ .Values }}',
  '[',
  '{}',
  "it's",
  '"',
  '\\',
  'a\nb',
  'a\n',
  '\na',
  'a\n\n',
  ' a',
  'a ',
  '\t',
  'é',
  '😀',
  '---',
  '...',
  '?',
  ':',
  '|',
  '>',
  '5m',
  '100m',
  'sha256:abc',
  '<',
  '0',
];

const tricky = sourceOf('tricky', {
  tricky: {
    type: 'object',
    description: 'Texts.',
    properties: Object.fromEntries(
      TRICKY.map((text, index): [string, SchemaNode] => [
        `text${index}`,
        { type: 'string', description: 'A text.', default: text, 'x-example': text },
      ]),
    ),
  },
  numbers: { type: 'array', items: { type: 'number' }, description: 'Numbers.', default: [0, 1e7, 0.1, -3] },
});

const schema = withDefaults(
  compose(
    [
      { source: application },
      { source: workload },
      { source: scheduling },
      { source: scheduling, at: 'worker' },
      { source: tricky },
    ],
    library,
  ),
  { worker: { nodeSelector: { 'kubernetes.io/arch': 'arm64' } } },
  'fixture',
);
const shipped = shippedSchema(schema, 'fixture');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schema-helm-'));
  const chart = join(folder, 'chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  const manifest =
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"values"},"data":{{ .Values | toJson }}}\n';
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: fixture\nversion: 1.0.0\n');
  writeFileSync(join(chart, 'values.yaml'), valuesYaml(schema, ['A fixture.']));
  writeFileSync(join(chart, 'values.schema.json'), JSON.stringify(shipped));
  writeFileSync(join(chart, 'templates', 'values.yaml'), manifest);
  const umbrella = join(folder, 'umbrella');
  mkdirSync(umbrella);
  writeFileSync(
    join(umbrella, 'Chart.yaml'),
    'apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies:\n  - { name: fixture, version: 1.0.0, repository: "file://../chart", condition: fixture.enabled }\n',
  );
  writeFileSync(
    join(umbrella, 'values.yaml'),
    'tags: { some: true }\nglobal: { domain: example.com }\nfixture: { enabled: true }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const good: readonly JsonObject[] = [
  {},
  { replicaCount: 0, config: { logLevel: 'debug' } },
  { nodeSelector: { a: 'b' }, tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] },
  { worker: { tolerations: [{ effect: '' }] } },
  { resources: { requests: { cpu: 1 }, limits: { memory: '1Gi' } } },
  { global: { anything: { at: 'all' } }, enabled: true, tags: { a: true } },
  { debug: true },
];
const bad: readonly JsonObject[] = [
  { replicas: 1 },
  { replicaCount: '1' },
  { replicaCount: -1 },
  { replicaCount: null },
  { config: null },
  { config: { logLevel: 'trace' } },
  { config: { proxy: 'a\u0001b' } },
  { config: { workers: 1.5 } },
  { worker: { nodeSelector: { a: 1 } } },
  { worker: { tolerations: [{ keys: 'a' }] } },
  { tolerations: {} },
  { resources: { requests: { cpu: '1 core' } } },
  { resources: { claims: [] } },
  { enabled: 'yes' },
];

describe.each([
  ['Helm 4', pinnedHelm, []],
  ['Helm 3.17', findHelm3, ['--kube-version', '1.31']],
] as const)('%s', (_name, find, flags) => {
  const template = async (chart: string, values: JsonObject) => {
    const file = join(folder, 'case.json');
    writeFileSync(file, JSON.stringify(values));
    return run(await find(), ['template', 'r', join(folder, chart), '-f', file, ...flags], {
      timeoutMs: 30_000,
    });
  };

  test('reads back every default as it was written', async () => {
    const { stdout } = await template('chart', {});
    const json = stdout.slice(stdout.indexOf('{'));
    expect((JSON.parse(json) as { data: unknown }).data).toEqual(defaultsOf(schema));
  });

  test.each(good)('and ajv admit %j', async (values) => {
    expect(validateValues(shipped, merged(values))).toEqual([]);
    expect(await template('chart', values)).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(bad)('and ajv refuse %j', async (values) => {
    expect(validateValues(shipped, merged(values))).not.toEqual([]);
    const { code, stderr } = await template('chart', values);
    expect(code).not.toBe(0);
    expect(stderr).toContain("values don't meet the specifications of the schema(s)");
  });

  test('admits what an umbrella passes down', async () => {
    const helm = await find();
    await run(helm, ['dependency', 'build', join(folder, 'umbrella')], { timeoutMs: 30_000 });
    expect(await template('umbrella', {})).toMatchObject({ code: 0 });
    expect(await template('umbrella', { fixture: { replicas: 1 } })).not.toMatchObject({ code: 0 });
  });
});

/** Values over defaults as Helm merges them: maps are joined, a null removes the key. */
function merged(values: JsonObject, defaults: JsonObject = defaultsOf(schema)): JsonObject {
  const result: Record<string, JsonObject[string]> = { ...defaults };
  for (const [key, value] of Object.entries(values)) {
    const before = defaults[key];
    if (value === null) delete result[key];
    else if (isMap(value) && isMap(before)) result[key] = merged(value, before);
    else result[key] = value;
  }
  return result;
}

function isMap(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
