import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { definitionText } from '../../nx/chart/definition-text.ts';
import { imported, saidOf, web } from './fixtures.ts';

const SHOP = {
  'api.yaml': `
# The API of the shop.
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, labels: { app: api } }
spec:
  replicas: 2
  selector: { matchLabels: { app: api } }
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }
  template:
    metadata:
      labels: { app: api }
      annotations: { prometheus.io/scrape: "true", prometheus.io/port: "9102", team: shop }
    spec:
      serviceAccountName: api
      securityContext: { runAsUser: 1500, fsGroup: 1500 }
      initContainers:
        - name: wait
          image: busybox:1.37
          command: [sh, -c, "until nc -z db.shop.svc.cluster.local 5432; do sleep 1; done"]
      containers:
        - name: api
          image: registry.example.com/shop/api:2.1
          args: [serve, "--search=http://search.shop:7700", "--level=$(LOG_LEVEL)"]
          ports: [{ name: web, containerPort: 8080 }, { name: metrics, containerPort: 9102 }]
          envFrom: [{ configMapRef: { name: api } }]
          env:
            - name: POD_NAME
              valueFrom: { fieldRef: { fieldPath: metadata.name } }
            - name: DB_PASSWORD
              valueFrom: { secretKeyRef: { name: db, key: password } }
            - { name: DATABASE_URL, value: "postgresql://shop:$(DB_PASSWORD)@db:5432/shop" }
            - { name: GREETING, value: "hello $(POD_NAME) from $(nobody)" }
            - name: STRIPE_API_KEY
              valueFrom: { secretKeyRef: { name: stripe, key: key } }
          readinessProbe: { httpGet: { path: /ready, port: web }, periodSeconds: 5 }
          livenessProbe: { httpGet: { path: /live, port: 8080 } }
          startupProbe: { tcpSocket: { port: web }, failureThreshold: 30 }
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 1Gi } }
          lifecycle: { preStop: { exec: { command: [sleep, "5"] } } }
          volumeMounts:
            - { name: settings, mountPath: /etc/api }
            - { name: cache, mountPath: /var/cache/api }
      volumes:
        - name: settings
          configMap: { name: api-files }
        - name: cache
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec:
  type: NodePort
  selector: { app: api }
  ports: [{ name: http, port: 80, targetPort: web, nodePort: 30080 }]
`,
  'config.yaml': `
apiVersion: v1
kind: ConfigMap
metadata: { name: api, namespace: shop }
data:
  # How much is said.
  LOG_LEVEL: info
  WORKERS: "4"
---
apiVersion: v1
kind: ConfigMap
metadata: { name: api-files, namespace: shop }
data: { api.conf: "listen 8080\\n" }
---
apiVersion: v1
kind: Secret
metadata: { name: db, namespace: shop }
stringData: { password: hidden-in-the-file, unused: hidden-too }
`,
  'search.yaml': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: search, namespace: shop }
spec:
  serviceName: search
  selector: { matchLabels: { app: search } }
  template:
    metadata: { labels: { app: search } }
    spec:
      containers:
        - name: search
          image: getmeili/meilisearch:v1.24
          ports: [{ containerPort: 7700 }]
          volumeMounts: [{ name: index, mountPath: /meili_data }]
  volumeClaimTemplates:
    - metadata: { name: index }
      spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 20Gi } } }
---
apiVersion: v1
kind: Service
metadata: { name: search, namespace: shop }
spec: { clusterIP: None, selector: { app: search }, ports: [{ port: 7700 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: db, namespace: shop }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: db
          image: postgres:17
          ports: [{ containerPort: 5432 }]
          env:
            - name: POSTGRES_PASSWORD
              valueFrom: { secretKeyRef: { name: db, key: password } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
`,
  'beside.yaml': `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  minReplicas: 2
  maxReplicas: 6
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: api } } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [shop.example.com], secretName: shop-tls }]
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { name: http } } } }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  schedule: "0 4 * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: "registry.example.com/shop/api:2.1", args: [report, "http://api/report"] }]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: api, namespace: shop }
spec: { endpoints: [{ port: metrics }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop, annotations: { iam.gke.io/gcp-service-account: api@x.iam } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: api, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: [get, watch] }
  - { apiGroups: ["*"], resources: [pods], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: api, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: api }
subjects: [{ kind: ServiceAccount, name: api }]
`,
};

describe('a folder of manifests', () => {
  it('becomes a definition that a person would keep', async () => {
    expect(definitionText((await imported(SHOP)).definition)).toMatchInlineSnapshot(`
      "import { defineChart } from '@chartwright/nx/define';

      const unpinned = 'the manifest names no digest; set it once you have pulled the image';

      export default defineChart({
        name: 'shop',
        version: '0.1.0',
        appVersion: '2.1',
        description: 'The application shop, imported from its manifests.',
        workloads: {
          main: {
            kind: 'Deployment',
            image: { registry: 'registry.example.com', repository: 'shop/api', tag: '2.1', unpinned },
            args: ['serve', '--search=http://$(SEARCH_HOST):$(SEARCH_PORT)', '--level=$(LOG_LEVEL)'],
            env: { POD_NAME: { field: 'metadata.name' }, GREETING: 'hello $(POD_NAME) from $(nobody)' },
            ports: { web: { port: 8080, service: 80 }, metrics: 9102 },
            health: '/ready',
            alive: '/live',
            probes: {
              startup: { tcpSocket: { port: 'web' }, failureThreshold: 30 },
              readiness: { periodSeconds: 5 },
            },
            user: 1500,
            writable: { cache: { path: '/var/cache/api', memory: true, size: '64Mi' } },
            files: { 'api-files/api.conf': '/etc/api/api.conf' },
            values: {
              resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '1Gi' } },
              lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
              podAnnotations: { team: 'shop' },
              replicaCount: 2,
              updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
              autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 6, targetCPUUtilizationPercentage: 70 },
              podDisruptionBudget: { minAvailable: 1 },
              ingress: {
                enabled: true,
                className: 'nginx',
                annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
                hosts: [{ host: 'shop.example.com', paths: [{ path: '/', pathType: 'Prefix' }] }],
                tls: [{ secretName: 'shop-tls', hosts: ['shop.example.com'] }],
              },
            },
            connections: ['search', 'db'],
            features: {
              ingress: {},
              httpRoute: {},
              rbac: { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'] }] },
              monitoring: { port: 'metrics' },
              autoscaling: {},
            },
          },
          report: {
            kind: 'CronJob',
            description: 'The CronJob report.',
            image: 'main',
            args: ['report', 'http://$(API_HOST)/report'],
            user: 1500,
            values: { backoffLimit: 2, schedule: '0 4 * * *', concurrencyPolicy: 'Forbid' },
            connections: ['api'],
          },
          search: {
            kind: 'StatefulSet',
            description: 'The StatefulSet search.',
            image: { registry: 'docker.io', repository: 'getmeili/meilisearch', tag: 'v1.24', unpinned },
            ports: { http: 7700 },
            storage: { name: 'data', mountPath: '/meili_data', size: '20Gi' },
            values: { persistence: { storageClass: 'fast' } },
            connections: [],
          },
        },
        connections: {
          search: {
            type: 'tcp',
            workload: 'search',
            orders: false,
            env: { SEARCH_HOST: 'host', SEARCH_PORT: 'port' },
          },
          db: {
            type: 'postgres',
            chart: 'postgres',
            env: { DB_PASSWORD: 'password', DATABASE_URL: 'postgresql://{credentials}@{host}:{port}/{database}' },
          },
          api: {
            type: 'tcp',
            workload: 'main',
            orders: false,
            env: { API_HOST: 'host' },
          },
        },
        values: {
          serviceAccount: {
            annotations: { 'iam.gke.io/gcp-service-account': 'api@x.iam' },
          },
          postgres: { majorVersion: 17 },
        },
        provides: { type: 'http' },
      });
      "
    `);
  });

  it('has settings of its ConfigMaps, with their comments, and secrets of its Secrets', async () => {
    expect(stringify((await imported(SHOP)).settings?.properties)).toMatchInlineSnapshot(`
      "config:
        type: object
        description: Settings of the application.
        x-order: 100
        properties:
          logLevel:
            type: string
            description: How much is said.
            default: info
            x-env: LOG_LEVEL
          workers:
            type: integer
            description: Variable WORKERS of the application.
            default: 4
            x-env: WORKERS
      secrets:
        type: object
        description: Confidential values of the application.
        x-order: 110
        properties:
          stripeApiKey:
            type: string
            description: Variable STRIPE_API_KEY of the application.
            default: ""
            x-env: STRIPE_API_KEY
            x-secret: stripe-api-key
            x-required: true
      "
    `);
  });

  it('has no value of a Secret anywhere', async () => {
    const { definition, settings, report, files } = await imported(SHOP);
    expect(JSON.stringify([definition, settings, report, files])).not.toContain('hidden');
  });

  it('has a report of every field', async () => {
    expect((await imported(SHOP)).report).toMatchInlineSnapshot(`
      "# What became of shop

      151 entries were carried over, 1 by an assumption, 3 need your answer, 6 were left out.

      What the files do not say was asked for. In a file for \`--answers\`, a name before a dot is a mapping.

      | Question | Taken | |
      |---|---|---|
      | \`images.api\` | \`1500\` | asked: until you say otherwise |
      | \`images.report\` | \`1500\` | asked: until you say otherwise |
      | \`images.search\` | \`1000\` | asked: until you say otherwise |

      ## Deployment/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 3 | carried | the kind of the object |
      | \`metadata.name\`, \`metadata.labels\`, \`spec.selector\`, \`spec.template.metadata.labels\` | 5 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 5 | carried | the namespace of the release |
      | \`spec.replicas\` | 7 | carried | \`replicaCount\` |
      | \`spec.strategy.type\`, \`spec.strategy.rollingUpdate.maxUnavailable\`, \`spec.strategy.rollingUpdate.maxSurge\` | 9 | carried | \`updateStrategy\` |
      | \`spec.template.metadata.annotations.prometheus.io/scrape\`, \`spec.template.metadata.annotations.prometheus.io/port\` | 3 | carried | the feature \`monitoring\` |
      | \`spec.template.metadata.annotations.team\` | 13 | carried | \`podAnnotations\` |
      | \`spec.template.spec.serviceAccountName\` | 15 | carried | the chart has a service account |
      | \`spec.template.spec.securityContext.runAsUser\` | 16 | carried | \`podSecurityContext.runAsUser\` |
      | \`spec.template.spec.securityContext.fsGroup\` | 16 | assumed | group and files belong to the group of \`podSecurityContext\` |
      | \`spec.template.spec.initContainers.0\` | 18 | carried | \`connections.db\`: pods wait for it |
      | \`spec.template.spec.containers.0.name\` | 22 | carried | containers are named after their workload |
      | \`spec.template.spec.containers.0.image\` | 23 | asked | it runs as 1500: the files say neither the user nor what it writes to; answer \`images.api\`; \`image\`, by its tag: no digest is known |
      | \`spec.template.spec.containers.0.args\` | 24 | carried | \`args\` |
      | \`spec.template.spec.containers.0.ports.0.name\`, \`spec.template.spec.containers.0.ports.1.name\` | 25 | carried | a port of the container |
      | \`spec.template.spec.containers.0.ports.0.containerPort\` | 25 | carried | \`ports.web\` |
      | \`spec.template.spec.containers.0.ports.1.containerPort\` | 25 | carried | a port that no Service has |
      | \`spec.template.spec.containers.0.envFrom.0\` | 26 | carried | its keys are variables: see ConfigMap/api |
      | \`spec.template.spec.containers.0.env.0\` | 28 | carried | \`env\`, a field of the pod |
      | \`spec.template.spec.containers.0.env.1\` | 30 | carried | \`connections.db.env.DB_PASSWORD\` |
      | \`spec.template.spec.containers.0.env.2\` | 32 | carried | \`connections.db.env.DATABASE_URL\` |
      | \`spec.template.spec.containers.0.env.3\` | 33 | carried | \`env\`, with other variables of the container |
      | \`spec.template.spec.containers.0.env.4\` | 34 | carried | \`secrets.stripeApiKey\`, to be given |
      | \`spec.template.spec.containers.0.readinessProbe.httpGet.path\`, \`spec.template.spec.containers.0.readinessProbe.httpGet.port\`, \`spec.template.spec.containers.0.livenessProbe.httpGet.path\`, \`spec.template.spec.containers.0.livenessProbe.httpGet.port\`, \`spec.template.spec.containers.0.startupProbe.tcpSocket.port\` | 36 | carried | the probe asks for it |
      | \`spec.template.spec.containers.0.readinessProbe.periodSeconds\` | 36 | carried | \`readinessProbe\` |
      | \`spec.template.spec.containers.0.startupProbe.failureThreshold\` | 38 | carried | \`startupProbe\` |
      | \`spec.template.spec.containers.0.resources.requests.cpu\`, \`spec.template.spec.containers.0.resources.requests.memory\`, \`spec.template.spec.containers.0.resources.limits.memory\` | 39 | carried | \`resources\` |
      | \`spec.template.spec.containers.0.lifecycle\` | 40 | carried | \`lifecycle\` |
      | \`spec.template.spec.containers.0.volumeMounts.0\`, \`spec.template.spec.volumes.0\` | 42 | carried | \`files\`, from ConfigMap/api-files |
      | \`spec.template.spec.containers.0.volumeMounts.1\`, \`spec.template.spec.volumes.1\` | 43 | carried | \`writable\`, in memory |

      ## Service/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 50 | carried | the kind of the object |
      | \`metadata.name\`, \`spec.selector\` | 52 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 52 | carried | the namespace of the release |
      | \`spec.type\` | 54 | left out | for people outside set \`ingress\`, or \`service.type\` |
      | \`spec.ports.0.name\`, \`spec.ports.0.port\`, \`spec.ports.0.targetPort\` | 56 | carried | a port of the workload |
      | \`spec.ports.0.nodePort\` | 56 | left out | set \`service.nodePort\` |

      ## HorizontalPodAutoscaler/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 2 | carried | the kind of the object |
      | \`metadata.name\` | 4 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 4 | carried | the namespace of the release |
      | \`spec.scaleTargetRef\` | 6 | carried | \`autoscaling\` of Deployment/api |
      | \`spec.minReplicas\` | 7 | carried | \`autoscaling.minReplicas\` |
      | \`spec.maxReplicas\` | 8 | carried | \`autoscaling.maxReplicas\` |
      | \`spec.metrics.0\` | 9 | carried | \`autoscaling.targetCPUUtilizationPercentage\` |

      ## PodDisruptionBudget/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 11 | carried | the kind of the object |
      | \`metadata.name\` | 13 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 13 | carried | the namespace of the release |
      | \`spec.minAvailable\` | 14 | carried | \`podDisruptionBudget.minAvailable\` |
      | \`spec.selector\` | 14 | carried | the pods of the workload |

      ## Ingress/shop

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 16 | carried | the kind of the object |
      | \`metadata.name\` | 18 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 18 | carried | the namespace of the release |
      | \`metadata.annotations.cert-manager.io/cluster-issuer\` | 16 | carried | \`ingress.annotations\` |
      | \`spec.ingressClassName\` | 20 | carried | \`ingress.className\` |
      | \`spec.tls.0\` | 21 | carried | \`ingress.tls\`: bring the Secret |
      | \`spec.rules.0.host\`, \`spec.rules.0.http.paths.0\` | 23 | carried | \`ingress.hosts\` of Deployment/api |

      ## NetworkPolicy/all

      | Entry | Line | | |
      |---|---|---|---|
      | \`NetworkPolicy/all\` | 26 | carried | policies let each workload reach what it is connected to, and nothing else |

      ## Namespace/shop

      | Entry | Line | | |
      |---|---|---|---|
      | \`Namespace/shop\` | 31 | carried | the namespace of the release; Pod Security may enforce \`restricted\` there |

      ## CronJob/report

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 35 | carried | the kind of the object |
      | \`metadata.name\` | 37 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 37 | carried | the namespace of the release |
      | \`spec.schedule\` | 39 | carried | \`schedule\` |
      | \`spec.concurrencyPolicy\` | 40 | carried | \`concurrencyPolicy\` |
      | \`spec.jobTemplate.spec.backoffLimit\` | 43 | carried | \`backoffLimit\` |
      | \`spec.jobTemplate.spec.template.spec.restartPolicy\` | 46 | carried | it follows from the kind of the workload |
      | \`spec.jobTemplate.spec.template.spec.containers.0.name\` | 47 | carried | containers are named after their workload |
      | \`spec.jobTemplate.spec.template.spec.containers.0.image\` | 47 | asked | it runs as 1500: the files say neither the user nor what it writes to; answer \`images.report\`; \`image\`, by its tag: no digest is known |
      | \`spec.jobTemplate.spec.template.spec.containers.0.args\` | 47 | carried | \`args\` |

      ## ServiceMonitor/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`ServiceMonitor/api\` | 49 | left out | add the feature \`monitoring\`, and set \`monitoring.serviceMonitor.enabled\` |

      ## ServiceAccount/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 54 | carried | the kind of the object |
      | \`metadata.name\` | 56 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 56 | carried | the namespace of the release |
      | \`metadata.annotations.iam.gke.io/gcp-service-account\` | 54 | carried | \`serviceAccount.annotations\` |

      ## Role/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 58 | carried | the kind of the object |
      | \`metadata.name\` | 60 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 60 | carried | the namespace of the release |
      | \`rules.0\` | 62 | carried | \`rbac\` of Deployment/api |
      | \`rules.1\` | 63 | left out | it gives more than anybody can read in it: write what is needed into \`rbac\` |

      ## RoleBinding/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 65 | carried | the kind of the object |
      | \`metadata.name\` | 67 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 67 | carried | the namespace of the release |
      | \`roleRef\`, \`subjects\` | 68 | carried | \`rbac\` of Deployment/api |

      ## ConfigMap/api

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 2 | carried | the kind of the object |
      | \`metadata.name\` | 4 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 4 | carried | the namespace of the release |
      | \`data.LOG_LEVEL\` | 7 | carried | \`config.logLevel\` |
      | \`data.WORKERS\` | 8 | carried | \`config.workers\` |

      ## ConfigMap/api-files

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 10 | carried | the kind of the object |
      | \`metadata.name\` | 12 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 12 | carried | the namespace of the release |
      | \`data.api.conf\` | 10 | carried | \`src/files/api-files/api.conf\` |

      ## Secret/db

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 15 | carried | the kind of the object |
      | \`metadata.name\` | 17 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 17 | carried | the namespace of the release |
      | \`stringData.password\` | 38 | carried | \`postgres\` makes a user and a password for each of its clients; \`connections.db.env.DB_PASSWORD\` |
      | \`stringData.unused\` | 18 | left out | no container takes it |

      ## StatefulSet/search

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 2 | carried | the kind of the object |
      | \`metadata.name\`, \`spec.selector\`, \`spec.template.metadata.labels\` | 4 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 4 | carried | the namespace of the release |
      | \`spec.serviceName\` | 6 | carried | the Service that gives pods their names is always there |
      | \`spec.template.spec.containers.0.name\` | 12 | carried | containers are named after their workload |
      | \`spec.template.spec.containers.0.image\` | 13 | asked | it runs as 1000: the files say neither the user nor what it writes to; answer \`images.search\`; \`image\`, by its tag: no digest is known |
      | \`spec.template.spec.containers.0.ports.0.containerPort\` | 14 | carried | \`ports.http\` |
      | \`spec.template.spec.containers.0.volumeMounts.0\`, \`spec.volumeClaimTemplates.0\` | 15 | carried | \`persistence\` |

      ## Service/search

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 20 | carried | the kind of the object |
      | \`metadata.name\`, \`spec.selector\` | 22 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 22 | carried | the namespace of the release |
      | \`spec.clusterIP\` | 23 | carried | the cluster gives the address; the pods of a StatefulSet have names of their own |
      | \`spec.ports.0.port\` | 23 | carried | a port of the workload |

      ## Deployment/db

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 25 | carried | the kind of the object |
      | \`metadata.name\`, \`spec.selector\`, \`spec.template.metadata\` | 27 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 27 | carried | the namespace of the release |
      | \`spec\` | 29 | left out | the chart postgres has its own way: what must differ is set below \`postgres\` |
      | \`spec.template.spec.containers.0.image\` | 35 | carried | \`postgres.majorVersion\` |
      | \`spec.template.spec.containers.0.ports\` | 36 | carried | the chart postgres serves it: its values are below \`postgres\` |
      | \`spec.template.spec.containers.0.env.0\` | 38 | carried | \`postgres\` makes a user and a password for each of its clients |

      ## Service/db

      | Entry | Line | | |
      |---|---|---|---|
      | \`apiVersion\`, \`kind\` | 41 | carried | the kind of the object |
      | \`metadata.name\` | 43 | carried | labels and names follow from the release |
      | \`metadata.namespace\` | 43 | carried | the namespace of the release |
      | \`spec\` | 44 | carried | the chart postgres serves it: its values are below \`postgres\` |
      "
    `);
  });
});

describe('resources and claim of a server are those of its chart', () => {
  const server = (kind: string, volume: string, more: string) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: db }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: db
          image: postgres:18
          ports: [{ containerPort: 5432 }]
          resources: { requests: { cpu: "2" }, limits: { memory: 8Gi } }
          volumeMounts: [{ name: kept, mountPath: /var/lib/postgresql }, { name: more, mountPath: /more }]
      volumes: [${volume}{ name: more, persistentVolumeClaim: { claimName: more } }]
${more}
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: more }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;
  const CLAIM =
    '{ storageClassName: fast, accessModes: [ReadWriteOncePod], resources: { requests: { storage: 500Gi } } }';
  const CLIENT = web('          env: [{ name: DB_HOST, value: db }]');

  it.each([
    [
      'a template of claims',
      server('StatefulSet', '', `  volumeClaimTemplates: [{ metadata: { name: kept }, spec: ${CLAIM} }]`),
      'StatefulSet/db spec.volumeClaimTemplates.0.spec.storageClassName',
    ],
    [
      'a claim of its own',
      server(
        'Deployment',
        '{ name: kept, persistentVolumeClaim: { claimName: kept } }, ',
        `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: kept }
spec: ${CLAIM}`,
      ),
      'PersistentVolumeClaim/kept spec.storageClassName',
    ],
  ])('from %s', async (_, text, path) => {
    const found = await imported({ 'web.yaml': CLIENT, 'db.yaml': text });
    expect(found.definition.values).toEqual({
      postgres: {
        resources: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '8Gi' } },
        persistence: { accessModes: ['ReadWriteOncePod'], storageClass: 'fast', size: '500Gi' },
      },
    });
    expect(saidOf(found, path)).toBe('carried: `postgres.persistence`');
    expect(saidOf(found, 'PersistentVolumeClaim/more spec')).toContain(
      'left out: the chart postgres has one volume',
    );
  });
});
