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

const web = (keys: string) => `services:\n  web: { image: "web:1", ports: [80], ${keys} }\n`;

it.each([
  ['expose: 90', 'file:2:47: expose of web is no list. Write a list, each entry behind a dash.'],
  ['environment: text', 'file:2:52: environment of web is no mapping. Write names and values.'],
  ['environment: { A: [1] }', 'file:2:57: the variable A of web is no text. Write one value.'],
  ['mem_limit: lots', 'file:2:50: "lots" is no size. Write it as 512m.'],
  ['shm_size: much', 'file:2:49: "much" is no size. Write it as 512m.'],
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
