import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const job = { kind: 'Job', description: 'Works.', image: 'main', command: ['work'] };
const { given, rendered } = chartOf({
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
