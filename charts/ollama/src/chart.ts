import { all, defineChart, eq, get, value } from '@chartwright/generators/define';

export default defineChart({
  name: 'ollama',
  version: '0.1.0',
  appVersion: '0.40.2',
  description: 'Local large language models behind the Ollama API.',
  home: 'https://ollama.com',
  sources: ['https://github.com/ollama/ollama'],
  keywords: ['llm', 'ollama', 'ai', 'gpu'],
  umbrellas: ['ai-platform'],
  first: ['models', 'gpu.enabled', 'config.keepAlive', 'config.contextLength', 'config.parallel'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      singleton: true,
      image: {
        registry: 'docker.io',
        repository: 'ollama/ollama',
        digest: 'sha256:b86366bb528bbf7f1424435d165028497a5b69bf6ddb4fa5a87102e2b79f44fb',
        variants: [
          {
            when: all(value('gpu.enabled'), eq(value('gpu.vendor'), 'amd')),
            tag: '0.35.1-rocm',
            digest: 'sha256:c716013d3bbf1753ad82cfa0ccdb8bd3252afc6cc16ec37330e49d829560dd4f',
          },
        ],
      },
      ports: { http: 11434 },
      env: {
        HOME: '/data',
        OLLAMA_HOST: {
          template:
            '{{ ternary "[::]:11434" "0.0.0.0:11434" (eq .Values.global.listenAddress "::") | quote }}',
        },
        OLLAMA_MODELS: '/data/models',
        OLLAMA_NO_CLOUD: { template: '{{ ternary "0" "1" .Values.config.cloudModels | quote }}' },
      },
      probes: {
        startup: { ...get('/api/version'), periodSeconds: 10, failureThreshold: 30 },
        liveness: { ...get('/api/version'), periodSeconds: 30, timeoutSeconds: 5 },
        readiness: { ...get('/api/tags'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'models', mountPath: '/data', size: '20Gi' },
      egress: {
        registry: {
          port: 443,
          when: value('models'),
          description: 'model registry, while models are listed',
        },
      },
      features: { gpu: {}, ingress: {}, httpRoute: {} },
      test: { path: '/api/tags' },
      terminationGracePeriodSeconds: 120,
      values: { resources: { requests: { cpu: '1', memory: '3Gi' }, limits: { cpu: '3', memory: '5Gi' } } },
    },
    pull: {
      kind: 'Job',
      description: 'Pulls the listed models through the API and ends at once when all are there.',
      when: value('models'),
      image: 'toolbox',
      script: 'pull.sh',
      env: { MODELS: { template: '{{ join " " .Values.models | quote }}' }, SILENCE: '900' },
      connections: ['server'],
      values: {
        activeDeadlineSeconds: 21600,
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
      },
    },
  },
  connections: {
    server: {
      type: 'http',
      workload: 'main',
      description: 'The server the models are fetched into.',
      env: { BASE_URL: 'url' },
    },
  },
  provides: { type: 'http' },
});
