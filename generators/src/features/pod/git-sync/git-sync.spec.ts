import { expect, test } from 'vitest';
import { ALWAYS } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const env = { FOLDER: { value: 'gitSync.subPath' } };
const on = 'gitSync: { enabled: true, repository: https://git.example.com/a/b.git }';

test('files come from git, beside a workload that runs on', async () => {
  const { given } = chartOf({ features: { gitSync: { mountPath: '/dags' } }, main: { env } });
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 443, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /dags: { name: git, readOnly: true } }
        volumes: { git.emptyDir.sizeLimit: 2Gi, git-sync-tmp.emptyDir.sizeLimit: 2Gi }
        initContainers:
          - name: git-sync
            image: registry.k8s.io/git-sync/git-sync:v4.7.1@sha256:c5e1976da735bf0b53979f079a07475d77174c51863cd084e928ff6074480717
            imagePullPolicy: IfNotPresent
            restartPolicy: Always
            env:
              - { name: HOME, value: /tmp }
              - { name: GITSYNC_ROOT, value: /git }
              - { name: GITSYNC_LINK, value: repo }
              - { name: GITSYNC_REPO, value: https://git.example.com/a/b.git }
              - { name: GITSYNC_REF, value: main }
              - { name: GITSYNC_DEPTH, value: "1" }
              - { name: GITSYNC_SUBMODULES, value: off }
              - { name: GITSYNC_SYNC_TIMEOUT, value: 120s }
              - { name: GITSYNC_PERIOD, value: 60s }
              - { name: GITSYNC_MAX_FAILURES, value: "-1" }
              - { name: GITSYNC_HTTP_BIND, value: :8085 }
            ports: [ { name: git-sync, containerPort: 8085, protocol: TCP } ]
            startupProbe:
              httpGet: { path: /, port: git-sync }
              periodSeconds: 2
              timeoutSeconds: 5
              failureThreshold: 300
            livenessProbe:
              httpGet: { path: /, port: git-sync }
              periodSeconds: 60
              timeoutSeconds: 5
              failureThreshold: 5
            readinessProbe: { httpGet: { path: /, port: git-sync }, periodSeconds: 30, timeoutSeconds: 5 }
            resources:
              limits: { cpu: 200m, memory: 128Mi }
              requests: { cpu: 100m, memory: 64Mi }
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              runAsUser: 65533
              runAsGroup: 65533
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
            volumeMounts: [ { name: git, mountPath: /git }, { name: git-sync-tmp, mountPath: /tmp } ]
  `);
});

test('and once before one that ends', async () => {
  const job = {
    kind: 'Job',
    description: 'Loads.',
    image: 'main',
    command: ['load'],
    features: { gitSync: {} },
  };
  const { given } = chartOf({ features: { gitSync: {} }, main: { env }, workloads: { load: job } });
  expect(String(await given(on))).toContain('{ name: GITSYNC_ONE_TIME, value: "true" }');
});

test('leaves the NetworkPolicy alone where the workload may call port 443 anyway', async () => {
  const { given } = chartOf({ features: { gitSync: { https: ALWAYS } }, main: { env } });
  expect((await given(on)).names).not.toContain('NetworkPolicy/r-web');
});
