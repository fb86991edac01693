import type { Service } from './service.ts';
import type { Place, Tree } from './tree.ts';

/** Keys that a mapping may have, each with those below it: of any names behind `*`; nothing where anything may stand. */
type Keys = { readonly [key: string]: Keys | undefined };

const keys = (names: string): Keys => Object.fromEntries(names.split(' ').map((name) => [name, undefined]));

const UPDATE = keys('parallelism delay failure_action monitor max_failure_ratio order');
const FILE = keys('source target uid gid mode');
const HOOK = keys('command user privileged working_dir environment');
const ULIMITS: Keys = { '*': keys('soft hard') };
const DEVICES: Keys = keys('capabilities driver count device_ids options');

/** What Compose knows below keys of a service; entries of lists are meant where a key has a list. */
const BELOW: Keys = {
  build: {
    ...keys(
      'context dockerfile dockerfile_inline args ssh cache_from cache_to extra_hosts isolation labels network no_cache no_cache_filter pull shm_size target secrets tags platforms privileged additional_contexts entitlements provenance sbom',
    ),
    ulimits: ULIMITS,
  },
  configs: FILE,
  credential_spec: keys('config file registry'),
  depends_on: { '*': keys('condition restart required') },
  deploy: {
    ...keys('mode replicas endpoint_mode labels'),
    placement: { ...keys('constraints max_replicas_per_node'), preferences: keys('spread') },
    resources: {
      limits: keys('cpus memory pids'),
      reservations: { ...keys('cpus memory generic_resources'), devices: DEVICES },
    },
    restart_policy: keys('condition delay max_attempts window'),
    rollback_config: UPDATE,
    update_config: UPDATE,
  },
  develop: keys('watch'),
  env_file: keys('path required format'),
  gpus: DEVICES,
  healthcheck: keys('test interval timeout retries start_period start_interval disable'),
  logging: keys('driver options'),
  networks: {
    '*': keys(
      'aliases interface_name ipv4_address ipv6_address link_local_ips mac_address driver_opts priority gw_priority',
    ),
  },
  ports: keys('target published protocol mode name host_ip app_protocol'),
  post_start: HOOK,
  pre_stop: HOOK,
  secrets: FILE,
  ulimits: ULIMITS,
  volumes: {
    ...keys('type source target read_only consistency'),
    bind: keys('propagation create_host_path recursive selinux'),
    volume: keys('nocopy subpath labels'),
    tmpfs: keys('size mode'),
    image: keys('subpath'),
  },
};

/** Keys of mappings of a service that Compose does not know, by the path that the report calls them by. */
export function strangeIn({ name, keys: own }: Service): readonly Strange[] {
  return [...own.fields].flatMap(([key, tree]) => strangeBelow(tree, BELOW[key], `${name}.${key}`));
}

interface Strange {
  readonly path: string;
  readonly key: string;
  readonly at: Place;
  readonly isEmpty: false;
}

function strangeBelow(tree: Tree, known: Keys | undefined, path: string): readonly Strange[] {
  if (known === undefined || tree.kind === 'leaf') return [];
  if (tree.kind === 'list')
    return tree.items.flatMap((item, index) => strangeBelow(item, known, `${path}.${index}`));
  return [...tree.fields].flatMap(([key, field]): readonly Strange[] => {
    if (key.startsWith('x-')) return [];
    const below = `${path}.${key}`;
    if (!(key in known) && !('*' in known)) return [{ path: below, key, at: field.at, isEmpty: false }];
    return strangeBelow(field, known[key in known ? key : '*'], below);
  });
}
