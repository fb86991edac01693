import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

/** A chart whose workloads have names as long as there may be. */
const files = chartFiles({
  name: 'books',
  workloads: {
    main: web(),
    recommendationEngine: web({ description: 'Recommends.' }),
    rollupWeekly: { kind: 'CronJob', description: 'Sums up.', image: 'main', command: ['roll'] },
  },
});

let chart = '';
let properties: Readonly<Record<string, { readonly maxLength: number }>> = {};

beforeAll(async () => {
  const { root } = createWorkspace(files);
  const generated = await generate(root);
  applyChanges(root, changesOf(root, generated));
  chart = join(root, 'charts/books');
  properties = JSON.parse(generated.get('books')?.get('values.schema.json') ?? '').properties;
});

test.each(['nameOverride', 'fullnameOverride'])('objects have valid names by the longest %s', async (key) => {
  const longest = 'n'.repeat(properties[key]?.maxLength ?? 0);
  const set = ['--set', `${key}=${longest}`];
  const { code, stderr, objects } = await rendering(chart, set, 'a'.repeat(53));
  expect(code, stderr).toBe(0);
  const names = objects.map(({ kind, metadata: { name } }) => ({ kind, name }));
  expect(names.filter(({ name }) => !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([]);
  expect(names.filter(({ kind, name }) => name.length > (kind === 'CronJob' ? 52 : 63))).toEqual([]);
  const { stderr: refused } = await rendering(chart, ['--set', `${key}=${longest}n`]);
  expect(refused).toContain(`at '/${key}': maxLength`);
});
