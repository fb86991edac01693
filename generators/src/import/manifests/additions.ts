import type { JsonObject } from '../../schema/index.ts';
import type { Line } from '../report.ts';
import { nameOf, type Part } from '../roles.ts';
import { joined } from '../servers/servers.ts';
import { fieldsAt, type KubeObject, listAt, plainValue, textAt, textsAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { scrapedOf } from './ports.ts';
import { rbacOf } from './rbac.ts';
import { teller } from './told.ts';
import type { Additions } from './workload.ts';

/** What objects beside a pod ask of its workload: how it scales, who may evict it, how it is reached. */
export function additionsOf(part: Part, pod: Pod, objects: readonly KubeObject[], lines: Line[]): Additions {
  const isMain = nameOf(part) === 'main';
  const aliases = part.service.isUnnamed
    ? { service: { aliases: pod.services.map(({ name }) => name) } }
    : {};
  const found = objects.flatMap((object): readonly Additions[] => {
    if (object.kind === 'HorizontalPodAutoscaler' && scales(object, pod))
      return [autoscaling(object, pod, lines)];
    if (object.kind === 'PodDisruptionBudget' && guards(object, pod)) return [budget(object, lines)];
    if (object.kind === 'Ingress') return ingress(object, pod, lines);
    return [];
  });
  const route = routeOf(pod, objects, lines);
  const permissions = rbacOf(pod, objects, lines);
  for (const service of pod.services) serviceLines(service, isMain, lines);
  const reach = Object.assign({}, ...pod.services.map((service) => reachOf(service, lines)));
  return {
    features: Object.assign(
      {},
      (part.service.isUnnamed || Object.keys(reach).length > 0) && !isMain && { serviceReach: {} },
      permissions,
      metricsOf(pod, lines),
      ...[...found, ...route].map(({ features }) => features),
    ),
    values: Object.assign(
      {},
      joined(aliases, Object.keys(reach).length > 0 ? { service: reach } : {}),
      ...[...found, ...route].map(({ values }) => values),
    ),
  };
}

/** The feature `monitoring` for pods that annotations or a ServiceMonitor have scraped. */
function metricsOf(pod: Pod, lines: Line[]): Additions['features'] {
  const scraped = scrapedOf(pod);
  if (scraped === undefined || ['Job', 'CronJob'].includes(pod.object.kind)) return {};
  const path = [...pod.template, 'metadata', 'annotations'];
  for (const key of Object.keys(textsAt(pod.object.tree, ...path)))
    if (key.startsWith('prometheus.io/'))
      teller(pod.object, lines)([...path, key].join('.'), 'carried', 'the feature `monitoring`');
  for (const monitor of pod.monitors)
    teller(monitor, lines)(
      '',
      'carried',
      'the feature `monitoring`, by its first endpoint: `monitoring.serviceMonitor.enabled` makes one',
    );
  return { monitoring: { port: scraped.port, ...(scraped.path !== '' && { path: scraped.path }) } };
}

function scales({ tree, namespace }: KubeObject, { object }: Pod): boolean {
  const target = treeAt(tree, 'spec', 'scaleTargetRef');
  return (
    textAt(target, 'kind') === object.kind &&
    textAt(target, 'name') === object.name &&
    namespace === object.namespace
  );
}

function autoscaling(object: KubeObject, pod: Pod, lines: Line[]): Additions {
  const tell = teller(object, lines, ['spec']);
  const spec = treeAt(object.tree, 'spec');
  if (pod.object.kind === 'DaemonSet') return { features: {}, values: {} };
  const values: Record<string, unknown> = { enabled: true };
  tell('scaleTargetRef', 'carried', `\`autoscaling\` of ${pod.object.id}`);
  for (const key of ['minReplicas', 'maxReplicas', 'behavior'])
    if (treeAt(spec, key)) {
      values[key] = plainValue(treeAt(spec, key));
      tell(key, 'carried', `\`autoscaling.${key}\``);
    }
  let cpu = Number(textAt(spec, 'targetCPUUtilizationPercentage') || 0);
  if (cpu > 0)
    tell('targetCPUUtilizationPercentage', 'carried', '`autoscaling.targetCPUUtilizationPercentage`');
  let memory = 0;
  const metrics: unknown[] = [];
  for (const [index, metric] of listAt(spec, 'metrics').entries()) {
    const target = treeAt(metric, 'resource', 'target');
    const name = textAt(metric, 'resource', 'name');
    const percent = Number(
      textAt(target, 'averageUtilization') || textAt(metric, 'resource', 'targetAverageUtilization'),
    );
    if (textAt(metric, 'type') === 'Resource' && percent > 0 && (name === 'cpu' || name === 'memory')) {
      if (name === 'cpu') cpu = percent;
      else memory = percent;
      const key = name === 'cpu' ? 'targetCPUUtilizationPercentage' : 'targetMemoryUtilizationPercentage';
      tell(`metrics.${index}`, 'carried', `\`autoscaling.${key}\``);
    } else if (textAt(metric, 'type') === 'Resource')
      tell(`metrics.${index}`, 'left out', 'set a target in percent of the request in `autoscaling`');
    else {
      metrics.push(plainValue(metric));
      tell(`metrics.${index}`, 'carried', '`autoscaling.metrics`');
    }
  }
  const all = {
    ...values,
    targetCPUUtilizationPercentage: cpu,
    ...(memory > 0 && { targetMemoryUtilizationPercentage: memory }),
    ...(metrics.length > 0 && { metrics }),
  };
  return { features: { autoscaling: {} }, values: { autoscaling: all } };
}

function guards({ tree, namespace }: KubeObject, { object, template }: Pod): boolean {
  const labels = textsAt(object.tree, ...template, 'metadata', 'labels');
  const selector = Object.entries(textsAt(tree, 'spec', 'selector', 'matchLabels'));
  return (
    selector.length > 0 &&
    namespace === object.namespace &&
    selector.every(([key, value]) => labels[key] === value)
  );
}

function budget(object: KubeObject, lines: Line[]): Additions {
  const tell = teller(object, lines, ['spec']);
  tell('selector', 'carried', 'the pods of the workload');
  const values: Record<string, unknown> = {};
  for (const key of ['minAvailable', 'maxUnavailable', 'unhealthyPodEvictionPolicy'])
    if (treeAt(object.tree, 'spec', key)) {
      values[key] = plainValue(treeAt(object.tree, 'spec', key));
      tell(key, 'carried', `\`podDisruptionBudget.${key}\``);
    }
  return { features: {}, values: { podDisruptionBudget: values } };
}

/** Annotations with text for the configuration of a controller: whoever may write them, may read every Secret. */
const SNIPPET = /snippet$/;

function ingress(object: KubeObject, pod: Pod, lines: Line[]): readonly Additions[] {
  const names = pod.services
    .filter(({ namespace }) => namespace === object.namespace)
    .map(({ name }) => name);
  const isIts = (backend: ReturnType<typeof treeAt>) =>
    names.includes(textAt(backend, 'service', 'name') || textAt(backend, 'serviceName'));
  const tell = teller(object, lines);
  const hosts = listAt(object.tree, 'spec', 'rules').flatMap((rule, index) => {
    const paths = listAt(rule, 'http', 'paths').flatMap((path, number) => {
      if (!isIts(treeAt(path, 'backend'))) return [];
      tell(`spec.rules.${index}.http.paths.${number}`, 'carried', `\`ingress.hosts\` of ${pod.object.id}`);
      return [{ path: textAt(path, 'path') || '/', pathType: textAt(path, 'pathType') || 'Prefix' }];
    });
    if (paths.length === 0) return [];
    tell(`spec.rules.${index}.host`, 'carried', `\`ingress.hosts\` of ${pod.object.id}`);
    return [{ host: textAt(rule, 'host'), paths }];
  });
  const rest = treeAt(object.tree, 'spec', 'defaultBackend');
  if (rest && isIts(rest)) {
    tell('spec.defaultBackend', 'carried', `\`ingress.hosts\` of ${pod.object.id}: every host`);
    hosts.push({ host: '', paths: [{ path: '/', pathType: 'Prefix' }] });
  }
  if (hosts.length === 0) return [];
  const own = new Set(hosts.map(({ host }) => host));
  const tls = listAt(object.tree, 'spec', 'tls').flatMap((one, index) => {
    tell(`spec.tls.${index}`, 'carried', '`ingress.tls`: bring the Secret');
    const named = listAt(one, 'hosts').map((host) => String(plainValue(host)));
    const mine = named.filter((host) => own.has(host));
    return mine.length === 0 && named.length > 0
      ? []
      : [{ secretName: textAt(one, 'secretName'), hosts: mine.length > 0 ? mine : [...own].filter(Boolean) }];
  });
  const annotations = Object.entries(textsAt(object.tree, 'metadata', 'annotations'));
  const className =
    textAt(object.tree, 'spec', 'ingressClassName') ||
    (annotations.find(([key]) => key === 'kubernetes.io/ingress.class')?.[1] ?? '');
  const isKept = (key: string) =>
    !SNIPPET.test(key) && key !== 'kubernetes.io/ingress.class' && !key.startsWith('kubectl.');
  for (const [key] of annotations)
    tell(
      `metadata.annotations.${key}`,
      SNIPPET.test(key) ? 'left out' : 'carried',
      SNIPPET.test(key)
        ? 'it is text for the configuration of the controller, which safe ones refuse: set the values of `ingress`'
        : key === 'kubernetes.io/ingress.class'
          ? '`ingress.className`'
          : '`ingress.annotations`',
    );
  if (className !== '') tell('spec.ingressClassName', 'carried', '`ingress.className`');
  const kept = Object.fromEntries(annotations.filter(([key]) => isKept(key)));
  const values = {
    enabled: true,
    ...(className !== '' && { className }),
    ...(Object.keys(kept).length > 0 && { annotations: kept }),
    hosts,
    ...(tls.length > 0 && { tls }),
  };
  return [{ features: { ingress: {}, httpRoute: {} }, values: { ingress: values } }];
}

/** The route of the Gateway API to a workload: one of its own, with all that leads there. */
function routeOf(pod: Pod, objects: readonly KubeObject[], lines: Line[]): readonly Additions[] {
  const isIts = (route: KubeObject, backend: ReturnType<typeof treeAt>) =>
    pod.services.some(
      ({ name, namespace }) =>
        name === textAt(backend, 'name') && namespace === (textAt(backend, 'namespace') || route.namespace),
    );
  const routes = objects.filter(
    (one) =>
      one.kind === 'HTTPRoute' &&
      listAt(one.tree, 'spec', 'rules').some((rule) =>
        listAt(rule, 'backendRefs').some((backend) => isIts(one, backend)),
      ),
  );
  const [route, ...others] = routes;
  for (const other of others)
    teller(other, lines)(
      'spec',
      'asked',
      `${pod.object.id} has another route already: write this one into \`extraObjects\``,
    );
  if (route === undefined) return [];
  const tell = teller(route, lines, ['spec']);
  const spec = treeAt(route.tree, 'spec');
  const where = `\`httpRoute\` of ${pod.object.id}`;
  for (const key of ['parentRefs', 'hostnames']) if (treeAt(spec, key)) tell(key, 'carried', where);
  const own = [...listAt(spec, 'rules').entries()].filter(([, rule]) =>
    listAt(rule, 'backendRefs').some((backend) => isIts(route, backend)),
  );
  const [main] = own;
  const same = (key: string) => JSON.stringify(plainValue(treeAt(main?.[1], key)));
  const taken = own.filter(([index, rule]) => {
    const isAlone = listAt(rule, 'backendRefs').length === 1;
    const isSame = ['filters', 'timeouts'].every(
      (key) => JSON.stringify(plainValue(treeAt(rule, key))) === same(key),
    );
    tell(
      `rules.${index}`,
      isAlone && isSame ? 'carried' : 'asked',
      isAlone && isSame
        ? where
        : `a workload has one route to its own pods, with one list of filters: write this rule into \`extraObjects\``,
    );
    return isAlone && isSame;
  });
  if (taken.length === 0) return [];
  const anything = [{ path: { type: 'PathPrefix', value: '/' } }];
  const matches = taken.flatMap(([, rule]) => {
    const said = plainValue(treeAt(rule, 'matches'));
    return Array.isArray(said) && said.length > 0 ? said : anything;
  });
  const annotations = textsAt(route.tree, 'metadata', 'annotations');
  for (const key of Object.keys(annotations))
    teller(route, lines)(`metadata.annotations.${key}`, 'carried', '`httpRoute.annotations`');
  const more = ['parentRefs', 'hostnames'].filter((key) => treeAt(spec, key));
  const rest = ['filters', 'timeouts'].filter((key) => treeAt(main?.[1], key));
  const values = {
    enabled: true,
    ...(Object.keys(annotations).length > 0 && { annotations }),
    ...Object.fromEntries(more.map((key) => [key, plainValue(treeAt(spec, key))])),
    ...(JSON.stringify(matches) !== JSON.stringify(anything) && { matches }),
    ...Object.fromEntries(rest.map((key) => [key, plainValue(treeAt(main?.[1], key))])),
  };
  return [{ features: { ingress: {}, httpRoute: {} }, values: { httpRoute: values } }];
}

const REACH = ['sessionAffinity', 'loadBalancerSourceRanges', 'externalTrafficPolicy'];

/** What a Service says of who reaches it, as the values of `service` have it. */
function reachOf(service: KubeObject, lines: Line[]): JsonObject {
  const tell = teller(service, lines, ['spec']);
  const seconds = treeAt(service.tree, 'spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  if (seconds) tell('sessionAffinityConfig', 'carried', '`service.sessionAffinityTimeoutSeconds`');
  const found = REACH.filter((key) => treeAt(service.tree, 'spec', key));
  for (const key of found) tell(key, 'carried', `\`service.${key}\``);
  const values = found.map((key) => [key, plainValue(treeAt(service.tree, 'spec', key))] as const);
  return Object.fromEntries([
    ...values.filter(([, value]) => value !== 'None'),
    ...(seconds ? [['sessionAffinityTimeoutSeconds', plainValue(seconds)] as const] : []),
  ]) as JsonObject;
}

/** What becomes of a Service that leads to pods. */
function serviceLines(service: KubeObject, isMain: boolean, lines: Line[]): void {
  const tell = teller(service, lines);
  const type = textAt(service.tree, 'spec', 'type');
  if (type !== '')
    tell(
      'spec.type',
      type === 'ClusterIP' ? 'carried' : 'left out',
      type === 'ClusterIP'
        ? 'a Service inside the cluster'
        : isMain
          ? 'for people outside set `ingress`, or `service.type`'
          : 'for people outside set `ingress`',
    );
  for (const [index, port] of listAt(service.tree, 'spec', 'ports').entries())
    for (const key of fieldsAt(port).keys())
      if (key === 'nodePort') tell(`spec.ports.${index}.nodePort`, 'left out', 'set `service.nodePort`');
      else if (['name', 'port', 'targetPort', 'protocol', 'appProtocol'].includes(key))
        tell(`spec.ports.${index}.${key}`, 'carried', 'a port of the workload');
}
