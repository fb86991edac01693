import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findHelm } from '../../programs/helm.ts';
import { run } from '../../programs/run.ts';
import { ofOneChart } from '../fixtures.ts';
import { imported, saidOf, web } from './fixtures.ts';
import { importManifests } from './manifests.ts';
import { isManifests } from './read.ts';

describe('what is read', () => {
  it('is a kustomization as kubectl builds it', async () => {
    const result = await imported(
      {
        'kustomization.yaml':
          'resources: [web.yaml]\nimages: [{ name: example.com/web, newTag: "3.0" }]\nconfigMapGenerator: [{ name: c, literals: [A=b] }]\n',
        'web.yaml': web('          envFrom: [{ configMapRef: { name: c } }]'),
      },
      { name: 'shop' },
    );
    expect(result.definition.workloads.main?.image).toMatchObject({ tag: '3.0' });
    expect(stringify(result.settings?.properties)).toContain('x-env: A');
  });

  it('is a chart as Helm renders it, a list, or the folders of a folder without files', async () => {
    const chart = await imported({
      'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'values.yaml': 'tag: "4.0"\n',
      'templates/web.yaml': web('').replace('web:1.2', 'web:{{ .Values.tag }}'),
    });
    expect(chart.definition.workloads.main?.image).toMatchObject({ tag: '4.0' });
    const [deployment, service] = web('').split('---');
    const list = `apiVersion: v1\nkind: List\nitems:\n${[deployment, service]
      .map((one) => `  - ${one?.trim().replaceAll('\n', '\n    ')}`)
      .join('\n')}\n`;
    expect((await imported({ 'a/all.yaml': list })).definition.workloads.main?.ports).toEqual({
      http: { port: 8080, service: 80 },
    });
  });
});

it('the archive of a chart is rendered by Helm, as its folder is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const chart = join(folder, 'shop');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  writeFileSync(join(chart, 'values.yaml'), 'greeting: hello\n');
  const env = '          env: [{ name: GREETING, value: {{ .Values.greeting }} }]';
  writeFileSync(join(chart, 'templates/all.yaml'), web(env));
  const { code } = await run(await findHelm(), ['package', chart, '--destination', folder], {
    timeoutMs: 60_000,
  });
  expect(code).toBe(0);
  const archive = join(folder, 'shop-1.0.0.tgz');
  expect(isManifests(archive)).toBe(true);
  const { definition } = ofOneChart(await importManifests({ files: [archive], charts: [], name: 'shop' }));
  rmSync(folder, { recursive: true });
  expect(definition.workloads.main?.env).toEqual({ GREETING: 'hello' });
});

it('an object that stands in two files is taken once, which is said', async () => {
  const once = await imported({ 'a.yaml': web('') });
  const { definition, lines } = await imported({ 'a.yaml': web(''), 'b.yaml': web('') });
  expect(definition).toEqual(once.definition);
  const again = lines.filter(({ says }) => says === 'the same object: it is taken once');
  expect(again.map(({ of, at }) => [of, at.replace(/^.*\//, '')])).toEqual([
    ['Deployment/web', 'b.yaml:2:1'],
    ['Service/web', 'b.yaml:18:1'],
  ]);
});

describe('refused, with file, line and column', () => {
  it.each<[string, string, string | RegExp]>([
    ['no YAML', 'kind: [', /a\.yaml:1:\d+: it is no YAML/],
    ['no object', 'a: b\n', /a\.yaml:1:1: it is no object of Kubernetes: it has no kind or apiVersion/],
    [
      'a field that nobody knows',
      web('          imgae: x'),
      /a\.yaml:\d+:18: there is no place for spec\.template\.spec\.containers\.0\.imgae of a Deployment/,
    ],
    [
      'a field of a probe that nobody knows',
      web('          readinessProbe: { exec: { command: [a] }, retries: 3 }'),
      /no place for spec\.template\.spec\.containers\.0\.readinessProbe\.retries/,
    ],
    [
      'a kind that nobody knows',
      `${web('')}---\napiVersion: v1\nkind: Binding\nmetadata: { name: b }\ntarget: x\n`,
      /no place for target of a Binding \(Binding\/b\)/,
    ],
    [
      'two objects of one name',
      `${web('')}---${web('          tty: true')}`,
      /a\.yaml:\d+:1: there is a second Deployment web, which differs from the first at/,
    ],
    ['nothing that runs', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: n }\n', 'there is no service'],
  ])('%s', async (_, text, message) => {
    await expect(imported({ 'a.yaml': text })).rejects.toThrow(message);
  });

  it('but what nobody knows is left out where a person accepts that', async () => {
    const result = await imported({ 'a.yaml': web('          imgae: x') }, { accept: true });
    expect(saidOf(result, 'Deployment/web spec.template.spec.containers.0.imgae')).toBe(
      'left out: nobody knows it',
    );
  });

  it('what kubectl refuses, and a folder without manifests', async () => {
    await expect(imported({ 'kustomization.yaml': 'resources: [gone.yaml]\n' })).rejects.toThrow(
      /kubectl kustomize refuses it: .*gone\.yaml/,
    );
    await expect(imported({ 'readme.md': '' })).rejects.toThrow('there are no manifests');
  });

  it('a chart that wants values, in its own words', async () => {
    const chart = {
      'Chart.yaml': 'apiVersion: v2\nname: shy\nversion: 1.0.0\n',
      'templates/a.yaml': '{{ fail "\\n- name your image.\\n- name your host." }}',
    };
    await expect(imported(chart)).rejects.toThrow(
      /helm template refuses it: Error: .* - name your image\. - name your host\. Mend it, or give what/,
    );
  });
});
