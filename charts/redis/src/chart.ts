import { defineChart } from '@chartwright/generators/define';

export default defineChart({
  name: 'redis',
  version: '0.1.0',
  appVersion: '8.10.2',
  description: 'Redis as one server with a password, append-only file and snapshots.',
  home: 'https://redis.io',
  sources: ['https://github.com/redis/redis'],
  keywords: ['redis', 'cache', 'database'],
  umbrellas: ['ai-platform'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      singleton: true,
      image: {
        registry: 'docker.io',
        repository: 'library/redis',
        digest: 'sha256:c94085d298b738be22c9ccdc0ac3761fa6649df7dd82ad1d42367f3cb9714935',
      },
      user: 999,
      script: 'start.sh',
      ports: { redis: 6379 },
      probes: {
        startup: {
          exec: { command: ['sh', '-c', 'redis-cli ping | grep -q PONG'] },
          periodSeconds: 2,
          timeoutSeconds: 5,
          failureThreshold: 150,
        },
        liveness: { tcpSocket: { port: 'redis' }, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 },
        readiness: {
          exec: { command: ['sh', '-c', 'redis-cli ping | grep -q PONG'] },
          periodSeconds: 10,
          timeoutSeconds: 5,
        },
      },
      storage: { name: 'data', mountPath: '/data', size: '8Gi' },
      sidecars: {
        exporter: {
          description: 'Serves the metrics of the server to Prometheus.',
          enabled: false,
          image: {
            registry: 'docker.io',
            repository: 'oliver006/redis_exporter',
            tag: 'v1.93.0-alpine',
            digest: 'sha256:93831cd4d5d67687de67c9d5221b14312fea580af8d157583ed9d4459bf2dd70',
          },
          env: { REDIS_ADDR: 'redis://127.0.0.1:6379' },
          settings: { REDIS_PASSWORD: 'REDISCLI_AUTH' },
          ports: { metrics: { port: 9121, open: 'monitoring' } },
          liveness: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 30 },
          readiness: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 10 },
        },
      },
      features: {
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          sidecar: 'exporter',
          dashboards: ['redis.json'],
          alerts: [
            {
              alert: 'RedisDown',
              expr: 'redis_up{%selector%} == 0',
              for: '2m',
              severity: 'critical',
              summary: 'Redis does not answer its exporter.',
            },
            {
              alert: 'RedisMemoryHigh',
              expr: 'redis_memory_used_bytes{%selector%} / redis_memory_max_bytes{%selector%} > 0.9 and redis_memory_max_bytes{%selector%} > 0',
              for: '10m',
              severity: 'warning',
              summary: 'Redis uses more than nine tenths of its memory.',
            },
            {
              alert: 'RedisSnapshotFailed',
              expr: 'redis_rdb_last_bgsave_status{%selector%} == 0',
              for: '5m',
              severity: 'critical',
              summary: 'Redis could not write its last snapshot.',
            },
            {
              alert: 'RedisRejectsConnections',
              expr: 'increase(redis_rejected_connections_total{%selector%}[5m]) > 0',
              for: '5m',
              severity: 'warning',
              summary: 'Redis refuses connections because there are too many.',
            },
          ],
        },
      },
      values: { resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } } },
    },
  },
  provides: { type: 'redis', port: 'redis' },
  notes: [
    'The chart runs one server. The password is generated on the first install and kept: upgrading, rolling back, uninstalling and installing again do not change it.',
  ],
});
