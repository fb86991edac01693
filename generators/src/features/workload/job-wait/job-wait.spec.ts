import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const job = { kind: 'Job', description: 'Works.', image: 'main', command: ['work'] };
const { given, objects, rendered } = chartOf({
  main: { after: ['migrate', 'loadData'] },
  workloads: {
    migrate: { ...job, after: ['loadData'] },
    loadData: { ...job, when: { value: 'wanted' } },
  },
  sources: {
    'values.schema.json': schemaText({
      wanted: { type: 'boolean', description: 'Loads.', default: false },
    }),
  },
});

test('holds a pod until a Job is complete, with a token that its own container has not', async () => {
  expect(await objects('', 'Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      apiVersion: apps/v1
      spec:
        replicas: 1
        revisionHistoryLimit: 5
        minReadySeconds: 0
        strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        progressDeadlineSeconds: 8100
        selector.matchLabels: pods of main, track stable
        template:
          spec:
            serviceAccountName: r-web
            terminationGracePeriodSeconds: 30
            affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 50
                podAffinityTerm:
                  topologyKey: kubernetes.io/hostname
                  labelSelector: { matchLabels: "pods of main, track stable" }
            automountServiceAccountToken: false
            enableServiceLinks: false
            securityContext:
              fsGroup: 1000
              fsGroupChangePolicy: OnRootMismatch
              runAsGroup: 1000
              runAsNonRoot: true
              runAsUser: 1000
              seccompProfile.type: RuntimeDefault
            initContainers:
              - name: wait-for-migrate
                image: docker.io/curlimages/curl:8.22.0@sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777
                imagePullPolicy: IfNotPresent
                command: [ sh, -c ]
                args: [ (text) ]
                env:
                  - { name: JOB, value: r-web-migrate-awaited }
                  - { name: NAMESPACE, value: default }
                  - { name: TIMEOUT, value: "3660" }
                resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
                volumeMounts:
                  - name: job-wait-token
                    mountPath: /var/run/secrets/kubernetes.io/serviceaccount
                    readOnly: true
                terminationMessagePolicy: FallbackToLogsOnError
                securityContext:
                  runAsNonRoot: true
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities: { drop: [ ALL ] }
                  seccompProfile: { type: RuntimeDefault }
            containers:
              - name: web
                image: docker.io/example/web:4.5.6
                imagePullPolicy: IfNotPresent
                ports: [ { name: http, containerPort: 8080, protocol: TCP } ]
                startupProbe: { failureThreshold: 60, periodSeconds: 5, tcpSocket: { port: http } }
                livenessProbe: { periodSeconds: 15, tcpSocket: { port: http } }
                readinessProbe: { periodSeconds: 10, tcpSocket: { port: http } }
                lifecycle: { preStop: { sleep: { seconds: 5 } } }
                resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
                terminationMessagePolicy: FallbackToLogsOnError
                securityContext:
                  allowPrivilegeEscalation: false
                  capabilities: { drop: [ ALL ] }
                  readOnlyRootFilesystem: true
                volumeMounts: [ { name: tmp, mountPath: /tmp } ]
            volumes:
              - name: job-wait-token
                projected:
                  sources:
                    - { serviceAccountToken: { path: token, expirationSeconds: 3600 } }
                    - configMap: { name: kube-root-ca.crt, items: [ { key: ca.crt, path: ca.crt } ] }
                    - downwardAPI:
                        items: [ { path: namespace, fieldRef: { fieldPath: metadata.namespace } } ]
              - { name: tmp, emptyDir: { sizeLimit: 2Gi } }
          metadata.labels.track: stable
  `);
  const waiting = await given('jobWaits: { enabled: true }', 'jobWaits: { enabled: false }');
  expect(waiting.only('NetworkPolicy/r-web', 'Deployment/r-web')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 443, protocol: TCP }, { port: 6443, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        volumes.job-wait-token.projected.sources:
          - { serviceAccountToken: { path: token, expirationSeconds: 3600 } }
          - configMap: { name: kube-root-ca.crt, items: [ { key: ca.crt, path: ca.crt } ] }
          - downwardAPI: { items: [ { path: namespace, fieldRef: { fieldPath: metadata.namespace } } ] }
        initContainers:
          - name: wait-for-migrate
            image: docker.io/curlimages/curl:8.22.0@sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: JOB, value: r-web-migrate-awaited }
              - { name: NAMESPACE, value: default }
              - { name: TIMEOUT, value: "3660" }
            resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
            volumeMounts:
              - name: job-wait-token
                mountPath: /var/run/secrets/kubernetes.io/serviceaccount
                readOnly: true
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
  `);
});

test('as long as the Job may take', async () => {
  expect(
    (await given('migrate: { activeDeadlineSeconds: 60 }')).only('Deployment/r-web'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 4560
        template.spec.initContainers.wait-for-migrate.env.TIMEOUT.value: "120"
  `);
});

test('for those Jobs that are there', async () => {
  expect(
    (await given('wanted: true')).only('Deployment/r-web', 'Job/r-web-migrate-(hash)'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.wait-for-load-data:
        image: docker.io/curlimages/curl:8.22.0@sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777
        imagePullPolicy: IfNotPresent
        command: [ sh, -c ]
        args: [ (text) ]
        env:
          - { name: JOB, value: r-web-load-data-awaited }
          - { name: NAMESPACE, value: default }
          - { name: TIMEOUT, value: "3660" }
        resources: { limits.memory: 64Mi, requests: { cpu: 10m, memory: 16Mi } }
        volumeMounts:
          - name: job-wait-token
            mountPath: /var/run/secrets/kubernetes.io/serviceaccount
            readOnly: true
        terminationMessagePolicy: FallbackToLogsOnError
        securityContext:
          runAsNonRoot: true
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities.drop: [ ALL ]
          seccompProfile.type: RuntimeDefault
    Job/r-web-migrate-(hash):
      spec.template.spec:
        volumes.job-wait-token.projected.sources:
          - { serviceAccountToken: { path: token, expirationSeconds: 3600 } }
          - configMap: { name: kube-root-ca.crt, items: [ { key: ca.crt, path: ca.crt } ] }
          - downwardAPI: { items: [ { path: namespace, fieldRef: { fieldPath: metadata.namespace } } ] }
        initContainers:
          - name: wait-for-load-data
            image: docker.io/curlimages/curl:8.22.0@sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: JOB, value: r-web-load-data-awaited }
              - { name: NAMESPACE, value: default }
              - { name: TIMEOUT, value: "3660" }
            resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
            volumeMounts:
              - name: job-wait-token
                mountPath: /var/run/secrets/kubernetes.io/serviceaccount
                readOnly: true
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
  `);
});

test('a Job that has another name does not replace the pods that wait for it', async () => {
  const podsOf = async (values: string) => (await rendered(values)).find(({ kind }) => kind === 'Deployment');
  expect(await podsOf('')).toBeDefined();
  expect(await podsOf('migrate: { backoffLimit: 1 }')).toEqual(await podsOf(''));
});
