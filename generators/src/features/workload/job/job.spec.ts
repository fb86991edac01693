import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url, 'load');

const job = (kind: string, features = {}) =>
  chartOf({
    workloads: {
      load: { kind, description: 'Loads.', image: 'toolbox', command: ['true'], features },
    },
  });

test('a Job tries again so often, and for so long', async () => {
  const { given, objects } = job('Job');
  expect(await given('load: { backoffLimit: 1, activeDeadlineSeconds: 60 }')).toMatchInlineSnapshot(
    `
    Job/r-web-load-(hash):
      spec:
        backoffLimit: 1
        activeDeadlineSeconds: 120
        template.spec.activeDeadlineSeconds: 60
  `,
  );
  expect(await objects('', 'Job/r-web-load-(hash)')).toMatchInlineSnapshot(`
    Job/r-web-load-(hash):
      apiVersion: batch/v1
      spec:
        backoffLimit: 6
        activeDeadlineSeconds: 3660
        template:
          spec:
            activeDeadlineSeconds: 3600
            serviceAccountName: r-web
            automountServiceAccountToken: false
            enableServiceLinks: false
            securityContext:
              fsGroup: 1000
              fsGroupChangePolicy: OnRootMismatch
              runAsGroup: 1000
              runAsNonRoot: true
              runAsUser: 1000
              seccompProfile.type: RuntimeDefault
            restartPolicy: Never
            containers:
              - name: load
                image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
                imagePullPolicy: IfNotPresent
                command: [ "true" ]
                resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
                terminationMessagePolicy: FallbackToLogsOnError
                securityContext:
                  allowPrivilegeEscalation: false
                  capabilities: { drop: [ ALL ] }
                  readOnlyRootFilesystem: true
                volumeMounts: [ { name: tmp, mountPath: /tmp } ]
            volumes: [ { name: tmp, emptyDir: { sizeLimit: 2Gi } } ]
          metadata.labels.track: stable
  `);
});

test('a CronJob says it of each run', async () => {
  const { given } = job('CronJob');
  expect(await given('load: { backoffLimit: 1, activeDeadlineSeconds: 60 }')).toMatchInlineSnapshot(
    `
    CronJob/r-web-load:
      spec.jobTemplate.spec:
        backoffLimit: 1
        activeDeadlineSeconds: 120
        template.spec.activeDeadlineSeconds: 60
  `,
  );
});
