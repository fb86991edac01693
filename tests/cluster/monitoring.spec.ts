import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeConfig, type V1ConfigMap, type V1StatefulSet } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { isRecord } from '../../tools/kubernetes/objects.ts';
import { freePort, machineNetwork, stop, textOf } from '../../tools/scripts/network.ts';
import { ensureDebian } from '../../tools/toolchain/debian.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const MEMBERS = ['alertmanager', 'dcgm-exporter', 'grafana', 'jaeger', 'prometheus', 'redis'];
const TOKEN = '/run/secrets/kubernetes.io/serviceaccount';

const testbed = useCluster();

test('a real Prometheus with the rights of its Role finds the members of an umbrella and their rules', async () => {
  const space = await testbed.space();
  const on = MEMBERS.map((name) => `global.members.${name}.enabled=true`).join(',');
  await space.helm(
    'install',
    'app',
    await archiveOf('ai-platform'),
    '--set',
    on,
    '--set',
    'redis.exporter.enabled=true',
    '--wait',
    '--timeout',
    '120s',
  );
  const server = await realPrometheus(space, 'app-prometheus');
  try {
    const { targets, alertmanagers, groups } = await until(
      () => state(server.port),
      (found) => found.targets.length >= MEMBERS.length && found.groups.length >= MEMBERS.length,
    );
    expect(targets).toEqual([
      `app-alertmanager http 9093/metrics ${space.name} app-alertmanager-0`,
      `app-dcgm-exporter metrics 9400/metrics ${space.name} app-dcgm-exporter-*`,
      `app-grafana http 3000/metrics ${space.name} app-grafana-*`,
      `app-jaeger metrics 8888/metrics ${space.name} app-jaeger-0`,
      `app-prometheus http 9090/metrics ${space.name} app-prometheus-0`,
      `app-redis metrics 9121/metrics ${space.name} app-redis-0`,
    ]);
    expect(alertmanagers).toEqual(['http://app-alertmanager:9093/api/v2/alerts']);
    expect(groups).toEqual(MEMBERS.map((name) => `app-${name}`));

    server.write('rules/added.rules.yml', rule('added'));
    const reloaded = await until(
      () => state(server.port),
      (found) => found.groups.includes('added'),
    );
    expect(reloaded.groups).toContain('added');
  } finally {
    await server.stop();
  }
}, 240_000);

test('its token reads endpoints, Services, pods and rules of its namespace, and nothing else', async () => {
  const space = await testbed.space();
  const other = await testbed.space();
  await space.helm('install', 'app', await archiveOf('prometheus'), '--set', 'rbac.create=true');
  const may = (verb: string, resource: string, namespace: string, group = '') =>
    allowed(`system:serviceaccount:${space.name}:app-prometheus`, { verb, resource, namespace, group });
  expect(await may('watch', 'endpointslices', space.name, 'discovery.k8s.io')).toBe(true);
  expect(await may('list', 'services', space.name)).toBe(true);
  expect(await may('list', 'configmaps', space.name)).toBe(true);
  expect(await may('get', 'secrets', space.name)).toBe(false);
  expect(await may('list', 'services', other.name)).toBe(false);
  await space.helm(
    'upgrade',
    'app',
    await archiveOf('prometheus'),
    '--set',
    `config.namespaces={${other.name}}`,
  );
  expect(await may('list', 'services', other.name)).toBe(true);
  expect(await may('list', 'services', '')).toBe(false);
}, 120_000);

async function allowed(user: string, resourceAttributes: object): Promise<boolean> {
  const answer = await testbed.api.call<{ status: { allowed: boolean } }>(
    'POST',
    '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: { user, resourceAttributes },
    },
  );
  return answer.status.allowed;
}

/** Names of pods end in hashes that are written in these characters. */
const HASHES = /(-[bcdfghjklmnpqrstvwxz2456789]{6,})?-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/** What the server has found, each as a sorted list; the hashes in the name of a pod are a star. */
async function state(
  port: number,
): Promise<{ targets: string[]; alertmanagers: string[]; groups: string[] }> {
  const { activeTargets } = await asked(port, 'targets?state=active');
  const { groups } = await asked(port, 'rules');
  const { activeAlertmanagers } = await asked(port, 'alertmanagers');
  return {
    targets: records(activeTargets)
      .map(({ labels, scrapeUrl }) => {
        const { service, endpoint, namespace, pod, job } = isRecord(labels) ? labels : {};
        expect(job).toBe(service);
        const { port: number, pathname } = new URL(String(scrapeUrl));
        const stable = String(pod).replace(HASHES, '-*');
        return `${service} ${endpoint} ${number}${pathname} ${namespace} ${stable}`;
      })
      .sort(),
    alertmanagers: records(activeAlertmanagers).map(({ url }) => String(url)),
    groups: records(groups)
      .map(({ name }) => String(name))
      .sort(),
  };
}

async function asked(port: number, path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, {
    signal: AbortSignal.timeout(10_000),
  });
  const answer: unknown = await response.json();
  return isRecord(answer) && isRecord(answer.data) ? answer.data : {};
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function rule(name: string): string {
  return JSON.stringify({ groups: [{ name, rules: [{ record: 'a:b', expr: 'up' }] }] });
}

/** Prometheus as its pod runs it: arguments, configuration, a token of its account, and the rules that its sidecar would bring. */
async function realPrometheus(space: Space, name: string) {
  await ensureDebian(['bubblewrap']);
  const binary = await ensureGoTool('prometheus');
  const folder = mkdtempSync(join(tmpdir(), 'monitoring-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const maps = await space.list<V1ConfigMap>('configmaps');
  for (const [key, text] of Object.entries(
    maps.find(({ metadata }) => metadata?.name === `${name}-files`)?.data ?? {},
  ))
    write(`config/${key}`, text);
  for (const { metadata, data } of maps)
    if (metadata?.labels?.['prometheus-rules'] === '1')
      for (const [key, text] of Object.entries(data ?? {})) write(`rules/${key}`, text);
  const token = await testbed.api.call<{ status: { token: string } }>(
    'POST',
    `/api/v1/namespaces/${space.name}/serviceaccounts/${name}/token`,
    { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
  );
  write('account/token', token.status.token);
  write('account/namespace', space.name);
  write(
    'account/ca.crt',
    maps.find(({ metadata }) => metadata?.name === 'kube-root-ca.crt')?.data?.['ca.crt'] ?? '',
  );
  mkdirSync(join(folder, 'data'));

  const [set] = (await space.list<V1StatefulSet>('apps/v1/statefulsets')).filter(
    ({ metadata }) => metadata?.name === name,
  );
  const args = set?.spec?.template.spec?.containers[0]?.args ?? [];
  const config = new KubeConfig();
  config.loadFromFile(testbed.cluster.kubeconfig);
  const { hostname, port: apiPort } = new URL(config.getCurrentCluster()?.server ?? '');
  const port = await freePort();
  const mounts = [
    ['account', TOKEN],
    ['config', '/etc/prometheus'],
    ['rules', '/rules'],
    ['data', '/prometheus'],
  ].flatMap(([from = '', to = '']) => ['--bind', join(folder, from), to]);
  const child = machineNetwork().start(
    'bwrap',
    [
      '--tmpfs',
      '/',
      '--ro-bind',
      binary,
      '/bin/prometheus',
      '--proc',
      '/proc',
      '--dev',
      '/dev',
      '--symlink',
      '/run',
      '/var/run',
      ...mounts,
      '/bin/prometheus',
      ...args,
      `--web.listen-address=127.0.0.1:${port}`,
      '--config.auto-reload-interval=1s',
    ],
    { env: { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: apiPort } },
  );
  child.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const log = textOf(child.stderr);
  await until(
    () =>
      child.exitCode === null
        ? fetch(`http://127.0.0.1:${port}/-/ready`).then(
            ({ ok }) => ok,
            () => false,
          )
        : Promise.reject(new Error(log())),
    (ready) => ready,
  );
  return { port, write, stop: () => stop(child) };
}
