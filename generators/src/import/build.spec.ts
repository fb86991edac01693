import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';
import { readAnswers } from './questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(folder, { recursive: true }));

function imported(files: Readonly<Record<string, string>>, answers = '') {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const result = ofOneChart(
    importCompose({
      files: [join(folder, 'compose.yaml')],
      charts: [],
      name: 'shop',
      answers: readAnswers(answers, 'answers.yaml'),
    }),
  );
  const said = (path: string) =>
    result.lines.filter((line) => line.path === path).map(({ verdict, says }) => `${verdict}: ${says}`);
  return { ...result, said, ...result.definition };
}

it('a Dockerfile says ports, user, writable folders and the health check of an image that is built', () => {
  const { workloads, connections, questions, said } = imported({
    'compose.yaml': `services:
  web:
    build: { context: web, dockerfile: web.Dockerfile, target: live, args: { PORT: 8080 } }
    environment: { API: "http://api:5000" }
    depends_on: [api, worker]
  api: { build: ./api, volumes: ["kept:/app/data"], healthcheck: { test: ["CMD", "ready"] } }
  worker: { build: { context: ., dockerfile_inline: "FROM python:3\\nUSER 5001\\nCMD work" } }
volumes: { kept: {} }
`,
    'web/web.Dockerfile': `FROM nginx:1 AS live
ARG PORT=80
EXPOSE $PORT 53/udp
HEALTHCHECK CMD curl http://localhost:8080/up
FROM live AS later
EXPOSE 9999
`,
    'api/Dockerfile':
      'FROM python:3\nRUN useradd -u 1500 app\nUSER app\nVOLUME /app/data /app/cache\nCMD uvicorn --port 5000 app\nHEALTHCHECK CMD never\n',
  });
  expect(workloads.main).toMatchObject({
    ports: { http: 8080, dns: { port: 53, protocol: 'UDP' } },
    user: 101,
    health: '/up',
    writable: { 'cache-nginx': '/var/cache/nginx', 'var-run': '/var/run' },
    connections: ['api'],
  });
  expect(workloads.api).toMatchObject({
    ports: { http: 5000 },
    user: 1500,
    writable: { 'app-cache': '/app/cache' },
    storage: { mountPath: '/app/data' },
    health: ['ready'],
  });
  expect(workloads.worker).toMatchObject({ user: 5001 });
  expect(connections).toMatchObject({ api: { type: 'http', env: { API: 'url' } } });
  expect(questions.map(({ path }) => path)).toEqual(['sizes.api', 'probes.worker']);
  expect(said('api.build.context')).toEqual([
    'carried: an image of your own: build it, and name it in the values; its Dockerfile says user app, `/app/data` is written to, `/app/cache` is written to, a health check',
  ]);
});

it('a Dockerfile that names no uid is asked about; one that is not there is said', () => {
  const files = {
    'compose.yaml':
      'services:\n  page: { build: page, ports: ["80:80"] }\n  far: { build: "https://example.com/far.git" }\n',
    'page/Dockerfile': 'FROM python:3\nENV PORT=7000\nUSER root\nVOLUME /kept\n',
  };
  const { workloads, said } = imported(files);
  expect(workloads.main).toMatchObject({ ports: { http: 80 }, writable: { kept: '/kept' } });
  expect(said('page.build.context')[0]).toContain(
    'asked: it runs as 1000:/kept: its Dockerfile names no uid; answer `images.page`',
  );
  expect(said('far.build.context')[0]).toContain('assumed: an image of your own');
  expect(imported(files, 'images: { page: "1001:/kept:/other" }').workloads.main).toMatchObject({
    user: 1001,
    writable: { kept: '/kept', other: '/other' },
  });
});

it('a stage that there is not is refused with its file', () => {
  expect(() =>
    imported({
      'compose.yaml': 'services:\n  page: { build: { context: page, target: gone } }\n',
      'page/Dockerfile': 'FROM a AS here\n',
    }),
  ).toThrow('page/Dockerfile:1:1: the Dockerfile has no stage gone. There are: here.');
});

it('what runs something else than its image serves has neither its ports nor its health check', () => {
  const { workloads, questions } = imported({
    'compose.yaml': `services:
  web: { build: ., ports: ["80:8000"], environment: { QUEUE: "tasks" } }
  api: { build: ., command: serve api, environment: { WEB: "http://web:8000" } }
  tasks: { build: ., command: celery worker }
  flags: { build: ., command: --verbose }
  told: { build: ., command: serve --port 9000 }
  main: { build: ., command: serve main, environment: { API: "http://api:8000" } }
  sweep: { image: "nextcloud:fpm-alpine", entrypoint: /cron.sh }
  files: { image: "nextcloud:fpm-alpine" }
`,
    Dockerfile: 'FROM python:3\nUSER 1500\nEXPOSE 8000\nHEALTHCHECK CMD curl http://localhost:8000/up\n',
  });
  const ports = Object.entries(workloads).map(([name, workload]) => [name, workload.ports, workload.health]);
  expect(ports).toEqual([
    ['main', { http: 8000 }, '/up'],
    ['api', { http: 8000 }, '/up'],
    ['tasks', undefined, ['true']],
    ['flags', { http: 8000 }, '/up'],
    ['told', { http: 8000 }, '/up'],
    ['mainService', undefined, ['true']],
    ['sweep', undefined, ['true']],
    ['filesService', { http: 9000 }, undefined],
  ]);
  expect(workloads.tasks?.user).toBe(1500);
  expect(questions.filter(({ kind }) => kind === 'probes').map(({ path }) => path)).toEqual([
    'probes.tasks',
    'probes.main',
    'probes.sweep',
  ]);
});
