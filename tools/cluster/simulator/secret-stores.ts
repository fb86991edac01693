import {
  type KubeConfig,
  type KubernetesObject,
  KubernetesObjectApi,
  makeInformer,
  PatchStrategy,
  type V1ObjectMeta,
  type V1Secret,
} from '@kubernetes/client-node';

const GROUP = 'external-secrets.io/v1';
const MANAGER = 'external-secrets';
const RESTART_AFTER_MS = 250;

/** https://external-secrets.io/latest/provider/fake/ */
interface Store extends KubernetesObject {
  readonly spec: {
    readonly provider: {
      readonly fake?: { readonly data: readonly { readonly key: string; readonly value: string }[] };
    };
  };
}

interface ExternalSecret extends KubernetesObject {
  readonly spec: {
    /** Absent where a generator makes the values. */
    readonly secretStoreRef?: { readonly name: string };
    readonly target: {
      readonly name: string;
      readonly creationPolicy?: string;
      readonly template?: {
        readonly data?: Readonly<Record<string, string>>;
        readonly metadata?: Pick<V1ObjectMeta, 'annotations' | 'labels'>;
      };
    };
    readonly data?: readonly {
      readonly secretKey: string;
      readonly remoteRef: { readonly key: string; readonly property?: string };
    }[];
  };
}

/** Plays the External Secrets Operator for ClusterSecretStores of its provider `fake`, whenever one or an ExternalSecret changes. */
export async function playSecretStores(config: KubeConfig): Promise<void> {
  const objects = KubernetesObjectApi.makeApiClient(config);
  const watched = <T extends KubernetesObject>(kind: string, plural: string) => {
    const informer = makeInformer<T>(config, `/apis/${GROUP}/${plural}`, () => objects.list<T>(GROUP, kind));
    informer.on('change', fill);
    informer.on('error', () => void setTimeout(() => void informer.start(), RESTART_AFTER_MS));
    return informer;
  };
  const stores = watched<Store>('ClusterSecretStore', 'clustersecretstores');
  const wanted = watched<ExternalSecret>('ExternalSecret', 'externalsecrets');

  function fill(): void {
    for (const external of wanted.list()) {
      const store = stores
        .list()
        .find(({ metadata }) => metadata?.name === external.spec.secretStoreRef?.name);
      const secret = store && secretOf(external, store);
      if (!secret) continue;
      objects
        .patch(secret, undefined, undefined, MANAGER, true, PatchStrategy.ServerSideApply)
        .catch((error: unknown) => console.error(`${secret.metadata?.name}: ${String(error)}`));
    }
  }

  await Promise.all([stores.start(), wanted.start()]);
}

/** The Secret of an ExternalSecret; undefined while the store lacks any key of it, or is no fake one, or it is about to go. */
export function secretOf({ metadata, spec }: ExternalSecret, store: Store): V1Secret | undefined {
  const entries = new Map(store.spec.provider.fake?.data.map(({ key, value }) => [key, value]));
  const found = (spec.data ?? []).map(({ secretKey, remoteRef: { key, property } }) => {
    const entry = entries.get(key);
    return [secretKey, entry !== undefined && property !== undefined ? propertyOf(entry, property) : entry];
  });
  if (metadata?.deletionTimestamp || found.some(([, value]) => value === undefined)) return undefined;
  const { name, creationPolicy, template } = spec.target;
  const owner = {
    apiVersion: GROUP,
    kind: 'ExternalSecret',
    name: metadata?.name ?? '',
    uid: metadata?.uid ?? '',
    controller: true,
  };
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      ...template?.metadata,
      name,
      namespace: metadata?.namespace ?? '',
      ...(creationPolicy === 'Owner' && { ownerReferences: [owner] }),
    },
    data: Object.fromEntries(
      Object.entries({ ...Object.fromEntries(found), ...template?.data }).map(([key, value]) => [
        key,
        Buffer.from(String(value)).toString('base64'),
      ]),
    ),
  };
}

function propertyOf(entry: string, property: string): string | undefined {
  const value = (JSON.parse(entry) as Readonly<Record<string, unknown>>)[property];
  return typeof value === 'string' ? value : undefined;
}
