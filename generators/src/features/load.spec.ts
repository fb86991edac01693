import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate, load } from '../generate.ts';
import { ALWAYS, own } from '../go/index.ts';
import { complaints, inside, named, podOf, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, featureFiles, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

/** A capability nobody here has thought of: a second Service for a debugger, and a word about it on every pod. */
const debug = featureFiles(
  {
    name: 'debugPort',
    scope: 'workload',
    always: false,
    schema: 'debug-port',
    kinds: ['Deployment'],
    requires: ['ports'],
    order: 600,
    when: own('debugPort.enabled'),
    fragments: { notes: { when: ALWAYS } },
  },
  {
    'debug-port.schema.json': JSON.stringify({
      $schema: '../../schemas/meta.schema.json',
      title: 'Debug port',
      description: 'A port for a debugger.',
      properties: {
        debugPort: {
          type: 'object',
          description: 'A port for a debugger.',
          properties: {
            enabled: { type: 'boolean', description: 'Whether it is open.', default: false },
            port: {
              $ref: 'definitions.schema.json#/definitions/port',
              description: 'Its number.',
              default: 9229,
            },
          },
        },
      },
    }),
    'container.ports.yaml.hbs':
      '- name: debug\n  containerPort: {{ <% values %>.debugPort.port }}\n  protocol: TCP\n',
    'pod.annotations.yaml.hbs': 'example.com/debug: {{ <% values %>.debugPort.port | quote }}\n',
    'object.service-debug.yaml.hbs':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: <% objectName %>-debug\n  <% part "metadata-labels" %>\nspec:\n  ports:\n    - name: debug\n      port: {{ <% values %>.debugPort.port }}\n      targetPort: debug\n  selector:\n    <% part "selector-labels" %>\n',
    'notes.yaml.hbs': 'Debuggers of <% workload.name %> find port {{ <% values %>.debugPort.port }}.\n',
  },
);
const chart = chartFiles({
  name: 'shop',
  workloads: {
    main: web({ features: { debugPort: {} } }),
    worker: web({ description: 'Works.', features: { debugPort: {} } }),
    plain: web({ description: 'Has it not.' }),
  },
});

test.each(['features', 'features/tools'])('a feature is added by its folder alone, in %s', async (folder) => {
  const moved = Object.entries(debug).map(([path, text]) => [path.replace('features', folder), text]);
  const { root } = createWorkspace({ ...Object.fromEntries(moved), ...chart });
  const files = (await generate(root)).get('shop') ?? new Map<string, string>();
  expect([...files.keys()].filter((path) => path.includes('debug'))).toEqual([
    'templates/service-debug.yaml',
    'templates/worker-service-debug.yaml',
  ]);
  const values = parse(files.get('values.yaml') ?? '') as {
    debugPort: unknown;
    worker: { debugPort: unknown };
    plain: object;
  };
  expect(values.debugPort).toEqual({ enabled: false, port: 9229 });
  expect(values.worker.debugPort).toEqual({ enabled: false, port: 9229 });
  expect(values.plain).not.toHaveProperty('debugPort');
  const readme = files.get('README.md');
  expect(readme).toContain('| `debugPort.port` | `9229` | Its number. |');
  expect(readme).toMatch(/^As above, with the same defaults: .*`worker\.debugPort\.port`/m);
  expect(files.get('templates/NOTES.txt')).toContain(
    'Debuggers of worker find port {{ .Values.worker.debugPort.port }}.',
  );

  applyChanges(root, changesOf(root, new Map([['shop', files]])));
  const path = join(root, 'charts/shop');
  expect(await complaints(path)).toBe('');
  const { objects } = await rendering(path, ['--set', 'worker.debugPort.enabled=true']);
  const services = objects.filter(({ metadata }) => metadata.name.endsWith('-debug'));
  expect(services.map(({ metadata }) => metadata.name)).toEqual(['r-shop-worker-debug']);
  expect(inside(services[0], 'spec', 'ports')).toEqual([{ name: 'debug', port: 9229, targetPort: 'debug' }]);
  const worker = named(objects, 'Deployment', 'r-shop-worker');
  expect(inside(worker, 'spec', 'template', 'metadata', 'annotations')).toEqual({
    'example.com/debug': '9229',
  });
  expect(inside(podOf(worker), 'containers', 0, 'ports')).toMatchObject([
    { name: 'http' },
    { name: 'debug', containerPort: 9229 },
  ]);
});

test('a feature has its parts in folders within its own; what they say is of the same topic', async () => {
  const outer = featureFiles({ name: 'outer' }, {});
  const inner = featureFiles({ name: 'inner' }, { 'pod.labels.yaml.hbs': 'example.com/inner: "true"\n' });
  const within = Object.entries(inner).map(([path, text]) => [
    path.replace('features', 'features/outer'),
    text,
  ]);
  const { root } = createWorkspace({
    ...outer,
    ...Object.fromEntries(within),
    ...chartFiles({ name: 'shop' }),
  });
  const { features } = await load(root);
  const topics = features
    .filter(({ name }) => ['outer', 'inner'].includes(name))
    .map(({ name, topic }) => [name, topic]);
  expect(topics).toEqual([
    ['inner', 'features'],
    ['outer', 'features'],
  ]);
  const file = (await generate(root)).get('shop')?.get('templates/deployment.yaml');
  expect(file).toContain('example.com/inner: "true"');
});

test('without the folder it is unknown', async () => {
  const { root } = createWorkspace(chart);
  await expect(load(root)).rejects.toThrow(
    'workloads.main.features.debugPort: there is no feature debugPort.',
  );
});

test('mistakes in the folder', async () => {
  const loaded = (files: Readonly<Record<string, string>>) => {
    const { root } = createWorkspace(files);
    return load(root);
  };
  await expect(loaded({ 'features/odd/feature.ts': 'export const fature = {};\n' })).rejects.toThrow(
    /features\/odd\/feature.ts: it exports no `feature`. Export a constant named feature.$/,
  );
  const misnamed = { name: 'odd', fragments: { 'pod.volumes.secnd': { when: ALWAYS } } };
  await expect(
    loaded(featureFiles(misnamed, { 'pod.volumes.first.yaml.hbs': '', 'pod.volumes.second.yaml.hbs': '' })),
  ).rejects.toThrow(
    /features\/odd\/feature.ts: fragments names pod.volumes.secnd, and no file beside it has that name. Did you mean pod.volumes.second\?$/,
  );
  await expect(loaded(featureFiles({ name: 'ingress' }, {}))).rejects.toThrow(
    'the feature ingress is also in',
  );
  await expect(
    loaded(featureFiles({ name: 'odd', schema: 'od' }, { 'ingress.schema.json': '{}' })),
  ).rejects.toThrow(
    'odd/ingress.schema.json: the schema schemas/ingress.schema.json has the same name. Rename one of them.',
  );
  const mail = { type: 'imap', chart: 'mail', description: 'Sends mail.' };
  await expect(
    loaded({
      ...featureFiles({ name: 'imap', scope: 'connectionType', type: 'imap', properties: {} }, {}),
      ...chartFiles({ name: 'mail', provides: { type: 'imap' } }),
      ...chartFiles({ name: 'shop', connections: { mail } }),
    }),
  ).rejects.toThrow(/features\/imap: the file check.sh is missing. Write it, or remove its mention.$/);
});
