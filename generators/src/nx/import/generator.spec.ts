import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { logger } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lintChart, templateChart } from '../../commands/commands.ts';
import { generate } from '../../generate.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, copyOfWorkspace, generatedWorkspace, PLATFORM, put, removeWorkspace } from '../fixtures.ts';
import { type ImportOptions, importGenerator } from './generator.ts';
import { personAt } from './person.ts';

const COMPOSE = `services:
  web:
    image: example/web:1.2
    ports: ["8080:3000"]
    environment: { API_URL: "http://api:8000", LEVEL: "\${LEVEL:-info}", SESSION_SECRET: "" }
    volumes: ["./web.conf:/etc/web.conf"]
    depends_on: [api]
  api: { build: ., expose: [8000], environment: { LEVEL: debug, API_KEY: "\${API_KEY:?}" } }
`;

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example/web:1.2
          ports: [{ name: web, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: web } }
          volumeMounts: [{ name: kept, mountPath: /kept }, { name: more, mountPath: /more }]
      volumes:
        - { name: kept, persistentVolumeClaim: { claimName: kept } }
        - { name: more, persistentVolumeClaim: { claimName: more } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80, targetPort: web }] }
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

it('reads a folder of manifests likewise', async () => {
  put(root, 'deploy/web.yaml', MANIFESTS);
  flushChanges(root, (await imported({ file: 'deploy', name: 'page' })).listChanges());
  const read = (path: string) => readFileSync(join(root, 'charts/page', path), 'utf8');
  expect(read('src/IMPORT.md')).toContain('## Deployment/web\n');
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
  expect(await lintChart('page', charts())).toBe('');
  const text = await templateChart('page', { ...charts(), case: 'default' });
  expect(text).toContain('path: /ready\n');
  expect(text).toContain('mountPath: /more\n');
});

it('takes another name where a chart of the workspace has that of the project, and finds it again', async () => {
  put(root, 'backend/compose.yaml', COMPOSE.replace(/\n.*web\.conf.*/, ''));
  const again = () => imported({ file: 'backend/compose.yaml' });
  flushChanges(root, (await again()).listChanges());
  expect(readFileSync(join(root, 'charts/backend-project/src/IMPORT.md'), 'utf8')).toContain('## web\n');
  expect((await again()).listChanges()).toEqual([]);
});

describe('split', () => {
  const CHARTS = ['shop', 'shop-web', 'shop-api'];
  beforeEach(async () => flushChanges(root, (await imported({ split: true })).listChanges()));

  it('writes a chart for each service and their umbrella, which lint, and nothing in a second run', async () => {
    const read = (path: string) => readFileSync(join(root, 'charts', path), 'utf8');
    expect(read('shop/src/chart.ts')).toBe(`import { defineUmbrella } from '@chartwright/nx/define';

export default defineUmbrella({
  name: 'shop',
  version: '0.1.0',
  description: 'The application shop, imported from its Compose file.',
});
`);
    expect(read('shop/src/IMPORT.md')).toContain('| `shop-api` | api |  |');
    expect(read('shop-web/ci/default-values.yaml')).toContain(
      'connections:\n  api:\n    host: api.example.com\n',
    );
    expect(read('shop-web/src/files/web.conf')).toBe('listen 3000;\n');
    expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
    for (const name of CHARTS) expect(await lintChart(name, charts())).toBe('');
    const text = await templateChart('shop', { ...charts(), case: 'all' });
    expect(text).toContain('http://shop-shop-api:8000');
    expect((await imported({ split: true })).listChanges()).toEqual([]);
  });

  it('says what an earlier import made and this one does not', async () => {
    put(root, 'shop/compose.yaml', COMPOSE.replaceAll('api', 'calls'));
    await expect(imported({ split: true })).rejects.toThrow('or take the import with --force');
    const warn = vi.spyOn(logger, 'warn');
    flushChanges(root, (await imported({ split: true, force: true })).listChanges());
    const said = warn.mock.calls.map(([text]) => text);
    warn.mockRestore();
    expect(said).toEqual([
      'charts/shop-api is a member of shop, and the input has nothing that it would be made of any more: remove it, or take the umbrella out of its definition.',
    ]);
  });

  it('takes no chart of somebody else', async () => {
    put(root, 'charts/shop-calls/src/chart.ts', BACKEND.replace("'backend'", "'shop-calls'"));
    put(root, 'shop/compose.yaml', COMPOSE.replaceAll('api', 'calls'));
    await expect(imported({ split: true, force: true })).rejects.toThrow(
      'there is a folder charts/shop-calls already',
    );
  });
});

it('a file with servers alone makes charts of the workspace members of an umbrella', async () => {
  const other = BACKEND.replaceAll('backend', 'redis').replace("  umbrellas: ['platform'],\n", '');
  put(root, 'charts/postgres/src/chart.ts', BACKEND.replaceAll('backend', 'postgres'));
  put(root, 'charts/redis/src/chart.ts', other);
  put(root, 'shop/compose.yaml', 'services: { db: { image: "postgres:17" }, cache: { image: "redis:7" } }\n');
  const tree = await imported();
  expect(tree.read('charts/postgres/src/chart.ts', 'utf8')).toContain("  umbrellas: ['platform', 'shop'],\n");
  expect(tree.read('charts/redis/src/chart.ts', 'utf8')).toContain(
    "  umbrellas: ['shop'],\n  workloads: {\n",
  );
  expect(tree.read('charts/shop/Chart.yaml', 'utf8')).toContain('condition: global.members.redis.enabled\n');
});

describe('a second run', () => {
  const path = (name: string) => join(root, 'charts/shop', name);
  const edit = (name: string, from: string, to: string) =>
    put(root, `charts/shop/${name}`, readFileSync(path(name), 'utf8').replace(from, to));
  beforeEach(async () => flushChanges(root, (await imported()).listChanges()));

  it('with the same input writes nothing', async () => {
    expect((await imported()).listChanges()).toEqual([]);
  });

  it('keeps the version that it was released with', async () => {
    edit('src/chart.ts', "version: '0.1.0'", "version: '0.2.0'");
    expect((await imported()).listChanges().map(({ path: changed }) => changed)).toEqual([]);
  });

  it('over an import that was edited shows the difference, and changes nothing', async () => {
    edit('src/chart.ts', "appVersion: '1.2'", "appVersion: '1.3'");
    const info = vi.spyOn(logger, 'info');
    await expect(imported()).rejects.toThrow('or take the import with --force');
    const [difference] = info.mock.calls[0] ?? [];
    info.mockRestore();
    expect(difference).toContain(
      '--- charts/shop/src/chart.ts\n+++ charts/shop/src/chart.ts\n@@ -3,7 +3,7 @@',
    );
    expect(difference).toContain("-  appVersion: '1.3',\n+  appVersion: '1.2',\n");
    expect(readFileSync(path('src/chart.ts'), 'utf8')).toContain("'1.3'");
  });

  it('with force takes the import, and what follows from it', async () => {
    put(root, 'shop/compose.yaml', COMPOSE.replaceAll('3000', '3001'));
    flushChanges(root, (await imported({ force: true })).listChanges());
    expect(readFileSync(path('src/chart.ts'), 'utf8')).toContain('ports: { http: 3001 }');
    expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
  });
});

describe('what the files do not say', () => {
  const ANSWERS = 'charts/shop/src/import-answers.yaml';

  it('is asked at a terminal, and the second run takes the answers from the file beside the definition', async () => {
    const terminal = { input: new PassThrough(), output: new PassThrough() };
    terminal.input.end('1000 and 2000\n1001:/var/cache\n');
    const tree = new FsTree(root, false);
    await importGenerator(tree, { file: 'shop/compose.yaml' }, personAt(terminal));
    flushChanges(root, tree.listChanges());
    expect(String(terminal.output.read())).toBe(
      'Which user do the images run as, and which folders do they write to?\n' +
        '  Write a uid, and folders behind colons, as in 1000:/var/cache; / is its whole root file system, and behind a blank may stand why.\n' +
        '  [web=1000] >   "1000 and 2000" is no answer: write a uid, and folders behind colons, as in 1000:/var/cache; / is its whole root file system, and behind a blank may stand why.\n  > ',
    );
    expect(readFileSync(join(root, ANSWERS), 'utf8')).toContain('\nimages:\n  web: 1001:/var/cache\n');
    expect(readFileSync(join(root, 'charts/shop/src/chart.ts'), 'utf8')).toContain(
      "user: 1001,\n      writable: { 'var-cache': '/var/cache' },",
    );
    expect((await imported()).listChanges()).toEqual([]);
  });

  it('stands in a file of answers', async () => {
    put(root, 'answers.yaml', 'images: { web: 1002 }\n');
    const tree = await imported({ answers: 'answers.yaml' });
    expect(tree.read('charts/shop/src/chart.ts', 'utf8')).toContain('user: 1002');
    expect(tree.read(ANSWERS, 'utf8')).toContain('\nimages:\n  web: "1002"\n');
    expect(tree.read('charts/shop/src/IMPORT.md', 'utf8')).toContain(
      '| `images.web` | `1002` | your answer |',
    );
  });

  it('may be more than workloads have by themselves: user 0 and a root file system that is written to', async () => {
    put(root, 'answers.yaml', 'images: { web: "0:/ It changes its own files at every start." }\n');
    flushChanges(root, (await imported({ answers: 'answers.yaml' })).listChanges());
    expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
    expect(await lintChart('shop', charts())).toBe('');
    const text = await templateChart('shop', { ...charts(), case: 'default' });
    expect(text).not.toContain('runAsUser: 0');
    expect(text.split('readOnlyRootFilesystem: false')).toHaveLength(2);
    expect(readFileSync(join(root, 'charts/shop/README.md'), 'utf8')).toContain(
      '- What restricted allows beside that, each with its reason:\n  - `main` may write to its whole root file system, by `securityContext.readOnlyRootFilesystem`. It changes its own files at every start.\n',
    );
  });
});

describe('nothing is written', () => {
  it.each<[string, Partial<ImportOptions>, string]>([
    ['over a folder that is there', { name: 'backend' }, 'there is a folder charts/backend already'],
    ['for a file that is not there', { file: 'gone.yaml' }, 'gone.yaml: there is no such file'],
    ['without the file of answers', { answers: 'gone.yaml' }, 'Mend the path of --answers.'],
    ['for an unknown entry', { entry: 'mail' }, 'There are: web, api.'],
  ])('%s', async (_, options, message) => {
    await expect(imported(options)).rejects.toThrow(message);
    expect(existsSync(join(root, 'charts/shop'))).toBe(false);
  });
});
