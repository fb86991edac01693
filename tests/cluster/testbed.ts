import { join } from 'node:path';
import type { KubernetesObject, V1Namespace, V1ResourceQuota } from '@kubernetes/client-node';
import { afterAll, beforeAll, expect } from 'vitest';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { type RunResult, run } from '../../generators/src/programs/run.ts';
import { packed } from '../../tools/cases/cases.ts';
import { type Cluster, startCluster } from '../../tools/cluster/start.ts';
import { type Api, openApi } from './api.ts';
import { until } from './until.ts';

/** What a test gets of the cluster of its file. */
export interface Testbed {
  readonly api: Api;
  readonly cluster: Cluster;
  /** A fresh namespace as a careful administrator gives it out; privileged only for pods whose definition says why. */
  space(level?: 'restricted' | 'privileged'): Promise<Space>;
  /** Lets pods with these labels misbehave in one namespace; see the cluster's README. */
  misbehave(space: Space, labels: Readonly<Record<string, string>>, action: string): Promise<void>;
}

/** A namespace: Pod Security restricted, default deny both ways, and a quota that makes every container name requests and a memory limit. */
export interface Space {
  readonly name: string;
  /** Runs Helm here and returns its output; throws with Helm's message. */
  helm(...args: readonly string[]): Promise<string>;
  /** Does the same with the oldest Helm that the charts support, 3.17. */
  helm3(...args: readonly string[]): Promise<string>;
  /** Runs Helm here, which must fail; returns what it says and how long it took. */
  refused(...args: readonly string[]): Promise<{ readonly message: string; readonly seconds: number }>;
  /** Everything of one resource here and in the namespaces that releases from here have made. */
  list<T extends KubernetesObject>(resource: string): Promise<readonly T[]>;
  /** Names of the namespaces that releases from here have made. */
  made(): Promise<readonly string[]>;
}

const HELM_LIMIT_MS = 600_000;

/** An install with Helm's own validation against the server's OpenAPI, which other calls of the tests leave out. */
export const CHECKED = '--disable-openapi-validation=false';

/** An install or upgrade that must succeed, and waits for its pods: a passing one waits no longer than they take. */
export const WAIT = ['--wait', '--timeout', '240s'];

/** What Helm and kubectl are told: where the cluster is, where they keep what it serves, and to collect garbage seldom. */
export function clientEnv({ kubeconfig, folder }: Cluster): Readonly<Record<string, string>> {
  return { KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, 'cache'), GOGC: '400' };
}

/** Pods in it when the cluster that files share is left for a new one: its nodes have room for twice as many. */
const CROWDED = 100;

interface Running {
  readonly cluster: Cluster;
  readonly api: Api;
  /** Namespaces that it was asked for. */
  spaces: number;
}

/** The cluster of this worker: its files run one after another, and the last one leaves it to the end of the process. */
let shared: Running | undefined;

/**
 * Has a cluster, and the packed charts, ready before the tests of a file: a cluster of its own on the named hardware, which goes
 * after them, and without a name that on `default`, which files share that change nothing outside of their namespaces.
 */
export function useCluster(hardware?: string): Testbed {
  let running: Running | undefined;
  let helm = '';
  let helm3 = '';
  beforeAll(async () => {
    const started = hardware === undefined ? roomy() : start(hardware);
    await packed();
    [helm, helm3] = await Promise.all([pinnedHelm(), findHelm3()]);
    running = await started;
  }, 900_000);
  afterAll(() => (hardware === undefined ? undefined : running?.cluster.stop()));
  const there = (): Running => {
    if (running === undefined) throw new Error('the cluster is not there yet');
    return running;
  };

  const spaceNamed = (name: string): Space => {
    const env = clientEnv(there().cluster);
    const call = (args: readonly string[], binary = helm): Promise<RunResult> => {
      const [verb = '', ...rest] = args;
      // Helm's own validation is half of the time of an install. The life of every release has it (CHECKED), and the API server checks anyway.
      const fast = ['install', 'upgrade'].includes(verb) ? ['--disable-openapi-validation'] : [];
      return run(binary, [verb, ...fast, ...rest, '--namespace', name], { env, timeoutMs: HELM_LIMIT_MS });
    };
    const succeeding = async (args: readonly string[], binary = helm) => {
      const { code, stdout, stderr } = await call(args, binary);
      if (code !== 0) throw new Error(`helm ${args.join(' ')}: ${stderr.trim()}`);
      return stdout;
    };
    return {
      name,
      helm: (...args) => succeeding(args),
      helm3: (...args) => succeeding(args, helm3),
      refused: async (...args) => {
        const start = performance.now();
        const { code, stdout, stderr } = await call(args);
        expect(code, `helm ${args.join(' ')} succeeded: ${stdout}`).toBe(1);
        return { message: stderr.trim(), seconds: (performance.now() - start) / 1000 };
      },
      list: async <T extends KubernetesObject>(resource: string) => {
        const lists = [name, ...(await madeBy(there().api, name))].map((namespace) =>
          there().api.list<T>(resource, namespace),
        );
        return (await Promise.all(lists)).flat();
      },
      made: () => madeBy(there().api, name),
    };
  };

  return {
    get api() {
      return there().api;
    },
    get cluster() {
      return there().cluster;
    },
    space: async (level = 'restricted') => {
      const { api } = there();
      there().spaces += 1;
      const name = `space-${there().spaces}`;
      await furnish(api, name, level);
      return spaceNamed(name);
    },
    misbehave: async (space, labels, action) => {
      const rule = { namespace: space.name, selector: { labels }, action };
      const key = `${space.name}-${Object.values(labels).join('-')}`;
      await there().api.patch('configmaps', 'kube-system', 'behaviours', {
        data: { [key]: JSON.stringify([rule]) },
      });
    },
  };
}

/** The shared cluster, or a new one where that is crowded. */
async function roomy(): Promise<Running> {
  if (shared !== undefined && (await shared.api.list('pods', '')).length > CROWDED) {
    await shared.cluster.stop();
    shared = undefined;
  }
  shared ??= await start('default');
  return shared;
}

async function start(hardware: string): Promise<Running> {
  const cluster = await startCluster({ name: 'tests', hardware });
  const api = await openApi(cluster.kubeconfig);
  await api.create('configmaps', 'kube-system', { metadata: { name: 'behaviours' } });
  await api.create('external-secrets.io/v1/clustersecretstores', '', SECRET_STORE);
  return { cluster, api, spaces: 0 };
}

/** The store that presets name, with an entry for each of them. */
const SECRET_STORE = {
  apiVersion: 'external-secrets.io/v1',
  kind: 'ClusterSecretStore',
  metadata: { name: 'gcp-secret-manager' },
  spec: {
    provider: {
      fake: {
        data: ['gemini-agent-staging', 'gemini-agent-production'].map((key) => ({
          key,
          value: JSON.stringify({
            GOOGLE_API_KEY: key,
            DATABASE_URL: 'postgresql://db',
            SENTRY_DSN: 'sentry',
          }),
        })),
      },
    },
  },
};

/** Helm labels every object as its own, and notes which release it belongs to. */
async function madeBy(api: Api, space: string): Promise<readonly string[]> {
  const ofHelm = `namespaces?labelSelector=${encodeURIComponent('app.kubernetes.io/managed-by=Helm')}`;
  return (await api.list<V1Namespace>(ofHelm, ''))
    .filter(({ metadata }) => metadata?.annotations?.['meta.helm.sh/release-namespace'] === space)
    .map(({ metadata }) => metadata?.name ?? '');
}

async function furnish(api: Api, name: string, level: string): Promise<void> {
  const labels = {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/enforce-version': 'latest',
  };
  await api.create('namespaces', '', { metadata: { name, labels } });
  await api.create('networking.k8s.io/v1/networkpolicies', name, {
    metadata: { name: 'default-deny' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
  const hard = { 'requests.cpu': '32', 'requests.memory': '64Gi', 'limits.memory': '96Gi', pods: '60' };
  await api.create('resourcequotas', name, { metadata: { name: 'quota' }, spec: { hard } });
  // Until the quota is counted for the first time, every pod is refused.
  await until(
    async () => (await api.list<V1ResourceQuota>('resourcequotas', name))[0]?.status?.hard,
    (counted) => counted !== undefined,
  );
}
