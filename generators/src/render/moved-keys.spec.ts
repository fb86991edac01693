import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { generate } from '../generate.ts';
import { packAll } from '../package/pack.ts';
import { findHelm3, pinnedHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { inside, named, podOf, type RenderedObject } from '../testing/rendered.ts';
import {
  chartFiles,
  createWorkspace,
  featureFiles,
  mistakesOf,
  schemaText,
  umbrellaFiles,
  web,
} from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

/** Settings as they stand now. */
const now = {
  config: {
    type: 'object',
    description: 'Settings.',
    properties: {
      level: {
        enum: ['debug', 'info', 'error'],
        description: 'How much it logs.',
        default: 'info',
        'x-env': 'LEVEL',
      },
      workers: {
        type: 'integer',
        minimum: 1,
        maximum: 64,
        description: 'Processes.',
        default: 2,
        'x-env': 'WORKERS',
      },
      timeout: { type: 'integer', description: 'Seconds.', default: 30, 'x-env': 'TIMEOUT' },
      log: {
        type: 'object',
        description: 'The log.',
        properties: {
          colors: { type: 'boolean', description: 'Colours.', default: true, 'x-env': 'COLORS' },
          hosts: {
            type: 'array',
            description: 'Where it goes.',
            default: [],
            items: { $ref: 'definitions.schema.json#/definitions/cidr' },
            'x-env': 'HOSTS',
          },
          fields: {
            type: 'object',
            description: 'Fields of every line.',
            default: { app: 'shop', short: true },
            additionalProperties: { type: ['string', 'boolean'], description: 'One field.' },
          },
        },
      },
    },
  },
  auth: {
    type: 'object',
    description: 'Who may.',
    properties: {
      password: {
        type: 'string',
        description: 'The password.',
        default: '',
        'x-env': 'PASSWORD',
        'x-secret': 'password',
        'x-generate': 16,
      },
    },
  },
};

/** Keys of the releases before, and where they are now. */
const before = {
  level: { description: 'How much it logs.', 'x-moved-to': 'config.level' },
  workers: { type: 'integer', description: 'Processes.', 'x-moved-to': 'config.workers' },
  debug: { type: 'boolean', description: 'Whether it debugs.', 'x-moved-to': 'config.level' },
  wait: { type: 'string', description: 'Minutes, as 5m.', 'x-moved-to': 'config.timeout' },
  logging: { description: 'The log.', 'x-moved-to': 'config.log' },
  login: {
    type: 'object',
    description: 'Who may.',
    properties: { word: { description: 'The password.', 'x-moved-to': 'auth.password' } },
  },
  dns: { description: 'Where names are.', 'x-moved-to': 'global.networkPolicy.dns' },
  mirror: { description: 'Where images are.', 'x-moved-to': 'global.imageRegistry' },
};

const translations = `{{- define "shop.moved.debug" -}}
{{- if .Values.debug }}debug{{ end }}
{{- end }}
{{- define "shop.moved.wait" -}}
{{- mulf 60 (trimSuffix "m" .Values.wait | float64) }}
{{- end }}
`;

const shop = {
  name: 'shop',
  umbrellas: ['all'],
  workloads: {
    main: web({
      settings: true,
      env: { FIELDS: { template: '{{ .Values.config.log.fields | toJson | quote }}' } },
      connections: ['cache'],
      features: { extra: {} },
    }),
    worker: web({ kind: 'Deployment', ports: {}, description: 'Works.', features: { extra: {} } }),
  },
  connections: {
    cache: { type: 'http', chart: 'cache', description: 'Its cache.', optional: true, env: { CACHE: 'url' } },
  },
};

const files = {
  ...umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one release.' }),
  ...chartFiles(shop, {
    'values.schema.json': schemaText({ ...now, ...before }),
    'templates/_moved.tpl': translations,
  }),
  ...chartFiles(
    { name: 'cache', umbrellas: ['all'], provides: { type: 'http' } },
    {
      'values.schema.json': schemaText({
        port: { description: 'Where clients find it.', 'x-moved-to': 'service.port' },
      }),
    },
  ),
  // A feature of two workloads: its keys move within the block of each.
  ...featureFiles(
    { name: 'extra', scope: 'workload', always: false, schema: 'extra' },
    {
      'extra.schema.json': schemaText({
        extra: {
          type: 'object',
          description: 'Something more.',
          properties: {
            color: { type: 'string', description: 'A colour.', default: 'red' },
            colour: { description: 'A colour.', 'x-moved-to': 'extra.color' },
          },
        },
        place: { description: 'Labels of its nodes.', 'x-moved-to': 'nodeSelector' },
      }),
      'pod.annotations.yaml.hbs': 'color: {{ <% values %>.extra.color | quote }}\n',
    },
  ),
};

let root = '';
let archives: ReadonlyMap<string, string> = new Map();
let texts: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  root = createWorkspace(files).root;
  const generated = await generate(root);
  applyChanges(root, changesOf(root, generated));
  texts = generated.get('shop') ?? new Map();
  const packed = await packAll(join(root, 'dist'), join(root, 'charts'));
  archives = new Map(packed.map((path) => [path.replace(/^.*\/(\w+)-[\d.]+\.tgz$/, '$1'), path]));
});

/** Environment variables of the main container, by name. */
function env(objects: readonly RenderedObject[], name = 'r-shop'): Readonly<Record<string, unknown>> {
  const list = inside(podOf(named(objects, 'Deployment', name)), 'containers', 0, 'env');
  if (!Array.isArray(list)) throw new Error('it has no environment');
  return Object.fromEntries(list.map((entry) => [inside(entry, 'name'), inside(entry, 'value')]));
}

describe.each([
  ['Helm 4', pinnedHelm, []],
  ['Helm 3.17', findHelm3, ['--kube-version', '1.31']],
] as const)('%s', (_name, find, flags) => {
  let count = 0;
  const helm = async (chart: string, values: object) => {
    const file = join(root, `case-${flags.length}-${count++}.json`);
    writeFileSync(file, JSON.stringify(values));
    return run(await find(), ['template', 'r', archives.get(chart) ?? '', '--values', file, ...flags]);
  };
  const render = async (values: object, chart = 'shop') => {
    const { code, stdout, stderr } = await helm(chart, values);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return parseAllDocuments(stdout).map((document): RenderedObject => document.toJS());
  };
  /** What differs from a release without values, and that it is what the keys of now give. */
  const alike = async (old: object, current: object) => {
    const [was, is, plain] = [await render(old), await render(current), await render({})];
    expect(was).toEqual(is);
    expect(was).not.toEqual(plain);
    return was;
  };
  const refusal = async (values: object, chart = 'shop') => {
    const { code, stderr } = await helm(chart, values);
    expect(code).toBe(1);
    return stderr;
  };

  test('the value of an earlier key is what everything reads', async () => {
    const objects = await alike({ level: 'error', workers: 8 }, { config: { level: 'error', workers: 8 } });
    expect(env(objects)).toMatchObject({ LEVEL: 'error', WORKERS: '8' });
  });

  test('the schema of the key in its place holds for it', async () => {
    expect(await refusal({ workers: 65 })).toMatch(/workers.*64/);
    expect(await refusal({ level: 'loud' })).toContain('level');
    expect(await refusal({ logging: { colour: true } })).toContain('colour');
  });

  test('a block that moved as a whole: values, lists, and maps as Helm merges them', async () => {
    const log = { colors: false, hosts: ['10.0.0.0/8'], fields: { short: false, team: 'a' } };
    const objects = await alike({ logging: log }, { config: { log } });
    expect(env(objects)).toMatchObject({
      COLORS: 'false',
      HOSTS: '10.0.0.0/8',
      FIELDS: '{"app":"shop","short":false,"team":"a"}',
    });
  });

  test('templates say what values of another type mean', async () => {
    await alike({ debug: true }, { config: { level: 'debug' } });
    expect(env(await alike({ wait: '5m' }, { config: { timeout: 300 } }))).toMatchObject({ TIMEOUT: '300' });
    expect(await render({ debug: false, config: { level: 'error' } })).toEqual(
      await render({ config: { level: 'error' } }),
    );
  });

  test('a secret moves into the same Secret', async () => {
    const objects = await alike({ login: { word: 'hunter2' } }, { auth: { password: 'hunter2' } });
    expect(inside(named(objects, 'Secret', 'r-shop'), 'data')).toEqual({ password: 'aHVudGVyMg==' });
    expect(await render({ login: {} })).toEqual(await render({}));
  });

  test('null is no value: the schema refuses it as it does at the key in its place', async () => {
    expect(await refusal({ workers: null })).toContain('workers');
    expect(await refusal({ config: { workers: null } })).toContain('workers');
  });

  test('of values in both places, which must not differ, one that is as shipped says nothing', async () => {
    expect(await refusal({ level: 'error', config: { level: 'debug' } })).toContain(
      '- level moved to config.level, which has another value: leave level out.',
    );
    expect(await refusal({ debug: true, level: 'error' })).toContain(
      'moved to config.level, which has another value',
    );
    expect(await render({ level: 'error', config: { level: 'error' } })).toEqual(
      await render({ config: { level: 'error' } }),
    );
    // Helm gives the defaults of before with --reuse-values.
    for (const old of [
      { level: 'info' },
      { wait: '0.5m' },
      { logging: { fields: { app: 'shop', short: true } } },
    ]) {
      const current = { config: { level: 'error', timeout: 7, log: { fields: { team: 'a' } } } };
      expect(await render({ ...old, ...current })).toEqual(await render(current));
    }
    const fields = { fields: { team: 'a' } };
    expect(await refusal({ logging: fields, config: { log: { fields: { team: 'b' } } } })).toContain(
      '- logging.fields moved to config.log.fields, which has another value: leave logging.fields out.',
    );
  });

  test('keys of a feature move within the block of their workload', async () => {
    const colors = (objects: readonly RenderedObject[]) =>
      ['r-shop', 'r-shop-worker'].map((name) =>
        inside(named(objects, 'Deployment', name), 'spec', 'template', 'metadata', 'annotations', 'color'),
      );
    expect(colors(await render({ worker: { extra: { colour: 'blue' } } }))).toEqual(['red', 'blue']);
    expect(colors(await render({ extra: { colour: 'green' } }))).toEqual(['green', 'red']);
  });

  test('a key in whose place values.yaml has none moves all the same', async () => {
    const place = { disk: 'fast' };
    await alike({ worker: { place } }, { worker: { nodeSelector: place } });
    await alike({ place }, { nodeSelector: place });
    expect(await refusal({ worker: { place, nodeSelector: { disk: 'slow' } } })).toContain(
      '- worker.place moved to worker.nodeSelector, which has another value: leave worker.place out.',
    );
  });

  test('a global value is taken by the chart that had the key, and by no other', async () => {
    const dns = { preset: 'openshift' };
    const values = { mirror: 'mirror.test', dns, cache: { enabled: true } };
    const objects = await render(values);
    const image = (name: string) =>
      inside(podOf(named(objects, 'Deployment', name)), 'containers', 0, 'image');
    expect(String(image('r-shop'))).toMatch(/^mirror\.test\//);
    expect(String(image('r-cache'))).toMatch(/^docker\.io\//);
    const policy = (name: string) => JSON.stringify(named(objects, 'NetworkPolicy', name));
    expect(policy('r-shop')).toContain('openshift-dns');
    expect(policy('r-cache')).not.toContain('openshift-dns');
  });

  test('a chart that bundles another one reads what its earlier keys say', async () => {
    const objects = await alike(
      { cache: { enabled: true, port: 81 } },
      { cache: { enabled: true, service: { port: 81 } } },
    );
    expect(env(objects)).toMatchObject({ CACHE: 'http://r-cache:81' });
  });

  test('so does an umbrella, whose notes have the warnings too', async () => {
    const members = { global: { members: { shop: { enabled: true } } } };
    const objects = await render(
      { ...members, shop: { level: 'error', worker: { extra: { colour: 'blue' } } } },
      'all',
    );
    expect(env(objects)).toMatchObject({ LEVEL: 'error' });
    expect(objects).toEqual(
      await render(
        { ...members, shop: { config: { level: 'error' }, worker: { extra: { color: 'blue' } } } },
        'all',
      ),
    );
    const both = { ...members, shop: { level: 'error', config: { level: 'debug' } } };
    expect(await refusal(both, 'all')).toContain(
      'shop: level moved to config.level, which has another value',
    );
  });
});

test('the notes name the key in its place, whatever the value', async () => {
  const notes = async (values: object, chart = 'shop') => {
    const file = join(root, 'notes.json');
    writeFileSync(file, JSON.stringify(values));
    const words = ['install', 'r', archives.get(chart) ?? '', '--dry-run=client', '--values', file];
    const { code, stdout } = await run(await pinnedHelm(), words);
    expect(code).toBe(0);
    return stdout.split('\n').filter((line) => /^ *WARNING: .* major/.test(line));
  };
  const warning = (path: string, to: string) =>
    `WARNING: ${path} is accepted until the next major version; set ${to} in its place.`;
  expect(await notes({})).toEqual([]);
  expect(await notes({ debug: false, logging: { colors: false }, login: { word: '' } })).toEqual([
    warning('debug', 'config.level'),
    warning('logging.colors', 'config.log.colors'),
    warning('login.word', 'auth.password'),
  ]);
  const members = { global: { members: { shop: { enabled: true } } } };
  expect(await notes({ ...members, shop: { debug: true } }, 'all')).toEqual([
    `  ${warning('debug', 'config.level')}`,
  ]);
});

test('earlier keys are shown nowhere, and named once in the templates', () => {
  expect(texts.get('values.yaml')).not.toMatch(/^ *(logging|login|mirror|debug|colour):/m);
  expect(texts.get('README.md')).not.toMatch(/`(logging|login|mirror|debug)\b/);
  expect(texts.get('values.d.ts')).toContain('Moved to config.log.fields.');
  const openings = [...texts].filter(([path]) => /^templates\/(?!_|.*\/_)/.test(path));
  expect(openings.length).toBeGreaterThan(5);
  for (const [path, text] of openings)
    expect(text.split('\n')[0], path).toBe('{{- $_ := include "shop.moved" . -}}');
});

test('a chart without such keys has nothing of it', async () => {
  const { root: plain } = createWorkspace(chartFiles({ name: 'plain' }));
  const all = [...((await generate(plain)).get('plain') ?? [])].map(([path, text]) => path + text).join();
  expect(all).not.toContain('moved');
});

describe('keys that cannot move', () => {
  const mistakes = (properties: object, more: object = {}) =>
    mistakesOf({
      ...chartFiles(
        { ...shop, umbrellas: [], ...more },
        {
          'values.schema.json': schemaText({ ...now, ...properties }),
        },
      ),
      ...Object.fromEntries(Object.entries(files).filter(([path]) => /cache|extra|all/.test(path))),
    });
  const file = 'charts/shop/src/values.schema.json';
  const old = (to: string, more: object = {}) => ({
    old: { description: 'Old.', 'x-moved-to': to, ...more },
  });

  test.each([
    [
      'the target is nowhere',
      old('config.levl'),
      'there is no value config.levl. Did you mean level for levl?',
    ],
    [
      'the target is a part of what is given whole',
      old('resources.limits'),
      'resources.limits is a part of what is given whole. Name a key of values.yaml; what is given whole moves whole.',
    ],
    [
      'the target moved itself',
      { ...old('other'), other: { description: 'Other.', 'x-moved-to': 'config.level' } },
      'other moved itself. Name config.level.',
    ],
    [
      'another chart is rendered before',
      old('cache.enabled'),
      'cache.enabled is a value of the chart cache, which Helm renders before this one. Remove x-moved-to and the key, and say in src/upgrading what users do.',
    ],
    [
      'members are decided before',
      old('global.members.cache.enabled'),
      'global.members.cache.enabled decides before anything is rendered which charts there are. Remove x-moved-to and the key, and say in src/upgrading what users do.',
    ],
    [
      'the schema is another one and nothing translates it',
      old('config.level', { type: 'boolean' }),
      'it moved to config.level, whose schema is another one. Define "shop.moved.old" in src/templates/_moved.tpl: it prints the value of config.level that the earlier one means, or nothing. Or leave the type out, so that it takes what config.level takes.',
    ],
    [
      'a block is another one',
      old('config.log', { type: 'string' }),
      'config.log is a block, and its schema is another one. Move it key by key.',
    ],
  ])('%s', async (_, properties, complaint) => {
    expect(await mistakes(properties)).toEqual([`${file}: old: ${complaint}`]);
  });

  test('a key inside of what is given whole', async () => {
    const inner = { old: { type: 'string', description: 'Old.', 'x-moved-to': 'new' } };
    const list = {
      type: 'array',
      description: 'A list.',
      default: [],
      'x-env': 'LIST',
      items: { type: 'object', properties: inner },
    };
    expect(await mistakes({ list })).toContain(
      `${file}: /properties/list/items/properties/old: only a key of values can move, not a part of what is given whole. Remove x-moved-to, or move all of it.`,
    );
  });

  test('a default for the earlier key', async () => {
    expect(await mistakes(old('config.level'), { values: { old: 'debug' } })).toEqual([
      `${file}: old: it moved to config.level, and has a default. Give the default to config.level.`,
    ]);
  });
});
