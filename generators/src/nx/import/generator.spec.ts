import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lintChart, templateChart } from '../../commands/commands.ts';
import { generate } from '../../generate.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, copyOfWorkspace, generatedWorkspace, PLATFORM, put, removeWorkspace } from '../fixtures.ts';
import { type ImportOptions, importGenerator } from './generator.ts';

const COMPOSE = `services:
  web:
    image: example/web:1.2
    ports: ["8080:3000"]
    environment: { API_URL: "http://api:8000", LEVEL: "\${LEVEL:-info}", SESSION_SECRET: "" }
    volumes: ["./web.conf:/etc/web.conf"]
    depends_on: [api]
  api: { build: ., expose: [8000], environment: { LEVEL: debug, API_KEY: "\${API_KEY:?}" } }
`;

let original: string;
let root: string;
beforeAll(async () => {
  original = await generatedWorkspace({ backend: BACKEND, platform: PLATFORM });
});
afterAll(() => removeWorkspace(original));
beforeEach(() => {
  root = copyOfWorkspace(original);
  put(root, 'shop/compose.yaml', COMPOSE);
  put(root, 'shop/web.conf', 'listen 3000;\n');
});
afterEach(() => removeWorkspace(root));

async function imported(options: Partial<ImportOptions> = {}): Promise<FsTree> {
  const tree = new FsTree(root, false);
  await importGenerator(tree, { file: 'shop/compose.yaml', ...options });
  return tree;
}
const charts = () => ({ charts: join(root, 'charts') });

it('writes a chart that lints and renders, all of it up to date, with the report beside the definition', async () => {
  flushChanges(root, (await imported()).listChanges());
  const read = (path: string) => readFileSync(join(root, 'charts/shop', path), 'utf8');
  expect(read('src/chart.ts')).toContain("settings: ['API_KEY']");
  expect(read('src/IMPORT.md')).toContain(
    '| `environment.API_URL` | 5 | carried | `connections.api.env.API_URL` |',
  );
  expect(read('src/files/web.conf')).toBe('listen 3000;\n');
  expect(read('ci/default-values.yaml')).toContain('secrets:\n  apiKey: change-me\n');
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
  expect(await lintChart('shop', charts())).toBe('');
  const text = await templateChart('shop', { ...charts(), case: 'default' });
  expect(text).toContain('name: shop-api\n');
  expect(text).toContain('value: http://shop-api:8000\n');
});

it('writes the same again for the same input', async () => {
  const texts = async () => (await imported()).listChanges().map(({ path, content }) => `${path} ${content}`);
  expect(await texts()).toEqual(await texts());
});

describe('nothing is written', () => {
  it.each<[string, Partial<ImportOptions>, string]>([
    ['over a folder that is there', { name: 'backend' }, 'there is a folder charts/backend already'],
    ['for a file that is not there', { file: 'gone.yaml' }, 'gone.yaml: there is no such file'],
    ['for an unknown entry', { entry: 'mail' }, 'There are: web, api.'],
  ])('%s', async (_, options, message) => {
    await expect(imported(options)).rejects.toThrow(message);
    expect(existsSync(join(root, 'charts/shop'))).toBe(false);
  });
});
