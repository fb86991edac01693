import { test } from 'vitest';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from './generate.ts';
import { createWorkspace, chartFiles, web, IMAGE } from './testing/workspace.ts';
import { findHelm } from '../../tools/helm/helm.ts';
import { run } from '../../tools/process/run.ts';

test('airflow', async () => {
  const { root } = createWorkspace({
    ...chartFiles({ name: 'store', workloads: { main: web({ kind: 'StatefulSet', storage: { name: 'data', mountPath: '/data', size: '1Gi' } }) }, provides: { type: 'http' } }),
    ...chartFiles({ name: 'flow', workloads: {
      main: web({ files: { 'airflow.cfg': '/opt/airflow.cfg' }, features: { ingress: {}, httpRoute: {}, autoscaling: {}, gpu: {}, monitoring: { port: 'http', path: '/metrics', dashboards: [], alerts: [] } } }),
      scheduler: web({ description: 'Plans the runs.', image: 'main', storage: { name: 'logs', mountPath: '/logs', size: '1Gi' }, sidecars: { logTail: { description: 'Shows logs.', image: { ...IMAGE, tag: '1' }, ports: { metrics: { port: 9000, open: 'monitoring' } }, mounts: { logs: '/logs' } } }, features: { autoscaling: {}, monitoring: { port: 'metrics', path: '/metrics', sidecar: 'logTail', dashboards: [], alerts: [{ alert: 'A', expr: 'up{%selector%} == 0', for: '1m', severity: 'warning', summary: 'It is down.' }] } } }),
      worker: web({ description: 'Runs the tasks.', kind: 'StatefulSet', image: 'main', ports: undefined, probes: { liveness: { exec: { command: ['true'] } }, readiness: { exec: { command: ['true'] } } }, storage: { name: 'logs', mountPath: '/logs', size: '1Gi' }, features: { gpu: {}, autoscaling: {} } }),
      node: web({ description: 'Per node.', kind: 'DaemonSet', image: { ...IMAGE, repository: 'example/node' }, env: { NODE: { field: 'spec.nodeName' } }, features: { ingress: {} } }),
      migrate: { kind: 'Job', description: 'Brings the schema up to date.', image: 'main', script: 'migrate.sh', settings: true, connections: ['store'] },
      cleanUp: { kind: 'CronJob', description: 'Removes old logs.', image: 'toolbox', command: ['true'], files: { 'clean.sh': '/clean.sh' }, when: '.Values.cleanUp.suspend' },
      report: { kind: 'CronJob', description: 'Reports.', image: IMAGE, command: ['true'], egress: { smtp: { port: 25, description: 'mail' } } },
      gc: { kind: 'Job', description: 'Garbage.', image: { own: 'an image of yours' }, command: ['true'], egress: { smtp: { port: 25, description: 'mail' } } },
    }, connections: { store: { type: 'http', chart: 'store', description: 'The store.', env: { STORE: 'url' } }, api: { type: 'http', workload: 'main', description: 'The API.', env: { API: 'url' }, orders: false } } }, { 'files/airflow.cfg': 'a: b\n', 'files/clean.sh': 'true\n', 'migrate.sh': 'echo migrate\n' }),
  });
  const out = await generate(root);
  const target = '/tmp/explore';
  for (const [name, files] of out) for (const [path, text] of files) { mkdirSync(dirname(join(target, name, path)), { recursive: true }); writeFileSync(join(target, name, path), text); }
  const helm = await findHelm();
  for (const name of out.keys()) {
    const lint = await run(helm, ['lint', '--strict', join(target, name)]);
    console.log(name, lint.code, lint.stdout, lint.stderr);
  }
  void helm;
});
