// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importCompose } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the import says of a Compose file, without the folder. */
function saidOf(text: string): readonly string[] {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, text);
  try {
    importCompose({ files: [file], charts: [], name: 'shop' });
  } catch (error) {
    const errors: readonly Error[] = (error as { errors?: readonly Error[] }).errors ?? [error as Error];
    return errors.map(({ message }) => message.replaceAll(file, 'file'));
  }
  return [];
}

/** The lines of a file of which unknown keys are left out. */
function accepted(text: string) {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, text);
  return importCompose({ files: [file], charts: [], name: 'shop', accept: true }).lines;
}

const web = (keys: string) => `services:\n  web: { image: "web:1", ports: [80], ${keys} }\n`;

it.each([
  ['expose: 90', 'file:2:47: expose of web is no list. Write a list, each entry behind a dash.'],
  ['environment: text', 'file:2:52: environment of web is no mapping. Write names and values.'],
  ['environment: { A: [1] }', 'file:2:57: the variable A of web is no text. Write one value.'],
  ['mem_limit: lots', 'file:2:50: "lots" is no size. Write it as 512m.'],
  ['shm_size: much', 'file:2:49: "much" is no size. Write it as 512m.'],
  ['cpu_reservation: lots', 'file:2:56: "lots" is no number of processors. Write it as 0.5.'],
  ['cpus: many', 'file:2:45: "many" is no number of processors. Write it as 0.5.'],
  ['stop_grace_period: soon', 'file:2:58: "soon" is no duration. Write it as 1m30s.'],
  ['healthcheck: { interval: often }', 'file:2:64: "often" is no duration. Write it as 1m30s.'],
  [
    'healthcheck: { test: [curl, x] }',
    'file:2:60: a health check begins with no curl. Begin it with CMD, CMD-SHELL or NONE.',
  ],
  ['deploy: { replicas: some }', 'file:2:59: "some" is no number of containers. Write a whole number.'],
  ['depends_on: [db]', 'file:2:52: there is no service db that web could depend on. Mend the name.'],
  ['depends_on: [web]', 'file:2:52: web depends on itself. Leave it out.'],
  [
    'volumes: ["a:b"]',
    'file:2:49: "b" is no folder that something can be mounted at. Write a path that begins with /.',
  ],
  [
    'volumes: ["a:/"]',
    'file:2:49: "/" is no folder that something can be mounted at. Write a path that begins with /.',
  ],
  ['volumes: ["a:/x", "b:/x"]', 'file:2:57: two volumes of web are mounted at /x. Leave one out.'],
  ['secrets: [a]', 'file:2:49: there is no a in the secrets of the project. Mend the name.'],
  ['configs: [a]', 'file:2:49: there is no a in the configs of the project. Mend the name.'],
  [
    'expose: [http]',
    'file:2:48: "http" is no port. Write [HOST:]CONTAINER, and set the variables that it takes.',
  ],
])('%s', (keys, message) => {
  expect(saidOf(web(keys))).toEqual([message]);
});

it.each([
  ['services: { web: { image: [a] } }', 'file:1:27: image of web is no text. Write one value.'],
  [
    'services: { web: { ports: [80] } }',
    'file:1:18: the service web has neither an image nor a build. Name its image, and set the variables that its name takes.',
  ],
  [
    'services: { web: { image: "${NAME}" } }',
    'file:1:27: the service web has neither an image nor a build. Name its image, and set the variables that its name takes.',
  ],
  [
    'services: { web: { image: Web } }',
    'file:1:27: "Web" is no name of an image. Write it as registry/name:tag.',
  ],
  [
    'services: { web: { image: a, ports: ["70000:70000"] } }',
    'file:1:38: "70000:70000" is no port. Write [HOST:]CONTAINER, and set the variables that it takes.',
  ],
  [
    'services: { web: { image: a, ports: [{ target: http }] } }',
    'file:1:38: "http" is no port. Write [HOST:]CONTAINER, and set the variables that it takes.',
  ],
  [
    'services: {}\n---\nservices: {}\n',
    'file:2:1: there are several documents in it. Give each a file of its own.',
  ],
])('%s', (text, message) => {
  expect(saidOf(text)).toEqual([message]);
});

it('all of a service at once, after its shapes are right', () => {
  expect(saidOf(web('cpus: x, scale: y, depends_on: [a]'))).toHaveLength(3);
  expect(saidOf(web('cpus: [1], environment: 5, scale: y'))).toHaveLength(2);
});

it.each([
  ['healthcheck: { tst: 1 }', 'file:2:59: Compose knows no tst (web.healthcheck.tst).'],
  ['deploy: { replica: 1 }', 'file:2:58: Compose knows no replica (web.deploy.replica).'],
  [
    'deploy: { resources: { limits: { mem: 1g } } }',
    'file:2:77: Compose knows no mem (web.deploy.resources.limits.mem).',
  ],
  ['build: { dockrfile: a }', 'file:2:59: Compose knows no dockrfile (web.build.dockrfile).'],
  ['networks: { a: { alias: b } }', 'file:2:63: Compose knows no alias (web.networks.a.alias).'],
  ['volumes: [{ type: bind, src: ./a, target: /a }]', 'file:2:68: Compose knows no src (web.volumes.0.src).'],
])('a key below another that nobody knows: %s', (keys, message) => {
  expect(saidOf(web(keys))).toEqual([`${message} Mend it, or leave such keys out with --accept.`]);
  const [line] = accepted(web(keys)).filter(({ says }) => says.includes('nobody knows this key'));
  expect(line?.path.startsWith('web.')).toBe(true);
  expect(message).toContain(`(${line?.path}`);
});

it('a key at the top that nobody knows is left out where a person accepts that', () => {
  const text = `${web('')}servces: {}\n`;
  expect(saidOf(text)).toEqual([
    'file:3:10: Compose knows no servces at the top. Mend the name, or begin it with x-.',
  ]);
  expect(accepted(text).at(-1)).toMatchObject({
    path: 'servces',
    verdict: 'left out',
    says: 'nobody knows this key',
  });
});

it('what is extended and is not there, at its place', () => {
  expect(saidOf('services:\n  web: { extends: nosuch }\n')).toEqual([
    'file:2:19: there is no service nosuch to extend in compose.yaml. Mend the name.',
  ]);
});

it('what a file takes away from an anchor of its own is not there', () => {
  const text =
    'x-a: &a { healthcheck: { test: "true" }, environment: { A: 1 } }\nservices:\n  web: { <<: *a, image: "web:1", healthcheck: !reset null }\n';
  expect(accepted(text).map(({ path }) => path)).toEqual(['web.image', 'web.environment.A', 'top level.x-a']);
});

it.each([
  ['image: "web:${TAG:?which?}"', 27, 'TAG has no value: which?'],
  ['image: "web:1", command: "run ${LEVEL:?}"', 45, 'LEVEL has no value'],
  ['image: "web:1", labels: { a: "${A?say}" }', 49, 'A has no value: say'],
  ['image: "web:1", environment: { A: "x ${B:-${C:?c}}" }', 54, 'C has no value: c'],
])('what Compose stops at: %s', (keys, column, message) => {
  expect(saidOf(`services:\n  web:   { ${keys} }\n`)).toEqual([
    `file:2:${column - 8}: the variable ${message}. Give it in .env, or in another file by --envFile.`,
  ]);
});
