// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { definitionText } from '../nx/chart/definition-text.ts';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';

/** Lines of a definition that people read for each service of the file. */
const MOST = 25;

const folder = mkdtempSync(join(tmpdir(), 'size-'));
afterAll(() => rmSync(folder, { recursive: true }));

function linesOf(text: string): number {
  writeFileSync(join(folder, 'compose.yaml'), text);
  const charts = ['postgres', 'redis'];
  const { definition } = ofOneChart(
    importCompose({ files: [join(folder, 'compose.yaml')], charts, name: 'shop' }),
  );
  return definitionText(definition).trimEnd().split('\n').length;
}

const VENDORS = [
  'TENCENT_COS',
  'ALIYUN_OSS',
  'HUAWEI_OBS',
  'BAIDU_OBS',
  'VOLCENGINE_TOS',
  'OCI',
  'S3',
  'CLOUD',
];
const KEYS = VENDORS.flatMap((vendor) => [
  `  ${vendor}_ACCESS_KEY: \${${vendor}_ACCESS_KEY:-your-access-key}`,
  `  ${vendor}_SECRET_KEY: \${${vendor}_SECRET_KEY:-your-secret-key}`,
  `  ${vendor}_BUCKET_NAME: \${${vendor}_BUCKET_NAME:-shop}`,
]);
const STORES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
const HOSTS = STORES.map((store) => `  ${store.toUpperCase()}_URL: http://${store}:9000`);

/** Applications that share their variables, servers that charts here have, a Job, and stores of which profiles choose one. */
const MANY = `x-shared: &shared
${[...KEYS, ...HOSTS].join('\n')}
  DATABASE_URL: postgresql://shop:\${DB_PASSWORD:-changeme}@db:5432/shop
  REDIS_HOST: cache
services:
  api: { image: "shop/api:1", ports: ["8080:5000"], environment: { <<: *shared, MODE: api }, depends_on: [db, cache] }
  worker: { image: "shop/api:1", environment: { <<: *shared, MODE: worker }, depends_on: [db, cache] }
  beat: { image: "shop/api:1", environment: { <<: *shared, MODE: beat }, depends_on: [db, cache] }
  migrate: { image: "shop/api:1", command: [migrate], environment: { <<: *shared }, restart: "no" }
  db: { image: "postgres:17", environment: { POSTGRES_USER: shop, POSTGRES_PASSWORD: "\${DB_PASSWORD:-changeme}", POSTGRES_DB: shop } }
  cache: { image: "redis:7" }
  pages:
    image: shop/a-rather-long-name-of-the-pages-of-the-shop:1.2.3-of-the-month
    expose: [3000]
    environment:
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => `      PAGES_SETTING_OF_THE_SHOP_${one}: \${PAGES_SETTING_${one}:-${one}}`).join('\n')}
${STORES.map(
  (store, index) => `  # https://example.com/${store}
  ${store}:
    image: stores/${store}:${index}
    profiles: [${store}]
    expose: [9000]
    entrypoint: [""]
    command: [serve]
    volumes: ["${store}-data:/data", "${store}-index:/index", "${store}-backups-of-every-night:/backups", "${store}-log:/log"]
    environment:
      STORE_KEEPS_SO_MANY_DAYS: \${STORE_KEEPS_SO_MANY_DAYS:-10}
      STORE_ENCRYPTIONKEY: ${index}f1e2d3c4b5a69788
      STORE_ASKS_SO_MANY_OTHERS: \${STORE_ASKS_SO_MANY_OTHERS:-3}
      STORE_WRITES_AFTER_SO_LONG: \${STORE_WRITES_AFTER_SO_LONG:-5}
      STORE_READS_AT_THE_SAME_TIME: \${STORE_READS_AT_THE_SAME_TIME:-5}
    healthcheck: { test: ["CMD", "store", "--is-${store}", "--healthy"], interval: 30s, timeout: 20s }
`,
).join('')}
volumes: { ${STORES.flatMap((store) => ['data', 'index', 'backups-of-every-night', 'log'].map((one) => `${store}-${one}: {}`)).join(', ')} }
`;

it('of a file with many services of many shapes stays below the bar', () => {
  const lines = linesOf(MANY);
  expect(lines / (7 + STORES.length)).toBeLessThanOrEqual(MOST);
});

it('so does that of one service with many volumes', () => {
  const lines = linesOf(`services:
  web:
    build: .
    ports: ["8080:8080"]
    command: [serve, --all]
    environment: { MODELS_PATH: /models, LIMIT: "0" }
    volumes: ["models:/models", "images:/tmp/made/images", "state:/state", "more:/more", "configuration:/configuration"]
volumes: { models: {}, images: {}, state: {}, more: {}, configuration: {} }
`);
  expect(lines).toBeLessThanOrEqual(MOST);
});
