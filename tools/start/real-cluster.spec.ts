import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { simulatedLines } from './next-commands.ts';
import { findRealCluster, loadCommand, needed, ownImages, type Places } from './real-cluster.ts';

/** A machine with these kubeconfigs: path → contexts, the current one first. */
function machine(configs: Readonly<Record<string, readonly string[]>>): Places {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  for (const [path, [current = '', ...more]] of Object.entries(configs)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(
      join(home, path),
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': current,
        clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:6443' } }],
        users: [{ name: 'u', user: {} }],
        contexts: [current, ...more]
          .filter((name) => name !== '')
          .map((name) => ({ name, context: { cluster: 'c', user: 'u' } })),
      }),
    );
  }
  return { kubeconfig: undefined, home, simulated: join(home, '.cluster'), k3s: join(home, 'k3s.yaml') };
}

test('the current context is taken, whatever made it', () => {
  const places = machine({ '.kube/config': ['work', 'kind-dev'] });
  const found = findRealCluster(places);
  expect(found).toEqual({ kubeconfig: join(places.home, '.kube/config'), context: 'work', tool: 'other' });
  expect(simulatedLines(found).at(-1)).toBe(
    'Real pods: npm start -- --real, into the cluster of the context work.',
  );
});

test('without one, what kind, k3d, minikube or k3s made', () => {
  expect(findRealCluster(machine({ '.kube/config': ['', 'far', 'k3d-dev'] }))?.context).toBe('k3d-dev');
  expect(findRealCluster(machine({ 'k3s.yaml': ['default'] }))?.tool).toBe('k3s');
});

test('a local cluster with simulated containers is none, nor is a file that nobody can read', () => {
  const places = machine({ '.cluster/rpi5/kubeconfig': ['local'] });
  const simulated = { ...places, kubeconfig: join(places.simulated, 'rpi5', 'kubeconfig') };
  expect(findRealCluster(simulated)).toBeUndefined();
  writeFileSync(places.k3s, '{ half');
  expect(findRealCluster(places)).toBeUndefined();
  expect(() => needed(undefined)).toThrow('--real: there is no cluster with real containers');
  expect(simulatedLines(undefined).at(-1)).toContain('kind, k3d, minikube, k3s or a current context');
});

test('own images are those without a registry, and each tool has its way to load them', () => {
  const manifest = `
    spec:
      containers:
        - image: docker.io/library/busybox:1.37
        - image: "langchain-api:local"
      initContainers:
        - name: x
          image: team/agent:dev
        - image: registry:5000/team/web:1
        - image: langchain-api:local
`;
  expect(ownImages(manifest)).toEqual(['langchain-api:local', 'team/agent:dev']);
  const load = (tool: 'kind' | 'k3d' | 'minikube' | 'k3s' | 'other', context: string) =>
    loadCommand({ kubeconfig: '', context, tool }, 'a:b')?.join(' ');
  expect([
    load('kind', 'kind-dev'),
    load('k3d', 'k3d-dev'),
    load('minikube', 'minikube'),
    load('k3s', 'default'),
  ]).toEqual([
    'kind load docker-image a:b --name dev',
    'k3d image import a:b --cluster dev',
    'minikube image load a:b',
    'npm run load-image -- a:b',
  ]);
  expect(load('other', 'work')).toBeUndefined();
});
