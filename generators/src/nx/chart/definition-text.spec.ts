import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { ChartDefinition } from '../../model/definition.ts';
import { run } from '../../programs/run.ts';
import { definitionText } from './definition-text.ts';

const definition: ChartDefinition = {
  name: 'docs',
  version: '0.1.0',
  appVersion: '1.29.3',
  description: "The team's documentation, which says in one long sentence what everything is about.",
  umbrellas: ['ai-platform'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: { registry: 'docker.io', repository: 'library/nginx', digest: `sha256:${'ab'.repeat(32)}` },
      ports: { http: 80 },
      args: [
        'nginx',
        '-g',
        'daemon off;',
        '--one-more-argument',
        '--another-argument',
        '--and-the-last-argument',
      ],
      features: { ingress: {}, autoscaling: {} },
    },
  },
  connections: {
    redis: {
      type: 'redis',
      chart: 'redis',
      description: 'The redis service of redis.',
      env: { REDIS_URL: 'url' },
    },
  },
  provides: { type: 'http' },
};

const text = `import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'docs',
  version: '0.1.0',
  appVersion: '1.29.3',
  description: "The team's documentation, which says in one long sentence what everything is about.",
  umbrellas: ['ai-platform'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: {
        registry: 'docker.io',
        repository: 'library/nginx',
        digest: 'sha256:${'ab'.repeat(32)}',
      },
      ports: { http: 80 },
      args: [
        'nginx',
        '-g',
        'daemon off;',
        '--one-more-argument',
        '--another-argument',
        '--and-the-last-argument',
      ],
      features: { ingress: {}, autoscaling: {} },
    },
  },
  connections: {
    redis: {
      type: 'redis',
      chart: 'redis',
      description: 'The redis service of redis.',
      env: { REDIS_URL: 'url' },
    },
  },
  provides: { type: 'http' },
});
`;

it('reads as a person would write it', () => expect(definitionText(definition)).toBe(text));

it('is formatted as the workspace formats its code', async () => {
  const long = {
    ...definition,
    description:
      'A description that is so long that it has no place beside its key, since lines here end after 110.',
  };
  for (const input of [
    text,
    definitionText(long),
    definitionText({ ...definition, description: `Says "it's fine" and goes on.` }),
  ]) {
    const root = resolve(import.meta.dirname, '../../../..');
    const { stdout } = await run(
      `${root}/node_modules/.bin/biome`,
      ['format', '--stdin-file-path=charts/docs/src/chart.ts'],
      { cwd: root, input },
    );
    expect(stdout).toBe(input);
  }
});

it('writes long lists of names as texts, and what several have in common once', async () => {
  const common = Array.from({ length: 40 }, (_, index) => `SETTING_NUMBER_${index}`);
  const [main] = Object.values(definition.workloads);
  if (main === undefined) return;
  const own = Array.from({ length: 20 }, (_, index) => `OWN_${index}`);
  const many: ChartDefinition = {
    ...definition,
    workloads: {
      main: { ...main, settings: [...own, ...common] },
      worker: { ...main, description: 'Works.', settings: ['FIRST', ...common, 'LAST'] },
      beat: { ...main, description: 'Beats.', settings: common },
      other: { ...main, description: 'Other.', settings: own },
    },
  };
  const text = definitionText(many);
  expect(text.split('\n').filter((line) => /settings|names|const shared/i.test(line))).toEqual([
    "import { defineChart, names } from '@chartwright/nx/define';",
    'const sharedSettings = names(`',
    '      settings: [',
    '        ...sharedSettings,',
    '        ...names(`',
    "      settings: [...sharedSettings, 'FIRST', 'LAST'],",
    '      settings: sharedSettings,',
    '      settings: names(`',
  ]);
  const root = resolve(import.meta.dirname, '../../../..');
  const { stdout } = await run(
    `${root}/node_modules/.bin/biome`,
    ['format', '--stdin-file-path=charts/docs/src/chart.ts'],
    { cwd: root, input: text },
  );
  expect(stdout).toBe(text);
  const file = join(mkdtempSync(join(tmpdir(), 'names-')), 'chart.ts');
  writeFileSync(file, text.replace('@chartwright/nx/define', join(root, 'generators/src/define.ts')));
  const { default: read }: { default: ChartDefinition } = await import(file);
  rmSync(dirname(file), { recursive: true });
  const sorted = (one: ChartDefinition) =>
    Object.values(one.workloads).map(({ settings }) => (Array.isArray(settings) ? settings.toSorted() : []));
  expect(sorted(read)).toEqual(sorted(many));
});

it('has a line for each of many connections while it fits', () => {
  const of = (count: number) =>
    definitionText({
      ...definition,
      connections: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `store${index}`,
          { type: 'tcp', workload: 'main', orders: false, env: { [`STORE_${index}_HOST`]: 'host' } },
        ]),
      ),
    });
  expect(of(8)).toContain("    store7: {\n      type: 'tcp',\n");
  expect(of(9)).toContain(
    "    store8: { type: 'tcp', workload: 'main', orders: false, env: { STORE_8_HOST: 'host' } },\n",
  );
});

it('names what is long and stands several times', () => {
  const image = {
    repository: 'example/a',
    tag: '1',
    unpinned: 'a reason of more than fifty letters, which many have too',
  };
  const other = { ...image, repository: 'example/b' };
  const main = { kind: 'Deployment' as const, image, connections: [] };
  const lines = definitionText({
    ...definition,
    workloads: { main, a: { ...main, description: 'A.' }, b: { ...main, image: other, description: 'B.' } },
  }).split('\n');
  expect(lines.slice(2, 5)).toEqual([
    "const unpinned = 'a reason of more than fifty letters, which many have too';",
    "const image = { repository: 'example/a', tag: '1', unpinned } as const;",
    '',
  ]);
  expect(lines.filter((line) => line.includes('image'))).toEqual([
    "const image = { repository: 'example/a', tag: '1', unpinned } as const;",
    '      image,',
    '      image,',
    "      image: { repository: 'example/b', tag: '1', unpinned },",
  ]);
});

it('writes a list as a text where it would take more lines than that, and not where it fits on one', async () => {
  const [main] = Object.values(definition.workloads);
  if (main === undefined) return;
  const long = Array.from({ length: 5 }, (_, index) => `A_SETTING_WITH_A_LONG_NAME_${index}`);
  const short = ['SOME', 'OF', 'THE', 'SETTINGS', 'THERE'];
  const words = [
    'a-program',
    '--with-a-very-long-argument',
    '--another-very-long-argument',
    '--a-third-long-one',
  ];
  const text = definitionText({
    ...definition,
    workloads: {
      main: { ...main, args: words, settings: long },
      two: { ...main, args: words, description: 'Two.', settings: short },
      few: {
        ...main,
        args: [],
        description: 'Few.',
        settings: long.slice(0, 3).map((name) => `${name}_AND_MORE`),
      },
    },
  });
  expect(text).toContain(`      settings: names(\`
        A_SETTING_WITH_A_LONG_NAME_0 A_SETTING_WITH_A_LONG_NAME_1 A_SETTING_WITH_A_LONG_NAME_2
        A_SETTING_WITH_A_LONG_NAME_3 A_SETTING_WITH_A_LONG_NAME_4
      \`),
`);
  expect(text).toContain("      settings: ['SOME', 'OF', 'THE', 'SETTINGS', 'THERE'],\n");
  expect(text).toContain("        'A_SETTING_WITH_A_LONG_NAME_2_AND_MORE',\n");
  expect(text).toContain(`const args = [
  'a-program',
  '--with-a-very-long-argument',
  '--another-very-long-argument',
  '--a-third-long-one',
] as const;

`);
  const root = resolve(import.meta.dirname, '../../../..');
  const { stdout } = await run(
    `${root}/node_modules/.bin/biome`,
    ['format', '--stdin-file-path=charts/docs/src/chart.ts'],
    { cwd: root, input: text },
  );
  expect(stdout).toBe(text);
});
