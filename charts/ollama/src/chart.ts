import { all, any, defineChart, eq, get, include, value } from '@chartwright/nx/define';

/** The list is read again and again, so that a new model needs no new server. */
const LIST = {
  configMap: '{{ include "ollama.fullname" . }}-models',
  path: '/etc/models',
  when: include('ollama.hasModels'),
};
const MODELS = {
  INSECURE: { template: '{{ .Values.insecureRegistries | quote }}' },
  SILENCE: '900',
};

export default defineChart({
  name: 'ollama',
  version: '0.1.0',
  appVersion: '0.40.2',
  description: 'Local large language models behind the Ollama API.',
  home: 'https://ollama.com',
  sources: ['https://github.com/ollama/ollama'],
  keywords: ['llm', 'ollama', 'ai', 'gpu'],
  category: 'ai-machine-learning',
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
      init: {
        'keep-models': {
          description: 'Fetches models that are missing, also after the volume was lost.',
          image: 'toolbox',
          stays: true,
          when: include('ollama.hasModels'),
          script: 'keep.sh',
          env: { BASE_URL: 'http://127.0.0.1:11434', ...MODELS },
          mounts: { tmp: '/tmp', list: '/etc/models' },
          probe: {
            exec: { command: ['sh', '-c', 'find /tmp/alive -mmin -6 | grep -q .'] },
            periodSeconds: 10,
            timeoutSeconds: 5,
          },
        },
      },
      mounts: { list: LIST },
      egress: {
        registry: {
          port: { value: 'registryPort' },
          urls: ['models'],
          when: any(value('models'), value('create')),
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
      description: 'Brings the models to the server through its API, and ends at once when all are there.',
      when: include('ollama.hasModels'),
      image: 'toolbox',
      script: 'pull.sh',
      // Where Helm's revisions are not known, another list is another Job.
      env: {
        ...MODELS,
        MODELS: { template: '{{ join " " .Values.models | quote }}' },
        CLEAN: { template: '{{ .Values.clean | quote }}' },
        CREATED: { template: '{{ toJson .Values.create | sha256sum | trunc 16 | quote }}' },
      },
      mounts: { list: LIST },
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
      env: { BASE_URL: 'url', HOST: 'host', PORT: 'port' },
    },
  },
  provides: { type: 'http' },
  notes: [
    "A Job brings `models` and `create` to the server at every install and upgrade, and Helm waits for it. The container `keep-models` beside the server fetches again what is missing, within a minute after a volume was lost or a server without one was restarted; a model that cannot be had is asked for every four minutes, and the server goes on. A longer list needs no new pod. `create` says in the words of Ollama's API what a Modelfile says: `FROM` is `from`, `SYSTEM` `system`, `TEMPLATE` `template`, `PARAMETER` `parameters`, `MESSAGE` `messages`.",
  ],
});
