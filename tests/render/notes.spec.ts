import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { valueAt } from '../../generators/src/go/index.ts';
import { mergeValues } from '../../generators/src/model/values.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { JsonObject } from '../../generators/src/schema/index.ts';
import { archiveOf, type Case, cases, template, UNCOLLECTED } from '../../tools/cases/cases.ts';
import {
  type KubeObject,
  ofKind,
  parseManifests,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import type { NetworkPolicySpec, ServiceSpec } from '../../tools/kubernetes/types.ts';
import { titleOf } from './objects.ts';
import { commandLines, parsed, wordsOf } from './typed-commands.ts';

type Values = JsonObject;

const { charts } = await load(join(CHARTS, '..'));
const RELEASE = 'demo';
const NAMESPACE = 'apps';

it.concurrent.each(cases().map((one) => [titleOf(one), one] as const))(
  '%s: notes say where it is, how to log in and what is risky',
  async (_title, one) => {
    const [{ notes, values }, objects] = await Promise.all([notesOf(one), objectsOf(one)]);
    const known = new Set(objects.map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`));
    const labels = new Set(
      objects.flatMap(({ metadata }) =>
        Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
      ),
    );
    expect(notes).not.toMatch(/%!|<no value>|<nil>/);

    const commands = commandLines(notes).filter(
      (line) => /^(helm|kubectl) /.test(line) && !line.includes('CHART'),
    );
    expect(commands.length).toBeGreaterThan(0);
    for (const line of commands) {
      const { program, others, flags } = parsed(wordsOf(line));
      const at = Object.fromEntries(flags);
      if (at['--namespace']) expect([NAMESPACE, ...namespaces(objects)], line).toContain(at['--namespace']);
      const asked = objects.length > 0 ? (at['--selector'] ?? '').split(',').filter(Boolean) : [];
      for (const label of asked) expect([...labels], line).toContain(label);
      if (program[0] === 'helm') expect(others[0], line).toBe(RELEASE);
      if (program[1] === 'port-forward')
        expectPort(objects, others[0] ?? '', Number(others[1]?.split(':').at(-1)), line);
      if (others[0] === 'secret' && !line.includes('CLIENT'))
        expectKey(objects, others[1] ?? '', at['--output'] ?? '', line);
      if (others[0] === 'service') expect([...known], line).toContain(`service/${others[1]}`);
    }

    for (const [, name = '', port = ''] of notes.matchAll(/reach it at ([a-z0-9-]+)\.[a-z0-9-]+\.svc:(\d+)/g))
      expectPort(objects, `service/${name}`, Number(port), 'clients');
    for (const [, label = ''] of notes.matchAll(/with the label ([a-z0-9-]+): "true"/g))
      expect(admitted(objects), `label of clients`).toContain(label);

    expect(notes.includes('is lost with the pod'), 'warns of lost data').toBe(forgets(one, values, objects));
    const plain = ofKind(objects, 'Ingress').filter((object) => !specOf<{ tls: unknown }>(object).tls);
    expect(notes.includes('there is no TLS'), 'warns of an Ingress without TLS').toBe(plain.length > 0);
  },
);

/** Whether any workload that is there keeps data, and has no volume for it. */
function forgets({ chart }: Case, values: Values, objects: readonly KubeObject[]): boolean {
  const components = new Set(podSourcesOf(objects).map((pod) => pod.labels['app.kubernetes.io/component']));
  const keeping = charts
    .find(({ name }) => name === chart)
    ?.workloads.filter(({ component }) => components.has(component))
    .flatMap(({ claims }) => claims);
  return (keeping ?? []).some(
    ({ key }) =>
      valueAt(`${key}.enabled`, values) === false && valueAt(`${key}.existingClaim`, values) === '',
  );
}

/** What Helm prints below an installation. */
async function notesOf({ chart, values }: Case): Promise<{ notes: string; values: Values }> {
  const args = ['install', RELEASE, await archiveOf(chart), '--namespace', NAMESPACE, '--values', values];
  const { code, stdout, stderr } = await run(
    await pinnedHelm(),
    [...args, '--dry-run=client', '--output', 'json'],
    { env: { ...UNCOLLECTED, KUBECONFIG: '/dev/null' }, timeoutMs: 60_000 },
  );
  expect(`${code} ${stderr}`).toBe('0 ');
  const release: { info: { notes: string }; chart: { values: Values }; config?: Values } = JSON.parse(stdout);
  return { notes: release.info.notes, values: mergeValues(release.chart.values, release.config ?? {}) };
}

async function objectsOf({ chart, values }: Case): Promise<readonly KubeObject[]> {
  const { stdout } = await template(chart, values, { release: RELEASE, namespace: NAMESPACE });
  return parseManifests(stdout);
}

function namespaces(objects: readonly KubeObject[]): readonly string[] {
  return ofKind(objects, 'Namespace').map(({ metadata }) => metadata.name);
}

function expectPort(objects: readonly KubeObject[], target: string, port: number, line: string): void {
  const found = ofKind(objects, 'Service').find(({ metadata }) => `service/${metadata.name}` === target);
  const ports = found ? (specOf<ServiceSpec>(found).ports ?? []).map((one) => one.port) : [];
  expect(ports, `${line}: ${target}`).toContain(port);
}

/** A Secret that has the key: one that values bring, or that of a chart of ours, which is not rendered without a cluster. */
function expectKey(objects: readonly KubeObject[], name: string, output: string, line: string): void {
  const [, key = ''] = /\['([^']+)'\]/.exec(output) ?? [];
  const given = ofKind(objects, 'Secret').find(({ metadata }) => metadata.name === name);
  const owner = charts.find((chart) => name === `${RELEASE}-${chart.name}`);
  const keys = owner?.secrets.map((secret) => secret.key) ?? Object.keys(given?.stringData ?? {});
  expect(keys, line).toContain(key);
}

function admitted(objects: readonly KubeObject[]): readonly string[] {
  return ofKind(objects, 'NetworkPolicy').flatMap((object) =>
    (specOf<NetworkPolicySpec>(object).ingress ?? []).flatMap(({ from = [] }) =>
      from.flatMap(({ podSelector }) => Object.keys(podSelector?.matchLabels ?? {})),
    ),
  );
}
