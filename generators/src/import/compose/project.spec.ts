import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare } from './merge.ts';
import { type ProjectInput, readProject } from './project.ts';

/** The services of files in a folder of their own, which is cut off from messages. */
function read(files: Readonly<Record<string, string>>, more: Partial<ProjectInput> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const inside = (names: readonly string[]) => names.map((name) => join(folder, name));
  try {
    return readProject({
      files: inside(['compose.yaml']),
      ...more,
      ...(more.files && { files: inside(more.files) }),
    });
  } catch (error) {
    throw new Error(String(error).replaceAll(`${folder}/`, ''));
  }
}
const services = (...given: Parameters<typeof read>) =>
  Object.fromEntries([...read(...given).services].map(([name, tree]) => [name, bare(tree)]));

describe('files on top of each other', () => {
  const first = `services:
  web:
    image: web:1
    command: [run, fast]
    environment: [A=1, B=2, C]
    ports: ["80:80"]
    volumes: ["data:/data", "./conf:/conf"]
    depends_on: [db]
    labels: { a: one }
  db: { image: postgres }
`;
  it('mappings go together, lists grow, commands and mounts of a target are replaced', () => {
    const second = `services:
  web:
    image: web:2
    command: run
    environment: { B: 3, D: 4 }
    ports: ["81:81"]
    volumes: ["other:/data"]
    depends_on: { cache: { condition: service_healthy } }
`;
    expect(
      services({ 'compose.yaml': first, 'more.yaml': second }, { files: ['compose.yaml', 'more.yaml'] }).web,
    ).toEqual({
      image: 'web:2',
      command: 'run',
      environment: { A: '1', B: '3', C: null, D: '4' },
      ports: ['80:80', '81:81'],
      volumes: ['./conf:/conf', 'other:/data'],
      depends_on: { db: null, cache: { condition: 'service_healthy' } },
      labels: { a: 'one' },
    });
  });

  it('!reset takes away, !override replaces', () => {
    const second =
      'services:\n  web:\n    ports: !reset []\n    environment: !override { Z: 9 }\n    command: !reset null\n';
    const { web } = services(
      { 'compose.yaml': first, 'more.yaml': second },
      { files: ['compose.yaml', 'more.yaml'] },
    );
    expect(web).toMatchObject({ environment: { Z: '9' } });
    expect(web).not.toHaveProperty('ports');
    expect(web).not.toHaveProperty('command');
  });
});

it('a service has what it extends, of its file or another', () => {
  const compose = `services:
  base: { image: base, environment: { A: 1 } }
  web: { extends: base, environment: { B: 2 } }
  worker: { extends: { file: common/base.yaml, service: worker }, image: mine }
`;
  const common =
    'services:\n  worker: { extends: { service: root }, command: work }\n  root: { image: root, user: "7" }\n';
  expect(services({ 'compose.yaml': compose, 'common/base.yaml': common })).toMatchObject({
    web: { image: 'base', environment: { A: '1', B: '2' } },
    worker: { image: 'mine', command: 'work', user: '7' },
  });
});

it('included files come below', () => {
  const compose =
    'include: [db/compose.yaml, { path: [more.yaml] }]\nservices:\n  web: { image: web }\n  db: { user: "5" }\n';
  expect(
    services({
      'compose.yaml': compose,
      'db/compose.yaml': 'services: { db: { image: postgres } }\n',
      'more.yaml': 'services: { mail: { image: mail } }\n',
    }),
  ).toEqual({ db: { image: 'postgres', user: '5' }, mail: { image: 'mail' }, web: { image: 'web' } });
});

it('values of variables stand in .env, or in files that are named', () => {
  const compose = 'name: shop\nservices: { web: { image: "web:$TAG" } }\n';
  const { name, environment } = read({ 'compose.yaml': compose, '.env': 'TAG=1\n' });
  expect([name, environment.get('TAG')]).toEqual(['shop', '1']);
});

describe('refused with its place', () => {
  it.each([
    ['a key at the top', 'service: {}\n', 'compose.yaml:1:10: Compose knows no service at the top'],
    [
      'a service that is a text',
      'services:\n  web: nginx\n',
      'compose.yaml:2:8: the service web is no mapping',
    ],
    ['a list', '- a\n', 'compose.yaml:1:1: it is no Compose file: it holds a list, no mapping'],
    ['one text', 'hello\n', 'compose.yaml:1:1: it is no Compose file: it holds one text, no mapping'],
    ['an empty file', '# Later.\n', 'it is no Compose file: it is empty'],
    ['no text', 'PK\u0003\u0000\u0001', 'compose.yaml:1:1: it is no Compose file: it is no text'],
    ['a missing service to extend', 'services:\n  a: { extends: b }\n', 'there is no service b to extend'],
    ['a circle', 'services:\n  a: { extends: b }\n  b: { extends: a }\n', 'a extends itself'],
    [
      'files that include each other',
      'include: [compose.yaml]\nservices: { a: { image: a } }\n',
      'compose.yaml → compose.yaml include each other',
    ],
    ['a missing file', 'include: [gone.yaml]\n', 'gone.yaml: there is no such file'],
  ])('%s', (_, text, message) => {
    expect(() => read({ 'compose.yaml': text })).toThrow(message);
  });
});
