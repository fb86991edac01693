import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given } = chartOf({
  main: {
    env: { MODE: 'fast' },
    init: {
      migrate: { description: 'Migrates.', image: 'main', command: ['migrate'], when: value('migrate') },
      fetch: {
        description: 'Fetches.',
        image: 'toolbox',
        command: ['fetch'],
        env: { FROM: 'there' },
        when: value('fetch'),
      },
    },
  },
  sources: {
    'values.schema.json': schemaText({
      migrate: { type: 'boolean', description: 'Whether it migrates.', default: false },
      fetch: { type: 'boolean', description: 'Whether it fetches.', default: false },
    }),
  },
});

test('runs with the image, variables and volumes of the workload', async () => {
  expect(await given('migrate: true')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers:
        - name: migrate
          image: docker.io/example/web:4.5.6
          imagePullPolicy: IfNotPresent
          command: [ migrate ]
          env: [ { name: MODE, value: fast } ]
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
          terminationMessagePolicy: FallbackToLogsOnError
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ ALL ] }
            readOnlyRootFilesystem: true
          volumeMounts: [ { name: tmp, mountPath: /tmp } ]
  `);
});

test('or with the small shell image, and what it is given', async () => {
  expect(await given('fetch: true')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers:
        - name: fetch
          image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
          imagePullPolicy: IfNotPresent
          command: [ fetch ]
          env: [ { name: FROM, value: there } ]
          resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
          terminationMessagePolicy: FallbackToLogsOnError
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ ALL ] }
            seccompProfile: { type: RuntimeDefault }
  `);
});
