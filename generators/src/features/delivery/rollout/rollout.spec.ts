import { describe, expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { ANY_HOST, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused, notes } = chartOf({
  features: { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {} },
  values: ANY_HOST,
});

const nginx = 'ingress: { enabled: true, preset: nginx }';
const traefik = 'ingress: { enabled: true, preset: traefik }';
const route = 'httpRoute: { enabled: true, parentRefs: [{ name: outside }] }';

test('recreate stops all pods before it starts any', async () => {
  expect(await given('rollout: { mode: recreate }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.strategy: { type: Recreate, rollingUpdate: removed } }`,
  );
});

describe('blueGreen', () => {
  const mode = 'rollout: { mode: blueGreen }';

  test('runs a second Deployment, which a Service of its own shows', async () => {
    const changes = await given(mode);
    expect(changes.names).toMatchInlineSnapshot(`
      [
        "PodDisruptionBudget/r-web-green",
        "Service/r-web-preview",
        "Deployment/r-web-green",
      ]
    `);
    expect(changes.only('Service/r-web-preview')).toMatchInlineSnapshot(`
      Service/r-web-preview:
        apiVersion: v1
        spec:
          type: ClusterIP
          sessionAffinity: None
          ports:
            - name: http
              port: 8080
              targetPort: http
              protocol: TCP
              appProtocol: http
          selector: pods of main, track green
        metadata.annotations: { rollout/track: green }
    `);
  });

  test('with the new version', async () => {
    const values = `
      rollout:
        candidate: { image: { repository: own/web, tag: next }, replicaCount: 3 }
    `;
    expect(await given(values, mode)).toMatchInlineSnapshot(
      `Deployment/r-web-green: { spec: { replicas: 3, template.spec.containers.web.image: docker.io/own/web:next } }`,
    );
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(
      await given(`rollout: { candidate: { image: { digest: '${digest}' } } }`, mode),
    ).toMatchInlineSnapshot(`
      Deployment/r-web-green:
        spec.template.spec.containers.web.image: docker.io/example/web:4.5.6@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    `);
  });

  test('takes the requests when it is told, and gives them back the same way', async () => {
    expect(await given('rollout: { blueGreen: { serve: green } }', mode)).toMatchInlineSnapshot(`
      Service/r-web-preview:
        spec.selector: pods of main, track stable
        metadata.annotations: { rollout/track: stable }
      Service/r-web: { spec.selector: "pods of main, track green" }
    `);
  });

  test('is scaled by itself', async () => {
    const values =
      'rollout: { candidate: { autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 5 } } }';
    expect(await given(values, mode)).toMatchInlineSnapshot(`
      Deployment/r-web-green: { spec.replicas: removed }
      HorizontalPodAutoscaler/r-web-green:
        apiVersion: autoscaling/v2
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: r-web-green }
          minReplicas: 2
          maxReplicas: 5
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } }
    `);
  });

  test('has a budget of its own', async () => {
    expect(await given('podDisruptionBudget: { maxUnavailable: 2 }', mode)).toMatchInlineSnapshot(
      `
      PodDisruptionBudget/r-web-green: { spec.maxUnavailable: 2 }
      PodDisruptionBudget/r-web: { spec.maxUnavailable: 2 }
    `,
    );
  });
});

describe('canary', () => {
  test('gets a share of the requests from ingress-nginx', async () => {
    const changes = await given('rollout: { mode: canary, canary: { weight: 10 } }', nginx);
    expect(changes.only('Ingress/r-web-canary')).toMatchInlineSnapshot(`
      Ingress/r-web-canary:
        apiVersion: networking.k8s.io/v1
        spec.rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: { service: { name: r-web-canary, port: { name: http } } }
        metadata.annotations:
          nginx.ingress.kubernetes.io/canary: "true"
          nginx.ingress.kubernetes.io/canary-weight: "10"
    `);
    expect(changes.only('Service/r-web-canary')).toMatchInlineSnapshot(`
      Service/r-web-canary:
        apiVersion: v1
        spec:
          type: ClusterIP
          sessionAffinity: None
          ports:
            - name: http
              port: 8080
              targetPort: http
              protocol: TCP
              appProtocol: http
          selector: pods of main, track canary
        metadata.annotations: { rollout/weight: "10" }
    `);
  });

  test('from Traefik', async () => {
    const changes = await given(
      'rollout: { mode: canary, canary: { weight: 10, entryPoints: [websecure] } }',
      traefik,
    );
    expect(changes.only('TraefikService/r-web-canary')).toMatchInlineSnapshot(`
      TraefikService/r-web-canary:
        apiVersion: traefik.io/v1alpha1
        spec.weighted.services:
          - { kind: Service, name: r-web, weight: 90, port: 8080 }
          - { kind: Service, name: r-web-canary, weight: 10, port: 8080 }
    `);
    expect(changes.only('IngressRoute/r-web-canary')).toMatchInlineSnapshot(`
      IngressRoute/r-web-canary:
        apiVersion: traefik.io/v1alpha1
        spec:
          entryPoints: [ websecure ]
          routes:
            - kind: Rule
              match: PathPrefix(\`/\`)
              priority: 100015
              services: [ { kind: TraefikService, name: r-web-canary } ]
    `);
  });

  test('from Traefik, through all middlewares of the Ingress', async () => {
    const words = `
      ingress:
        bodySize: 8Mi
        middlewares: [auth-forward@file]
        rateLimit: { requestsPerSecond: 10 }
        securityHeaders: { enabled: true }
    `;
    const changes = await given(words, `{ rollout: { mode: canary }, ${traefik} }`);
    expect(changes.only('Ingress/r-web', 'IngressRoute/r-web-canary')).toMatchInlineSnapshot(`
      Ingress/r-web:
        metadata.annotations:
          traefik.ingress.kubernetes.io/router.middlewares: auth-forward@file,default-r-web-rate-limit@kubernetescrd,default-r-web-body-size@kubernetescrd,default-r-web-headers@kubernetescrd
      IngressRoute/r-web-canary:
        spec.routes.0.middlewares:
          - { name: auth-forward@file }
          - { name: r-web-rate-limit }
          - { name: r-web-body-size }
          - { name: r-web-headers }
    `);
  });

  test('but for those of other namespaces, which Traefik takes there only where it is told to', async () => {
    const others = 'middlewares: [default-auth@kubernetescrd, edge-auth@kubernetescrd]';
    const canary = 'rollout: { mode: canary }';
    const changes = await given(`ingress: { ${others} }`, `{ ${canary}, ${traefik} }`);
    expect(changes.only('IngressRoute/r-web-canary')).toMatchInlineSnapshot(
      `IngressRoute/r-web-canary: { spec.routes.0.middlewares: [ { name: auth }, { name: edge-auth@kubernetescrd } ] }`,
    );
    expect(
      await notes(`{ ${canary}, ingress: { enabled: true, preset: traefik, ${others} } }`),
    ).toMatchInlineSnapshot(`
      "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
      WARNING: its Ingress answers under every name that leads to the controller.
      WARNING: there is no TLS, and what people send can be read on its way: set ingress.tls, or global.ingress.tls.
      WARNING: it asks nobody who they are, and whoever reaches it may use it.
      WARNING: the canary gets no requests unless Traefik may take edge-auth@kubernetescrd from another namespace: set its providers.kubernetesCRD.allowCrossNamespace."
    `);
  });

  test('or from a Gateway', async () => {
    const changes = await given('rollout: { mode: canary, canary: { weight: 10 } }', route);
    expect(changes.only('HTTPRoute/r-web')).toMatchInlineSnapshot(`
      HTTPRoute/r-web:
        spec.rules.0.backendRefs: { r-web.weight: 90, r-web-canary: { port: 8080, weight: 10 } }
    `);
  });
});

describe('Argo Rollouts', () => {
  const argo = (more = '') => `rollout: { mode: canary, canary: { argo: { enabled: true${more} } } }`;

  test('gets a Rollout beside the Deployment, and two Services', async () => {
    const changes = await given(argo(), nginx);
    expect(changes.names).toMatchInlineSnapshot(`
      [
        "Service/r-web-argo-stable",
        "Service/r-web-argo-canary",
        "Rollout/r-web",
      ]
    `);
    expect(changes.only('Rollout/r-web')).toMatchInlineSnapshot(`
      Rollout/r-web:
        apiVersion: argoproj.io/v1alpha1
        spec:
          replicas: 1
          revisionHistoryLimit: 5
          minReadySeconds: 0
          selector.matchLabels: pods of main, track stable
          workloadRef: { apiVersion: apps/v1, kind: Deployment, name: r-web, scaleDown: never }
          strategy.canary: { stableService: r-web-argo-stable, canaryService: r-web-argo-canary }
    `);
  });

  test('brings a new version by its steps while it serves', async () => {
    const steps = 'rollout: { canary: { argo: { serve: rollout, steps: [{ weight: 20, pause: 1m }] } } }';
    expect(await given(steps, `{ ${nginx}, ${argo()} }`)).toMatchInlineSnapshot(`
      Service/r-web-argo-stable: { metadata.annotations: { rollout/serve: rollout } }
      Service/r-web-argo-canary: { metadata.annotations: { rollout/serve: rollout } }
      Deployment/r-web: { spec.replicas: 0 }
      Ingress/r-web: { spec.rules.0.http.paths.0.backend.service.name: r-web-argo-stable }
      Rollout/r-web:
        spec.strategy.canary:
          trafficRouting.nginx.stableIngress: r-web
          steps: [ { setWeight: 20 }, { pause: { duration: 1m } }, { pause: {} } ]
    `);
  });
});

describe('refuses', () => {
  const on = (rollout: string, more = nginx) => refused(`{ rollout: { ${rollout} }, ${more} }`);

  test('tracks that the mode has not', async () => {
    expect(await on('blueGreen: { serve: green }')).toMatchInlineSnapshot(
      `"rollout.blueGreen.serve has no effect without rollout.mode=blueGreen: change that, or leave it out."`,
    );
    expect(await on('canary: { weight: 10 }')).toMatchInlineSnapshot(
      `"rollout.canary.weight has no effect without rollout.mode=canary: change that, or leave it out."`,
    );
    expect(await on('canary: { argo: { enabled: true } }')).toMatchInlineSnapshot(
      `"rollout.canary.argo.enabled has no effect without rollout.mode=canary: change that, or leave it out."`,
    );
  });

  test('a canary without anybody who shares requests out', async () => {
    expect(await on('mode: canary', 'replicaCount: 2')).toMatchInlineSnapshot(
      `"rollout.mode canary needs what shares requests out: httpRoute.enabled, or ingress.enabled with the preset nginx or traefik."`,
    );
    expect(await on('mode: canary', `${route}, ingress: { enabled: true }`)).toMatchInlineSnapshot(
      `"ingress cannot share requests out without the preset nginx or traefik, so the canary would get only those of httpRoute: set ingress.preset, or turn one of the two off."`,
    );
  });

  test('says so of the workload it is about', async () => {
    const features = { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {}, serviceReach: {} };
    const { refused: refuses } = chartOf({ workloads: { worker: web({ description: 'Works.', features }) } });
    const canary = 'rollout: { mode: canary }';
    const host = 'hosts: [{ host: a.example.com, paths: [{ path: /, pathType: Prefix }] }]';
    expect(await refuses(`worker: { ${canary} }`)).toMatchInlineSnapshot(
      `"worker.rollout.mode canary needs what shares requests out: worker.httpRoute.enabled, or worker.ingress.enabled with the preset nginx or traefik."`,
    );
    expect(
      await refuses(`worker: { ${canary}, ${route}, ingress: { enabled: true, ${host} } }`),
    ).toMatchInlineSnapshot(
      `"worker.ingress cannot share requests out without the preset nginx or traefik, so the canary would get only those of worker.httpRoute: set worker.ingress.preset, or turn one of the two off."`,
    );
    expect(
      await refuses(
        `worker: { ${canary}, ingress: { enabled: true, preset: traefik, ${host} } }`,
        'v1/Secret',
      ),
    ).toMatchInlineSnapshot(
      `"worker.rollout.mode canary with the preset traefik needs Traefik's own kinds, and this cluster knows no TraefikService: install them, or use worker.httpRoute."`,
    );
    const argo =
      'rollout: { mode: canary, candidate: { image: { tag: next } }, canary: { argo: { enabled: true } } }';
    expect(
      await refuses(`worker: { ${argo}, ingress: { enabled: true, preset: nginx, ${host} } }`),
    ).toMatchInlineSnapshot(
      `"worker.rollout.candidate.image is set, and with worker.rollout.canary.argo.enabled there is no second Deployment: empty it, and set worker.image to the new version."`,
    );
  });

  test('a gap in what promises none', async () => {
    expect(await on('mode: blueGreen', 'updateStrategy: { type: Recreate }')).toMatchInlineSnapshot(
      `"updateStrategy.type Recreate stops all pods of a track at once, and rollout.mode blueGreen promises that none is missed: set it to RollingUpdate."`,
    );
  });

  test('two who set the weight, the version, or the number of pods', async () => {
    expect(await on('mode: canary, canary: { weight: 10, argo: { enabled: true } }')).toMatchInlineSnapshot(
      `"rollout.canary.weight is 10, and with rollout.canary.argo.enabled the weights are those of rollout.canary.argo.steps: set it to 0."`,
    );
    expect(
      await on('mode: canary, candidate: { image: { tag: next } }, canary: { argo: { enabled: true } }'),
    ).toMatchInlineSnapshot(
      `"rollout.candidate.image is set, and with rollout.canary.argo.enabled there is no second Deployment: empty it, and set image to the new version."`,
    );
    expect(
      await on('mode: blueGreen, candidate: { autoscaling: { enabled: true, minReplicas: 9 } }'),
    ).toMatchInlineSnapshot(
      `"rollout.candidate.autoscaling.minReplicas is greater than its maxReplicas: lower the one or raise the other."`,
    );
  });

  test('a cluster without the kinds it needs', async () => {
    expect(await refused(`{ rollout: { mode: canary }, ${traefik} }`, 'v1/Secret')).toMatchInlineSnapshot(
      `"rollout.mode canary with the preset traefik needs Traefik's own kinds, and this cluster knows no TraefikService: install them, or use httpRoute."`,
    );
    expect(
      await refused(
        `{ rollout: { mode: canary, canary: { argo: { enabled: true } } }, ${nginx} }`,
        'v1/Secret',
      ),
    ).toMatchInlineSnapshot(
      `"rollout.canary.argo.enabled needs Argo Rollouts, and this cluster knows no Rollout: install it, or leave it off."`,
    );
  });

  test('two Deployments on a volume of one node', async () => {
    const stored = chartOf({
      features: { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {} },
      values: ANY_HOST,
      main: { storage: { name: 'data', mountPath: '/data', size: '1Gi' } },
    });
    expect(await stored.refused('rollout: { mode: blueGreen }')).toMatchInlineSnapshot(
      `"rollout.mode blueGreen runs two Deployments, which cannot share a volume of one node: set persistence.accessModes to [ReadWriteMany] with a storage class that has it, or the mode to rolling or recreate."`,
    );
  });
});
