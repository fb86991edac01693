import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importCompose } from '../../import/import.ts';
import { caseValues } from '../chart/case-values.ts';
import { writtenBy } from './written.ts';

const folder = mkdtempSync(join(tmpdir(), 'written-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What YAML 1.1 or 1.2 takes for something else without quotes. */
const WORDS = [
  ...['no', 'off', 'y', 'Yes', 'on', 'true', 'null', '~', '012', '0o17', '0b11', '0x1F', '1_000', '1e3'],
  ...['12:30:45', '2024-01-01', '2024-01-01 10:00:00', '<<', '=', '.inf'],
];

it.each(WORDS)('%s in a case of a chart is text to Helm', (word) => {
  const text = caseValues(
    { name: 'shop', version: '0.1.0', description: 'Shop.', workloads: {} },
    () => ({}),
    {
      config: { [word]: word },
    },
  );
  expect(parse(text, { version: '1.1' })).toEqual({ config: { [word]: word } });
  expect(parse(text)).toEqual({ config: { [word]: word } });
});

it('so is what a preset says of servers', () => {
  const file = join(folder, 'compose.yaml');
  writeFileSync(
    file,
    `services:
  cache: { image: "redis:8", command: redis-server --appendonly no }
  flow: { image: "apache/airflow:3", environment: { AIRFLOW__CORE__DEFAULT_TIMEZONE: "2024-01-01" } }
`,
  );
  const imported = importCompose({ files: [file], charts: ['redis', 'airflow'], name: 'shop' });
  const preset = writtenBy(imported, new Map())[0]?.files.get('presets/all.yaml') ?? '';
  expect(parse(preset, { version: '1.1' })).toMatchObject({
    redis: { config: { appendOnly: 'no' } },
    airflow: { config: { core: { default_timezone: '2024-01-01' } } },
  });
});
