import { defineChart, traces } from '@chartwright/nx/define';

export default defineChart({
  name: 'streamlit',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'Your Streamlit app, with sessions that stay with their pod.',
  keywords: ['streamlit', 'dashboard', 'data', 'ui', 'python'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.baseUrlPath', 'config.maxUploadSize', 'secrets.secretsToml'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'an image that runs your app by `streamlit run` with no port on the command line' },
      ports: { http: { port: 8501, value: 'config.port' } },
      health: '{{ .Values.config.baseUrlPath }}/_stcore/health',
      probes: {
        startup: { periodSeconds: 5, failureThreshold: 60 },
        liveness: { periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 6 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: {
        HOME: '/home/app',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUNBUFFERED: '1',
        STREAMLIT_SERVER_ADDRESS: { template: '{{ .Values.global.listenAddress | quote }}' },
        STREAMLIT_SERVER_PORT: { value: 'config.port' },
        STREAMLIT_SERVER_HEADLESS: 'true',
      },
      writable: { home: '/home/app' },
      mounts: {
        secrets: {
          secret: '{{ include "streamlit.secretName" (dict "root" . "key" "secrets.toml") | quote }}',
          path: '/home/app/.streamlit',
        },
      },
      features: {
        ingress: { below: 'config.baseUrlPath' },
        httpRoute: { below: 'config.baseUrlPath' },
        autoscaling: {},
        rollout: {
          jury: {
            queries: {
              requests: 'sum(increase(session_events_total{%selector%,type="connect"}[%window%]))',
              errors:
                'sum(increase(session_events_total{%selector%,type="reconnect"}[%window%])) or vector(0)',
              latency: '',
            },
          },
        },
        tracing: {},
        sessions: {},
        monitoring: {
          port: 'http',
          path: '{{ .Values.config.baseUrlPath }}/_stcore/metrics',
          dashboards: ['streamlit.json'],
          alerts: [
            {
              alert: 'StreamlitDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '5m',
              severity: 'critical',
              summary: 'No pod of the app can be scraped.',
            },
            {
              alert: 'StreamlitReconnects',
              expr: 'sum(rate(session_events_total{%selector%,type="reconnect"}[10m])) > sum(rate(session_events_total{%selector%,type="connect"}[10m]))',
              for: '15m',
              severity: 'warning',
              summary:
                'Browsers lose their connection more often than new ones come. Look at the time limits of the edge.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 90,
      values: {
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '1Gi' } },
        drainSeconds: 60,
        service: { sessionAffinity: 'ClientIP' },
        ingress: {
          bodySize: '210Mi',
          timeouts: { readSeconds: 3600 },
          sticky: { enabled: true },
        },
        autoscaling: {
          minReplicas: 2,
          maxReplicas: 4,
          targetCPUUtilizationPercentage: 70,
          behavior: {
            scaleDown: {
              stabilizationWindowSeconds: 1800,
              policies: [{ type: 'Pods', value: 1, periodSeconds: 600 }],
            },
            scaleUp: { stabilizationWindowSeconds: 30 },
          },
        },
      },
    },
  },
  connections: {
    redis: {
      type: 'redis',
      chart: 'redis',
      optional: true,
      description: 'Storage for what must outlive a session of the app.',
      env: { REDIS_URL: 'url' },
    },
    mlflow: {
      type: 'http',
      chart: 'mlflow',
      optional: true,
      bundled: false,
      description: 'Experiments and models that the app shows.',
      env: { MLFLOW_TRACKING_URI: 'url', MLFLOW_TRACKING_SERVER_CERT_PATH: 'ca' },
    },
    jaeger: traces(),
  },
  provides: { type: 'http' },
  notes: [
    'Streamlit keeps the state of a session, and what was uploaded in it, in the memory of one pod. With several pods every way in must lead a browser to the same pod again: the Service does it by client address (`service.sessionAffinity`), the Ingress by a cookie (`ingress.sticky`, on nginx and Traefik), the HTTPRoute by a cookie where the Gateway API is installed from its experimental channel (`httpRoute.sticky`); elsewhere a policy of the gateway must do it. Behind an Ingress the client address is that of the controller, so that only the cookie counts there.',
    'An Ingress needs `ingress.preset`: nginx and Traefik have their own annotations for request size, time limits and sticky sessions.',
    'A pod that is replaced keeps its sessions for the sixty seconds of `drainSeconds`, while new ones go to the others; raise it together with `terminationGracePeriodSeconds` for longer ones. The HorizontalPodAutoscaler waits half an hour before it takes a pod away.',
    'The image must not name a port: the container listens on `config.port`, which it finds in `STREAMLIT_SERVER_PORT`; `service.port` is the port of the Service alone. The file system is read-only but for `/tmp` and the `HOME` of the app.',
    'The Secret of the chart is the folder `.streamlit` in the `HOME` of the app: its key `secrets.toml`, from `secrets.secretsToml` or from a Secret of your own, is what `st.secrets` reads. Its key `cookie-secret` signs cookies for all pods alike.',
    'The dashboard and the alerts are for the metrics at `/_stcore/metrics`; old versions of Streamlit have only `cache_memory_bytes` there.',
  ],
});
