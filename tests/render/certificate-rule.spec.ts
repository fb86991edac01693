import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { run } from '../../generators/src/programs/run.ts';
import { cases } from '../../tools/cases/cases.ts';
import { ofKind } from '../../tools/kubernetes/objects.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { objectsOf } from './objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));
// A first run builds it.
beforeAll(async () => {
  await ensureGoTool('promtool');
}, 1_800_000);

it('the alert of docs/operations.md on certificates comes a week before the end, and not before', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const block = page.split('```yaml\n').find((text) => text.includes('CertificateEnds'));
  const { postgres } = parse(block?.split('```')[0] ?? '');
  const example = cases().find(({ chart, name }) => chart === 'postgres' && name === 'metrics');
  if (example === undefined) throw new Error('the chart postgres has no case with metrics');
  const args = ['--set-json', `monitoring=${JSON.stringify(postgres.monitoring)}`];
  const [rule] = ofKind(await objectsOf(example, { args }), 'PrometheusRule');
  writeFileSync(join(folder, 'rules.yml'), stringify(rule?.spec));

  const ends = (days: number) => ({
    interval: '1m',
    input_series: [
      {
        series: 'certmanager_certificate_expiration_timestamp_seconds{name="postgres-tls"}',
        values: `${days * 86400}x2880`,
      },
    ],
  });
  const asked = { eval_time: '2d', alertname: 'CertificateEnds' };
  const alert = {
    exp_labels: { severity: 'warning', name: 'postgres-tls' },
    exp_annotations: { summary: 'The certificate postgres-tls ends within a week and is not renewed.' },
  };
  const tests = [
    { ...ends(8), alert_rule_test: [{ ...asked, exp_alerts: [alert] }] },
    { ...ends(30), alert_rule_test: [{ ...asked, exp_alerts: [] }] },
  ];
  writeFileSync(join(folder, 'tests.yml'), stringify({ rule_files: ['rules.yml'], tests }));
  const { code, stdout, stderr } = await run(
    await ensureGoTool('promtool'),
    ['test', 'rules', join(folder, 'tests.yml')],
    { timeoutMs: 60_000 },
  );
  expect([code, code === 0 ? '' : `${stdout}${stderr}`]).toEqual([0, '']);
});
