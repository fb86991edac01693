import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test('helm test runs a pod with the security of all others, and looks at the Service', async () => {
  const { objects } = chartOf({});
  expect(await objects('', 'Pod/r-web-test')).toMatchInlineSnapshot(`
    Pod/r-web-test:
      apiVersion: v1
      spec:
        serviceAccountName: r-web
        automountServiceAccountToken: false
        enableServiceLinks: false
        securityContext:
          runAsNonRoot: true
          runAsUser: 65534
          runAsGroup: 65534
          seccompProfile.type: RuntimeDefault
        restartPolicy: Never
        containers:
          - name: test
            image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: web }
              - { name: TIMEOUT, value: "60" }
              - { name: HOST, value: r-web }
              - { name: PORT, value: "8080" }
              - { name: URL, value: http://r-web:8080/ }
              - { name: EXPECT, value: "" }
            resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              runAsUser: 65534
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
      metadata:
        annotations:
          helm.sh/hook: test
          helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
          helm.sh/hook-weight: "0"
        labels: { track: stable, r-web-client: "true" }
  `);
});
