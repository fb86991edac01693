import { all, defineChart, eq, get, not, value } from '@chartwright/nx/define';

const NVIDIA_KOKORO = [value('kokoro.gpu.enabled'), eq(value('kokoro.gpu.vendor'), 'nvidia')];
const TURN = value('livekit.turn.enabled');

const PYTHON = { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' };

/** The address at which browsers, and the agent too, send and receive sound. */
const ADVERTISED = { address: 'livekit.rtc.nodeIp' };

/** A call that is in progress may last: who holds one is told to stop, takes no new ones, and is given an hour. */
const CALL_SECONDS = 3600;

const size = (cpu: string, memory: string, mostCpu: string, mostMemory: string) => ({
  requests: { cpu, memory },
  limits: { cpu: mostCpu, memory: mostMemory },
});

export default defineChart({
  name: 'voice-ai',
  version: '0.1.0',
  appVersion: '1.0.0',
  description:
    'Talk to a language model: your web frontend and LiveKit agent, with LiveKit, speech to text and text to speech of your own.',
  keywords: ['voice', 'livekit', 'whisper', 'kokoro', 'llm', 'webrtc', 'gpu'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.publicUrl', 'config.model', 'livekit.rtc.nodeIp', 'whisper.model', 'kokoro.voice'],
  needs: { 'config.publicUrl': 'wss://livekit.example.com' },
  workloads: {
    // People open the frontend: it has the bare name, and its image, Service and Ingress stand at the root of the values.
    main: {
      kind: 'Deployment',
      image: {
        own: 'a web server on port 3000 that answers / and makes tokens for LiveKit with LIVEKIT_API_KEY and LIVEKIT_API_SECRET',
      },
      ports: { http: 3000 },
      probes: {
        startup: { ...get('/'), periodSeconds: 5, failureThreshold: 30 },
        liveness: { ...get('/'), periodSeconds: 20, timeoutSeconds: 5 },
        readiness: { ...get('/'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: {
        HOME: '/tmp',
        PORT: '3000',
        HOSTNAME: { template: '{{ .Values.global.listenAddress | quote }}' },
        LIVEKIT_URL: { template: '{{ include "voice-ai.publicUrl" . | quote }}' },
        NEXT_PUBLIC_LIVEKIT_URL: '$(LIVEKIT_URL)',
      },
      writable: { cache: '/app/.next/cache' },
      connections: [],
      features: { ingress: {}, httpRoute: {}, autoscaling: {}, rollout: {} },
      values: {
        resources: size('100m', '256Mi', '1', '1Gi'),
      },
    },
    agent: {
      kind: 'Deployment',
      description: 'The agent that joins the calls: it listens, thinks and answers.',
      image: {
        own: 'a LiveKit agent that answers / on port 8081, stops taking calls on SIGTERM and finishes those it has',
      },
      user: 10001,
      settings: true,
      env: {
        ...PYTHON,
        UV_CACHE_DIR: '/tmp/uv',
        LLM_MODEL: { template: '{{ .Values.config.model | quote }}' },
        STT_MODEL: { template: '{{ .Values.whisper.model | quote }}' },
        TTS_VOICE: { template: '{{ .Values.kokoro.voice | quote }}' },
      },
      ports: { health: { port: 8081, open: 'nobody' } },
      probes: {
        startup: { ...get('/', 'health'), periodSeconds: 5, failureThreshold: 60 },
        liveness: { ...get('/', 'health'), periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { ...get('/', 'health'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      connections: ['livekit', 'whisper', 'kokoro', 'ollama'],
      egress: {
        udp: {
          ...ADVERTISED,
          port: { value: 'livekit.rtc.udpPort' },
          protocol: 'UDP',
          description: 'audio, to the address that LiveKit announces',
        },
        tcp: {
          ...ADVERTISED,
          port: { value: 'livekit.rtc.tcpPort' },
          description: 'audio where UDP is blocked',
        },
      },
      features: { gpu: {}, autoscaling: {} },
      terminationGracePeriodSeconds: CALL_SECONDS,
      values: {
        resources: size('500m', '1Gi', '4', '4Gi'),
        autoscaling: {
          minReplicas: 1,
          maxReplicas: 3,
          targetCPUUtilizationPercentage: 50,
          behavior: {
            scaleDown: {
              stabilizationWindowSeconds: 600,
              policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }],
            },
          },
        },
      },
    },
    livekit: {
      kind: 'Deployment',
      login: true,
      // Several would need Redis, and an address of its own for each of them.
      singleton: true,
      description: 'The server through which browsers and the agent talk.',
      image: {
        registry: 'docker.io',
        repository: 'livekit/livekit-server',
        tag: 'v1.13.7',
        digest: 'sha256:6fd3b7088874c4d119160dd688798dfec852bc014786d392caad15f6f63912a3',
      },
      args: ['--config', '/etc/livekit/livekit.yaml'],
      settings: true,
      env: {
        HOST_IP: { field: 'status.hostIP' },
        NODE_IP: {
          template: '{{ .Values.livekit.rtc.nodeIp | default "$(HOST_IP)" | quote }}',
          when: not(value('livekit.rtc.useExternalIp')),
        },
        LIVEKIT_KEYS: '$(LIVEKIT_API_KEY): $(LIVEKIT_API_SECRET)',
      },
      ports: {
        http: 7880,
        metrics: 6789,
        'rtc-tcp': { port: 7881, value: 'rtc.tcpPort', open: 'public' },
        'rtc-udp': { port: 7882, value: 'rtc.udpPort', protocol: 'UDP', open: 'public' },
        'turn-udp': { port: 3478, value: 'turn.udpPort', protocol: 'UDP', open: 'public', when: TURN },
        'turn-tls': { port: 5349, service: 443, value: 'turn.tlsPort', open: 'public', when: TURN },
      },
      probes: {
        startup: { ...get('/'), periodSeconds: 2, failureThreshold: 60 },
        liveness: { ...get('/'), periodSeconds: 20, timeoutSeconds: 5 },
        readiness: { ...get('/'), periodSeconds: 5, timeoutSeconds: 5 },
      },
      files: { 'livekit.yaml.tpl': '/etc/livekit/livekit.yaml' },
      mounts: {
        'turn-tls': {
          secret: '{{ .Values.livekit.turn.tlsSecret | quote }}',
          path: '/run/turn',
          when: all(value('livekit.turn.enabled'), value('livekit.turn.tlsSecret')),
          mode: 0o440,
        },
      },
      connections: [],
      egress: {
        stun: {
          port: 19302,
          protocol: 'UDP',
          when: value('livekit.rtc.useExternalIp'),
          description: 'servers that tell LiveKit its public address',
        },
        'stun-other': {
          port: 3478,
          protocol: 'UDP',
          when: value('livekit.rtc.useExternalIp'),
          description: 'the same',
        },
        relay: {
          ...ADVERTISED,
          port: { value: 'livekit.rtc.udpPort' },
          protocol: 'UDP',
          when: TURN,
          description: 'what TURN passes on to LiveKit itself',
        },
      },
      features: {
        serviceReach: {},
        ingress: {},
        httpRoute: {},
        monitoring: {
          port: 'metrics',
          dashboards: ['livekit.json'],
          alerts: [
            {
              alert: 'LivekitDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '2m',
              severity: 'critical',
              summary: 'LiveKit cannot be scraped: nobody can call.',
            },
            {
              alert: 'LivekitJoinsFail',
              expr: 'sum(rate(livekit_participant_join_total{%selector%,state="rtc_init"}[10m])) > 2 * (sum(rate(livekit_participant_join_total{%selector%,state="rtc_connected"}[10m])) or vector(0))',
              for: '10m',
              severity: 'warning',
              summary:
                'Callers reach LiveKit but hear nothing: look at the address it announces and the ways to its ports.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: CALL_SECONDS,
      values: { resources: size('250m', '256Mi', '2', '1Gi') },
    },
    whisper: {
      kind: 'StatefulSet',
      description: 'Speech to text (speaches with faster-whisper), behind the API of OpenAI.',
      image: {
        registry: 'ghcr.io',
        repository: 'speaches-ai/speaches',
        tag: '0.8.3-cpu',
        digest: 'sha256:21e3df06d842fb7802ab470dd77c25f0e8c0d22950e8d8c6ae886e851af53ef8',
        variants: [
          {
            when: value('whisper.gpu.enabled'),
            tag: '0.8.3-cuda',
            digest: 'sha256:9abc6968a883e77ead9286c38a6ccf3139dcad518b783deeebb7be2ced50e972',
          },
        ],
      },
      // The image keeps the application in the home of this user, which no other may enter.
      user: 1000,
      env: {
        ...PYTHON,
        ENABLE_UI: 'false',
        PRELOAD_MODELS: {
          template: '{{ prepend .Values.whisper.extraModels .Values.whisper.model | uniq | toJson | quote }}',
        },
        STT_MODEL_TTL: { template: '{{ int64 .Values.whisper.keepSeconds | quote }}' },
        WHISPER__INFERENCE_DEVICE: {
          template: '{{ ternary "cuda" "cpu" .Values.whisper.gpu.enabled | quote }}',
        },
        WHISPER__COMPUTE_TYPE: {
          template:
            '{{ .Values.whisper.computeType | default (ternary "float16" "int8" .Values.whisper.gpu.enabled) | quote }}',
        },
        WHISPER__CPU_THREADS: {
          template: '{{ int64 .Values.whisper.cpuThreads | quote }}',
          when: not(value('whisper.gpu.enabled')),
        },
        HF_HUB_OFFLINE: { template: '{{ ternary "1" "0" .Values.whisper.offline | quote }}' },
        LOG_LEVEL: { template: '{{ .Values.whisper.logLevel | quote }}' },
      },
      ports: { http: 8000 },
      probes: {
        // The first start downloads the models, and the server answers once they are loaded.
        startup: { ...get('/health'), periodSeconds: 10, failureThreshold: 180 },
        liveness: { ...get('/health'), periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { ...get('/health'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'models', mountPath: '/home/ubuntu/.cache/huggingface', size: '10Gi' },
      connections: [],
      egress: {
        models: { port: 443, when: not(value('whisper.offline')), description: 'Hugging Face, for models' },
      },
      features: { gpu: {} },
      terminationGracePeriodSeconds: 60,
      values: { resources: size('500m', '1Gi', '4', '4Gi') },
    },
    kokoro: {
      kind: 'Deployment',
      description: 'Text to speech (Kokoro), behind the API of OpenAI.',
      image: {
        registry: 'ghcr.io',
        repository: 'remsky/kokoro-fastapi-cpu',
        tag: 'v0.9.0',
        digest: 'sha256:7f9a256919eff7a84e9a77b757de0f3fe95c48fcf4fbe1e008deacbc7d9f2985',
        variants: [
          {
            when: all(...NVIDIA_KOKORO),
            repository: 'remsky/kokoro-fastapi-gpu',
            tag: 'v0.9.0',
            digest: 'sha256:9ba150465c6b8f5d6b1c62b54de83eb9aa0a1444aad8a1a9c8948eed60564b76',
          },
          {
            when: all(...NVIDIA_KOKORO, eq(value('kokoro.cuda'), '12.8')),
            repository: 'remsky/kokoro-fastapi-gpu',
            tag: 'v0.9.0-cu128',
            unpinned:
              'no source gives the digest of the image for Blackwell; set kokoro.image.digest to the one you pulled',
          },
          {
            when: all(value('kokoro.gpu.enabled'), eq(value('kokoro.gpu.vendor'), 'amd')),
            repository: 'remsky/kokoro-fastapi-rocm',
            tag: 'v0.9.0',
            unpinned: 'no source gives its digest; set kokoro.image.digest to the one you pulled',
          },
        ],
      },
      // The images for cards keep Python in the home of this user; that for the CPU runs as anybody.
      user: 1001,
      env: {
        ...PYTHON,
        HOME: '/tmp',
        UV_CACHE_DIR: '/tmp/uv',
        DOWNLOAD_MODEL: 'false',
        HF_HUB_OFFLINE: '1',
        HOST: { template: '{{ .Values.global.listenAddress | quote }}' },
        PORT: '8880',
      },
      ports: { http: 8880 },
      probes: {
        startup: { ...get('/health'), periodSeconds: 5, failureThreshold: 120 },
        liveness: { ...get('/health'), periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { ...get('/health'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      writable: { 'temp-files': '/app/api/temp_files' },
      connections: [],
      features: { gpu: {} },
      terminationGracePeriodSeconds: 60,
      values: { resources: size('500m', '1536Mi', '4', '4Gi') },
    },
  },
  connections: {
    livekit: {
      type: 'http',
      workload: 'livekit',
      ports: ['rtc-tcp', 'rtc-udp'],
      description: 'The calls.',
      env: { LIVEKIT_URL: 'ws://{host}:{port}' },
    },
    whisper: {
      type: 'http',
      workload: 'whisper',
      description: 'Speech to text.',
      env: { STT_BASE_URL: '{url}/v1' },
      path: '/v1/models',
      expect: 'printf "\\"id\\":\\"%s\\"" .Values.whisper.model',
    },
    kokoro: {
      type: 'http',
      workload: 'kokoro',
      description: 'Text to speech.',
      env: { TTS_BASE_URL: '{url}/v1' },
      path: '/health',
    },
    ollama: {
      type: 'http',
      chart: 'ollama',
      description: 'The language model.',
      env: { OLLAMA_BASE_URL: 'url', LLM_BASE_URL: '{url}/v1' },
      path: '/api/tags',
      expect:
        'ternary (printf "\\"name\\":\\"%s\\"" .Values.config.model) (printf "\\"name\\":\\"%s:latest\\"" .Values.config.model) (regexMatch ":[^/]+$" .Values.config.model)',
    },
  },
  provides: { type: 'http' },
  notes: [
    'Two images are yours: the frontend (`image`) and the agent (`agent.image`). The frontend finds in `LIVEKIT_URL` the address for browsers, and `LIVEKIT_API_KEY` and `LIVEKIT_API_SECRET` to sign tokens with, on its server only; it talks to no other pod. The agent finds `LIVEKIT_URL`, the same keys, and `STT_BASE_URL`, `TTS_BASE_URL`, `LLM_BASE_URL` for clients of the API of OpenAI, with `STT_MODEL`, `TTS_VOICE` and `LLM_MODEL`. It waits until LiveKit answers, Whisper has its model, Kokoro is well and Ollama lists the model.',
    'Browsers give out the microphone only over HTTPS: both the frontend and LiveKit need TLS, `config.publicUrl` is the `wss://` address of LiveKit, and follows from `livekit.ingress` where that has a host and a certificate. Only `ws://localhost` does without.',
    'Sound goes past the Ingress, by the Service `<fullname>-livekit-public`: UDP `livekit.rtc.udpPort`, and TCP `livekit.rtc.tcpPort` for networks without UDP. LiveKit tells browsers its address and exactly these numbers, so that a NodePort must be the same number: set `livekit.publicService.type=NodePort` and both ports to free ones from 30000 to 32767, best below 30086: from there on Kubernetes takes numbers for Services that ask for none. The address is that of the node by default, which is right for the load balancer of k3s and for NodePort; `livekit.rtc.nodeIp` is the address of another load balancer, and `livekit.rtc.useExternalIp` asks a STUN server for it. For TURN over TLS callers are told port 443, which only a load balancer gives them: `livekit.turn.tlsPort` is the port of the container. TURN passes calls on to LiveKit at the address it announces; where that is a private one, its network belongs into `livekit.turn.allowedPeers`. Clouds whose load balancers take one protocol need `livekit.publicService.separateProtocols=true`. No pod uses the network of its node.',
    'The keys of LiveKit are in the Secret of the chart, `api-key` and `api-secret`, generated once and kept; no ConfigMap holds them. TURN (`livekit.turn.enabled`) helps callers behind strict firewalls; its certificate is a Secret of the type kubernetes.io/tls, valid for `livekit.turn.domain`. LiveKit reads it at its start only: after a renewal, `kubectl rollout restart deployment/<fullname>-livekit`.',
    'A rollout begins a new agent first; the old one takes no new calls, finishes those it has, and has an hour for it (`agent.terminationGracePeriodSeconds`). LiveKit stops in the same way, but a Service leads UDP to the new pod at once: callers reconnect within seconds, so change LiveKit at a quiet time.',
    '`gpu.enabled` of each of `agent`, `whisper`, `kokoro` and of ollama chooses card or CPU for that service, with its image and its settings: Whisper computes in float16 on a card and in int8 on the CPU. Cards of the Blackwell generation (RTX 50) need `kokoro.cuda=12.8`. Whisper runs on NVIDIA cards only, Kokoro on NVIDIA and AMD.',
    'Whisper keeps its models on its volume; with `whisper.offline` it never asks for them again. Setting API_KEY for Whisper is refused, because version 0.8.3 then asks probes for it too; the NetworkPolicy lets only the agent in.',
  ],
});
