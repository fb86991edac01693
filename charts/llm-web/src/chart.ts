import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'llm-web',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'Your web frontend of the LLM API; it talks to the API only.',
  keywords: ['llm', 'frontend', 'web'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.title', 'config.publicApiUrl'],
  needs: { 'connections.api.host': 'langchain-api' },
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'a web server on port 3000 that answers / and passes calls on to API_URL' },
      ports: { http: 3000 },
      health: '{{ .Values.config.basePath }}/',
      probes: {
        liveness: { periodSeconds: 20, timeoutSeconds: 5 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: {
        HOME: '/tmp',
        PORT: '3000',
        HOSTNAME: { template: '{{ .Values.global.listenAddress | quote }}' },
      },
      writable: { cache: '/app/.next/cache' },
      features: {
        ingress: { below: 'config.basePath' },
        httpRoute: { below: 'config.basePath' },
        autoscaling: {},
        rollout: {},
      },
      values: {
        resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { cpu: '300m', memory: '256Mi' } },
      },
    },
  },
  connections: {
    api: {
      type: 'http',
      chart: 'langchain-api',
      description: 'The API.',
      env: { API_URL: 'url' },
      path: '/health',
    },
  },
  provides: { type: 'http' },
});
