import type { V1Pod } from '@kubernetes/client-node';
import type { Live } from './live.ts';

const name = 'app.kubernetes.io/name';

/** What Helm installed: a model server whose Job fetches a model, an API on a card, and an agent on each node. */
export const RELEASE = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ai-ollama }
spec:
  template:
    metadata: { labels: { ${name}: ollama, app.kubernetes.io/instance: ai, app.kubernetes.io/component: main } }
    spec:
      containers:
        - name: ollama
          ports: [{ name: http, containerPort: 11434 }]
          readinessProbe: { httpGet: { path: /api/tags, port: 11434 } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: ai-ollama-pull }
spec:
  template:
    metadata: { labels: { ${name}: ollama, app.kubernetes.io/instance: ai, app.kubernetes.io/component: pull } }
    spec: { containers: [{ name: pull, env: [{ name: MODELS, value: gemma2:2b tiny }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ai-ollama }
spec: { selector: { ${name}: ollama, app.kubernetes.io/component: main }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: ai-ollama-headless }
spec: { clusterIP: None, selector: { ${name}: ollama, app.kubernetes.io/component: main }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ai-api, namespace: front }
spec:
  template:
    metadata: { labels: { ${name}: api } }
    spec:
      containers:
        - name: api
          ports: [{ name: https, containerPort: 8443 }]
          readinessProbe: { httpGet: { port: https, scheme: HTTPS } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ai-agent }
spec: { template: { metadata: { labels: { ${name}: agent } }, spec: { containers: [{ name: agent }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: database }
spec: { externalName: db.example.com }
`;

/** A pod whose only container is ready. */
export function pod(
  podName: string,
  labels: Readonly<Record<string, string>>,
  more: Partial<V1Pod> = {},
): V1Pod {
  const [container = ''] = podName.split('-').slice(1);
  return {
    metadata: { name: podName, namespace: 'ai', labels: { ...labels } },
    spec: {
      nodeName: 'pc',
      containers: [{ name: container, ports: [{ name: 'http', containerPort: 11434 }] }],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        {
          name: container,
          ready: true,
          started: true,
          restartCount: 0,
          image: 'a',
          imageID: 'a',
          state: { running: { startedAt: new Date(0) } },
        },
      ],
    },
    ...more,
  };
}

export const OLLAMA = {
  [name]: 'ollama',
  'app.kubernetes.io/instance': 'ai',
  'app.kubernetes.io/component': 'main',
};
export const API = { [name]: 'api' };

const CARD: V1Pod = pod('ai-api-1', API, {
  metadata: { name: 'ai-api-1', namespace: 'front', labels: API },
  spec: { nodeName: 'pc', containers: [{ name: 'api', resources: { limits: { 'nvidia.com/gpu': '1' } } }] },
});

/** A cluster in which all of that works, but for what is given. */
export function live(more: Partial<Live> = {}): Live {
  const up = { observedGeneration: 2, readyReplicas: 1, updatedReplicas: 1 };
  const slice = (service: string, namespace: string, addresses: string[]) => ({
    metadata: { namespace, labels: { 'kubernetes.io/service-name': service } },
    addressType: 'IPv4',
    endpoints: [{ addresses }],
  });
  const selector = { matchLabels: {} };
  const template = {};
  return {
    pods: [pod('ai-ollama-0', OLLAMA), CARD, pod('ai-agent-x', { [name]: 'agent' })],
    deployments: [
      {
        metadata: { name: 'ai-api', namespace: 'front', generation: 2 },
        spec: { replicas: 1, selector, template },
        status: up,
      },
    ],
    statefulSets: [
      {
        metadata: { name: 'ai-ollama', namespace: 'ai', generation: 2 },
        spec: { replicas: 1, selector, template, serviceName: 'ai-ollama-headless' },
        status: { ...up, replicas: 1 },
      },
    ],
    daemonSets: [
      {
        metadata: { name: 'ai-agent', namespace: 'ai' },
        status: {
          desiredNumberScheduled: 1,
          currentNumberScheduled: 1,
          numberMisscheduled: 0,
          numberReady: 1,
          updatedNumberScheduled: 1,
        },
      },
    ],
    jobs: [
      {
        metadata: { name: 'ai-ollama-pull', namespace: 'ai' },
        status: { conditions: [{ type: 'Complete', status: 'True' }] },
      },
    ],
    slices: [slice('ai-ollama', 'ai', ['10.0.0.1']), slice('ai-ollama-headless', 'ai', ['10.0.0.1'])],
    nodes: [{ metadata: { name: 'pc' }, status: { allocatable: { 'nvidia.com/gpu': '2' } } }],
    ...more,
  };
}
