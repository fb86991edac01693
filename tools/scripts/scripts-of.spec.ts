import { expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { expand } from './expand.ts';
import { scriptsOf } from './scripts-of.ts';

const objects = parseManifests(`
apiVersion: v1
kind: Secret
metadata: { name: db }
data: { password: czNjcmV0 }
stringData: { user: app }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { LEVEL: debug, run.sh: echo hi }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: ml }
spec:
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: backup } }
        spec:
          securityContext: { runAsUser: 999, fsGroup: 999 }
          initContainers:
            - { name: quiet, image: busybox }
          containers:
            - name: dump
              image: docker.io/library/busybox:1
              command: [sh, -c]
              args: ['echo "$(URL) $(MISSING) $$(URL)"']
              workingDir: /work
              resources: { limits: { memory: 1Gi } }
              envFrom: [{ configMapRef: { name: settings }, prefix: S_ }, { secretRef: { name: none, optional: true } }]
              env:
                - { name: USER, valueFrom: { secretKeyRef: { name: db, key: user } } }
                - { name: PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }
                - { name: URL, value: "pg://$(USER):$(PASSWORD)@db/$(LATER)" }
                - { name: LATER, value: x }
                - { name: NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }
                - { name: APP, valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } }
                - { name: MEMORY, valueFrom: { resourceFieldRef: { resource: limits.memory } } }
                - { name: NOTHING, valueFrom: { configMapKeyRef: { name: settings, key: none, optional: true } } }
              securityContext: { readOnlyRootFilesystem: true, runAsGroup: 998 }
              volumeMounts: [{ name: scripts, mountPath: /scripts }, { name: out, mountPath: /out, subPath: a }]
          volumes:
            - { name: scripts, configMap: { name: settings, defaultMode: 0o555, items: [{ key: run.sh, path: bin/run }] } }
            - { name: out, persistentVolumeClaim: { claimName: out } }
`);

it('gives a script what Kubernetes would give it', () => {
  expect(scriptsOf(objects)).toEqual([
    {
      id: 'CronJob/backup: container dump',
      source: 'CronJob/backup',
      container: 'dump',
      place: 'containers',
      image: 'docker.io/library/busybox:1',
      command: ['sh', '-c'],
      args: ['echo "pg://app:s3cret@db/$(LATER) $(MISSING) $(URL)"'],
      env: {
        S_LEVEL: 'debug',
        'S_run.sh': 'echo hi',
        USER: 'app',
        PASSWORD: 's3cret',
        URL: 'pg://app:s3cret@db/$(LATER)',
        LATER: 'x',
        NAMESPACE: 'ml',
        APP: 'backup',
        MEMORY: '1073741824',
      },
      mounts: [
        { path: '/scripts', volume: 'scripts', files: { 'bin/run': 'echo hi' }, mode: 0o555, readOnly: true },
        { path: '/out', volume: 'out', subPath: 'a', mode: 0o644, readOnly: false },
      ],
      workingDir: '/work',
      uid: 999,
      gid: 998,
      fsGroup: 999,
      readOnlyRoot: true,
    },
  ]);
});

it('finds the commands of probes and lifecycle handlers', () => {
  const pod = parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: cache }
spec:
  containers:
    - name: main
      image: redis
      env: [{ name: PORT, value: "6379" }, { name: KEY, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]
      livenessProbe: { tcpSocket: { port: 6379 } }
      readinessProbe: { exec: { command: [ping, $(PORT), $(KEY)] } }
      lifecycle: { preStop: { exec: { command: [save, $(PORT)] } } }
`);
  expect(scriptsOf(pod).map(({ id, command, env }) => ({ id, command, port: env.PORT }))).toEqual([
    { id: 'Pod/cache: container main readinessProbe', command: ['ping', '6379', ''], port: '6379' },
    { id: 'Pod/cache: container main preStop', command: ['save', '$(PORT)'], port: '6379' },
  ]);
});

it('takes given data before rendered data, and names what neither has', () => {
  const given = { secrets: { db: { password: 'given' } } };
  expect(scriptsOf(objects, given)[0]?.env.PASSWORD).toBe('given');
  expect(() => scriptsOf(objects.filter((object) => object.kind !== 'Secret'))).toThrow(
    'CronJob/backup: container dump env USER: Secret/db is neither rendered nor given. Render it, give its data to scriptsOf, or mark the reference optional',
  );
});

it('expands as the kubelet does', () => {
  const values = new Map([['A', '1']]);
  expect(
    ['$(A)$(A)', '$$(A)', '$$$(A)', '$A', '$(B)', 'echo $$', '$(A', '$'].map((text) => expand(text, values)),
  ).toEqual(['11', '$(A)', '$1', '$A', '$(B)', 'echo $', '$(A', '$']);
});
