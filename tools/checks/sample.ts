import { type KubeObject, parseManifests } from '../kubernetes/objects.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const hook = (event: string, weight: number) =>
  `annotations: { helm.sh/hook: "${event}", helm.sh/hook-weight: "${weight}", helm.sh/hook-delete-policy: "before-hook-creation,hook-succeeded" }`;
const container = (name: string) => `name: ${name}
          image: docker.io/library/busybox:1.38.0@${digest}
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
          resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { memory: 128Mi } }`;
const pod = `automountServiceAccountToken: false
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }`;

/** A small chart in which every point and rule holds; the specs break one thing of it at a time. */
export const sampleChart = `
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web, app.kubernetes.io/version: "1.2.3" } }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, db-client: "true" } }
    spec:
      ${pod}
      initContainers:
        - ${container('wait')}
          command: [sh, -c, 'nc -w 2 db 5432 -e /bin/true']
      containers:
        - ${container('web')}
          ports: [{ name: http, containerPort: 8080 }]
          env: [{ name: A, value: "1" }, { name: B, value: "2" }]
          livenessProbe: { httpGet: { path: /, port: http } }
          readinessProbe: { httpGet: { path: /, port: http } }
          volumeMounts: [{ name: tmp, mountPath: /tmp }]
      volumes: [{ name: tmp, emptyDir: { sizeLimit: 1Gi } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ podSelector: { matchLabels: { web-client: "true" } } }], ports: [{ port: http }] }]
  egress:
    - to: [{ podSelector: { matchLabels: { app: db } } }]
      ports: [{ port: 5432 }]
    - to: [{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: kube-dns } } }]
      ports: [{ port: 53, protocol: UDP }, { port: 53 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] } }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, labels: { app: db } }
spec:
  clusterIP: None
  selector: { app: db }
  ports: [{ name: sql, port: 5432, targetPort: sql }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      ${pod}
      containers:
        - ${container('db')}
          ports: [{ name: sql, containerPort: 5432 }]
          livenessProbe: { tcpSocket: { port: sql } }
          readinessProbe: { tcpSocket: { port: sql } }
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: db }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: db } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress, Egress]
  ingress: [{ from: [{ podSelector: { matchLabels: { db-client: "true" } } }], ports: [{ port: sql }] }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: check, ${hook('pre-install,pre-upgrade', -10)} }
automountServiceAccountToken: false
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: check, ${hook('pre-install,pre-upgrade', -10)} }
spec:
  podSelector: { matchLabels: { app: check } }
  policyTypes: [Ingress, Egress]
---
apiVersion: batch/v1
kind: Job
metadata: { name: check, ${hook('pre-install,pre-upgrade', 0)} }
spec:
  activeDeadlineSeconds: 60
  ttlSecondsAfterFinished: 86400
  template:
    metadata: { labels: { app: check } }
    spec:
      serviceAccountName: check
      restartPolicy: Never
      ${pod}
      containers:
        - ${container('check')}
          command: [sh, -c, 'true']
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`;

/** The sample with every given text replaced; throws when a text is not in it, so that a test cannot test nothing. */
export function sampleWith(
  ...changes: readonly (readonly [text: string, replacement: string])[]
): readonly KubeObject[] {
  const text = changes.reduce((chart, [from, to]) => {
    if (!chart.includes(from)) throw new Error(`the sample has no ${from}`);
    return chart.replace(from, () => to);
  }, sampleChart);
  return parseManifests(text);
}
