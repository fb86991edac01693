import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { footprint } from './observe.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster('rtx-5090');
const preset = (name: string) => join(CHARTS, `ai-platform/presets/${name}.yaml`);

test('presets with the same members follow each other as written, and others remove none with data', {
  timeout: 900_000,
}, async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/k3s.md'), 'utf8');
  const [, names = ''] = /^The presets (.*) have the same members/m.exec(page) ?? [];
  const same = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  expect(same).toEqual(['rtx-5090', 'rtx-5090-shared', 'hybrid', 'cpu']);
  const written = 'charts/ai-platform/presets/cpu.yaml';
  const command = page.split('\n').find((line) => line.includes(written)) ?? '';
  expect(command).toMatch(/^helm upgrade ai CHART .+/);
  const space = await testbed.space();
  const chart = await archiveOf('ai-platform');
  const words = (name: string) =>
    command
      .replace('helm upgrade ai CHART ', '')
      .replace('--namespace ai ', '')
      .replace(' --values VALUES', '')
      .replace(written, preset(name))
      .split(' ');
  await space.helm('install', 'ai', chart, '--values', preset('rtx-5090'), '--wait', '--timeout', '300s');
  const { claims, secrets } = await footprint(space);
  for (const name of ['hybrid', 'cpu', 'rtx-5090']) {
    await space.helm('upgrade', 'ai', chart, ...words(name));
    expect(await footprint(space)).toMatchObject({ claims, secrets });
  }
  const { message } = await space.refused('upgrade', 'ai', chart, ...words('minikube'));
  const kept = parse(readFileSync(preset('minikube'), 'utf8')).global.members;
  for (const name of ['ollama', 'voice-ai', 'alertmanager'])
    expect([name, kept[name]?.enabled ?? false, message.includes(`- ${name} would be removed`)]).toEqual([
      name,
      false,
      true,
    ]);
  expect(message).not.toContain('- grafana would be removed');
});
