import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1PersistentVolumeClaim, V1Secret } from '@kubernetes/client-node';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importGenerator } from '../../generators/src/nx/import/generator.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { livePods } from './observe.ts';
import { useCluster } from './testbed.ts';

/** A page, its API, a worker and a broker, with servers that are charts here. */
const COMPOSE = `services:
  web:
    build: web
    ports: ["8080:3000"]
    environment: { API_URL: "http://api:8000" }
    depends_on: [api]
  api:
    image: registry.example.com/shop/api:2.1
    expose: [8000]
    user: "1500"
    environment:
      DATABASE_URL: "postgresql://shop:\${DB_PASSWORD:-shop}@db:5432/shop"
      REDIS_URL: redis://cache:6379/0
      AMQP_URL: amqp://shop:hidden@broker:5672/
      SESSION_SECRET: \${SESSION_SECRET:-changeme}
    healthcheck: { test: curl -f http://localhost:8000/health }
    depends_on: { db: { condition: service_healthy }, cache: {}, broker: {} }
    tmpfs: /scratch
    volumes: ["media:/media", "mail:/var/mail", "index:/index", "index:/again"]
  worker:
    image: registry.example.com/shop/api:2.1
    command: work --queue amqp://broker:5672
    depends_on: [broker]
    volumes: ["media:/in:ro"]
  seed:
    image: registry.example.com/shop/api:2.1
    command: seed
    restart: "no"
    depends_on: [db]
    volumes: ["media:/media"]
  db: { image: "postgres:17", environment: { POSTGRES_USER: shop, POSTGRES_PASSWORD: "\${DB_PASSWORD:-shop}" } }
  cache: { image: "redis:7-alpine", volumes: ["cache:/data"] }
  broker:
    image: rabbitmq:4
    environment: { RABBITMQ_DEFAULT_USER: shop, RABBITMQ_DEFAULT_PASS: hidden }
    volumes: ["broker:/var/lib/rabbitmq"]
volumes: { cache: {}, broker: {}, media: {}, mail: {}, index: {} }
`;

const testbed = useCluster();
const root = mkdtempSync(join(tmpdir(), 'import-'));
let archive: string;

beforeAll(async () => {
  const workspace = join(CHARTS, '..');
  cpSync(join(workspace, 'schemas'), join(root, 'schemas'), { recursive: true });
  symlinkSync(join(workspace, 'node_modules'), join(root, 'node_modules'));
  cpSync(CHARTS, join(root, 'charts'), { recursive: true });
  writeFileSync(join(root, 'compose.yaml'), COMPOSE);
  const tree = new FsTree(root, false);
  await importGenerator(tree, { file: 'compose.yaml', name: 'shop' });
  flushChanges(root, tree.listChanges());
  archive = await packChart('shop', join(root, 'dist'), join(root, 'charts'));
}, 300_000);
afterAll(() => rmSync(root, { recursive: true }));

test('an imported Compose file comes up in a restricted namespace that denies what is not declared', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const values = join(root, 'charts/shop/ci/default-values.yaml');
  const more = ['--set', 'global.storageClass=standard', '--wait', '--timeout', '300s'];
  await space.helm('install', 'shop', archive, '--values', values, ...more);
  const pods = (await livePods(space)).map(({ metadata }) => metadata?.labels ?? {});
  const running = pods.map(
    (labels) => `${labels['app.kubernetes.io/name']}/${labels['app.kubernetes.io/component']}`,
  );
  expect([...new Set(running)].sort()).toEqual(
    expect.arrayContaining([
      'postgres/main',
      'redis/main',
      'shop/api',
      'shop/broker',
      'shop/main',
      'shop/worker',
    ]),
  );
  const claims = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
  expect(claims.map(({ metadata }) => metadata?.name).sort()).toEqual(
    expect.arrayContaining(['data-shop-api-0', 'data-shop-broker-0', 'index-shop-api-0', 'shop-media']),
  );
  const secrets = await space.list<V1Secret>('secrets');
  const { data = {} } = secrets.find(({ metadata }) => metadata?.name === 'shop') ?? {};
  expect(Object.keys(data).sort()).toEqual(['rabbitmq-default-pass', 'session-secret']);
});
