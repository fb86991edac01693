import type { Service } from './compose/service.ts';
import { strangeIn } from './compose/strange-keys.ts';
import type { Place, Tree } from './compose/tree.ts';
import { byPath, type Line, type Verdict } from './report.ts';

/** What becomes of keys of a service that need no look at their value, and why. Others have code of their own. */
const WORDS: Readonly<Record<string, readonly [Verdict, string]>> = {
  annotations: ['left out', 'set `podAnnotations`'],
  attach: ['left out', '`kubectl logs` shows what a pod prints'],
  blkio_config: ['left out', 'Kubernetes limits no block devices'],
  cap_add: [
    'left out',
    'pods here have no capabilities; what truly needs one is a privilege of the definition, with its reason',
  ],
  cap_drop: ['carried', 'every container drops all'],
  cgroup: ['left out', 'the container runtime decides'],
  cgroup_parent: ['left out', 'the container runtime decides'],
  configs: ['asked', 'put the file below `src/files` and name it in `files`'],
  container_name: ['left out', 'objects are named after their release'],
  cpu_count: ['left out', 'set `resources`'],
  cpu_percent: ['left out', 'set `resources`'],
  cpu_quota: ['left out', 'set `resources.limits.cpu`'],
  cpu_period: ['left out', 'set `resources.limits.cpu`'],
  cpu_rt_period: ['left out', 'Kubernetes has no real-time scheduling'],
  cpu_rt_runtime: ['left out', 'Kubernetes has no real-time scheduling'],
  cpu_shares: ['left out', 'set `resources.requests.cpu`'],
  cpuset: ['left out', 'the kubelet places containers on processors'],
  credential_spec: ['left out', 'there are no Windows pods here'],
  develop: ['left out', 'it is for work on the source code'],
  device_cgroup_rules: ['left out', 'pods here have no devices of the node'],
  devices: ['left out', 'pods here have no devices of the node; graphics cards are `gpu`'],
  dns: ['left out', 'set `pod.dnsConfig`'],
  dns_opt: ['left out', 'set `pod.dnsConfig`'],
  dns_search: ['left out', 'set `pod.dnsConfig`'],
  domainname: ['left out', 'names of pods follow from their Service'],
  env_file: [
    'asked',
    'its variables are not known here; write them into `environment`, or give the file with the input',
  ],
  external_links: ['left out', 'name the service outside in `connections`'],
  extra_hosts: ['left out', 'it is no address: name the service outside in `connections`'],
  group_add: ['left out', 'set `podSecurityContext.supplementalGroups` to its number'],
  hostname: ['left out', 'names of pods follow from their workload'],
  init: ['left out', 'set `pod.shareProcessNamespace` where zombies are a matter'],
  ipc: ['left out', 'pods share no memory with the node'],
  isolation: ['left out', 'there are no Windows pods here'],
  labels: ['left out', 'labels of Docker mean nothing in a cluster; routes are `ingress`'],
  label_file: ['left out', 'labels of Docker mean nothing in a cluster; routes are `ingress`'],
  links: ['carried', 'services find each other by connections'],
  logging: ['left out', 'the node keeps what containers print'],
  mac_address: ['left out', 'the network of the cluster decides'],
  mem_swappiness: ['left out', 'the node decides'],
  memswap_limit: ['left out', 'the node decides'],
  models: ['asked', 'run the model in a service of its own, and name it in `connections`'],
  network_mode: ['left out', 'pods have a network of their own; policies name every peer'],
  networks: ['carried', 'policies let each workload reach what it is connected to, and nothing else'],
  oom_kill_disable: ['left out', 'the node decides'],
  oom_score_adj: ['left out', 'it follows from requests and limits'],
  pid: ['left out', 'pods share no processes with the node'],
  pids_limit: ['left out', 'the kubelet has one limit for all pods'],
  platform: ['left out', 'set `nodeSelector` with `kubernetes.io/arch`'],
  post_start: ['left out', 'set `lifecycle.postStart`'],
  pre_stop: ['left out', 'set `lifecycle.preStop`'],
  privileged: [
    'left out',
    'no pod here is privileged; what is truly needed is a privilege of the definition, with its reason',
  ],
  provider: ['asked', 'name the service that it brings up in `connections`'],
  pull_policy: ['left out', 'set `image.pullPolicy`'],
  pull_refresh_after: ['left out', 'set `image.pullPolicy`'],
  read_only: ['carried', 'every root file system is read-only'],
  restart: ['carried', 'Kubernetes starts again what ended'],
  runtime: ['left out', 'set `runtimeClassName`'],
  secrets: ['asked', 'create a Secret and mount it by `mounts`'],
  security_opt: ['left out', 'seccomp is the default of the runtime, and no process gains privileges'],
  stdin_open: ['left out', 'nobody types into a pod'],
  stop_signal: ['left out', 'the image says it, or `lifecycle.stopSignal` of newer Kubernetes'],
  storage_opt: ['left out', 'set `persistence.storageClass`'],
  sysctls: ['left out', 'set them on the node'],
  tty: ['left out', 'nobody types into a pod'],
  ulimits: ['left out', 'Kubernetes has no place for them: the runtime of the node decides'],
  use_api_socket: ['left out', 'there is no Docker in a cluster'],
  userns_mode: ['left out', 'set it for the whole cluster'],
  uts: ['left out', 'pods share no name with the node'],
  volumes_from: ['left out', 'name the volumes in both services'],
};

/** The same of keys below `deploy`. */
const DEPLOYED: Readonly<Record<string, string>> = {
  mode: 'a workload has as many pods as `replicaCount`, on whatever node has room; for one on each node write `kind: DaemonSet`',
  endpoint_mode: 'a Service has one address',
  labels: 'labels of Docker mean nothing in a cluster',
  placement: 'set `nodeSelector`, `affinity` or `topologySpreadConstraints`',
  restart_policy: 'Kubernetes starts again what ended',
  rollback_config: '`helm rollback` goes back',
  update_config: 'set `updateStrategy`',
  resources: 'Kubernetes has no place for it in `resources`',
};

/** What the report says of a key that Compose does not know. */
export const UNKNOWN = 'nobody knows this key';

/** One entry of a service, with the path that the report calls it by. */
export interface Item {
  readonly path: string;
  readonly key: string;
  readonly at: Place;
  /** Whether nothing stands there. */
  readonly isEmpty: boolean;
}

/** Keys of which a list is one thing. */
const WHOLE = ['command', 'entrypoint', 'test', 'ignore', 'devices', 'options', 'args', 'cache_from', 'tags'];

/** Every entry of a service, once. */
export function itemsOf({ name, keys }: Service): readonly Item[] {
  return [...keys.fields].flatMap(([key, tree]) => within(`${name}.${key}`, key, key, tree));
}

function within(path: string, key: string, own: string, tree: Tree): readonly Item[] {
  if (tree.kind === 'fields' && tree.fields.size > 0 && !own.startsWith('x-'))
    return [...tree.fields].flatMap(([name, field]) => within(`${path}.${name}`, key, name, field));
  if (tree.kind === 'list' && tree.items.length > 0 && !WHOLE.includes(own))
    return tree.items.map((item, index) => ({
      ...{ path: `${path}.${index}`, key, at: item.at },
      isEmpty: false,
    }));
  const isEmpty =
    tree.kind === 'leaf'
      ? tree.text === null || tree.text === ''
      : tree.kind === 'list'
        ? tree.items.length === 0
        : tree.fields.size === 0;
  return [{ path, key, at: tree.at, isEmpty }];
}

/** The lines of a service in the order of its entries: those that are there, and what `WORDS` says of the others. */
export function completed(
  service: Service,
  lines: readonly Line[],
  words: (item: Item) => readonly [Verdict, string] | undefined = () => undefined,
): { readonly lines: readonly Line[]; readonly unknown: readonly Item[] } {
  const known = byPath(lines);
  const nested = strangeIn(service);
  const unknown: Item[] = [...nested];
  const withNested = (line: Line): Line => {
    const inside = nested
      .filter(({ path }) => path.startsWith(`${line.path}.`))
      .map(({ key }) => `\`${key}\``);
    return inside.length === 0 ? line : { ...line, says: `${line.says}; ${inside.join(', ')}: ${UNKNOWN}` };
  };
  const lineOf = (item: Item): readonly Line[] => {
    const line = known.get(item.path);
    const strange = nested.filter(({ path }) => `${item.path}.`.startsWith(`${path}.`));
    if (strange.length > 0) return [{ path: item.path, at: item.at, verdict: 'left out', says: UNKNOWN }];
    if (line) return [line];
    const said =
      words(item) ??
      deployed(service.name, item) ??
      WORDS[item.key] ??
      (item.isEmpty ? (['left out', 'nothing stands there'] as const) : undefined) ??
      (item.key.startsWith('x-') ? (['left out', 'Compose ignores it too'] as const) : undefined);
    if (said === undefined) {
      unknown.push(item);
      return [{ path: item.path, at: item.at, verdict: 'left out', says: UNKNOWN }];
    }
    const [verdict, says] = said;
    return [{ path: item.path, at: item.at, verdict, says }];
  };
  return { lines: itemsOf(service).flatMap(lineOf).map(withNested), unknown };
}

function deployed(service: string, { path, key }: Item): readonly [Verdict, string] | undefined {
  const [part = ''] = path.slice(`${service}.deploy.`.length).split('.');
  const says = key === 'deploy' ? DEPLOYED[part] : undefined;
  return says === undefined ? undefined : ['left out', says];
}
