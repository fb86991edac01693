import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { V1CustomResourceDefinition } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { cached } from '../../generators/src/programs/cache.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { goModuleFolder, groupKey } from './go.ts';

const OWN = join(import.meta.dirname, 'crds');

/** Where the projects that define the kinds publish them, as paths in their Go modules. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'sigs.k8s.io/gateway-api': ['httproutes', 'gateways'].map(
    (plural) => `config/crd/standard/gateway.networking.k8s.io_${plural}.yaml`,
  ),
  'github.com/prometheus-operator/prometheus-operator': [
    'servicemonitors',
    'podmonitors',
    'prometheusrules',
  ].map((plural) => `example/prometheus-operator-crd/monitoring.coreos.com_${plural}.yaml`),
  'github.com/external-secrets/external-secrets': [
    'config/crds/bases/external-secrets.io_externalsecrets.yaml',
    'config/crds/bases/external-secrets.io_secretstores.yaml',
    'config/crds/bases/external-secrets.io_clustersecretstores.yaml',
    'config/crds/bases/generators.external-secrets.io_passwords.yaml',
  ],
  'github.com/kedacore/keda/v2': ['config/crd/bases/keda.sh_scaledobjects.yaml'],
  'github.com/argoproj/argo-rollouts': ['rollout', 'analysis-template'].map(
    (name) => `manifests/crds/${name}-crd.yaml`,
  ),
  'github.com/kubernetes-csi/external-snapshotter/client/v8': [
    'volumesnapshots',
    'volumesnapshotclasses',
  ].map((plural) => `config/crd/snapshot.storage.k8s.io_${plural}.yaml`),
};

/** Providers of secret stores that are served; all forty of them would be most of what a cluster has to read. */
const STORE_PROVIDERS: readonly string[] = ['aws', 'azurekv', 'fake', 'gcpsm', 'kubernetes', 'vault'];

/** Paths of JSON files with all custom resource definitions that the cluster serves: the published ones and those of `crds/`. */
export async function crdFiles(): Promise<string[]> {
  const paths = createHash('sha256')
    .update(JSON.stringify([PUBLISHED, STORE_PROVIDERS]))
    .digest('hex')
    .slice(0, 12);
  const folder = await cached(join('crds', `${basename(await groupKey('crds'))}-${paths}`), (draft) =>
    withProgress('fetching custom resource definitions', () => collect(draft)),
  );
  return (await readdir(folder)).map((file) => join(folder, file));
}

/** All custom resource definitions that the cluster serves. */
export async function loadCrds(): Promise<V1CustomResourceDefinition[]> {
  const own = (await readdir(OWN)).filter((file) => file.endsWith('.yaml')).map((file) => join(OWN, file));
  const files = [...(await crdFiles()), ...own];
  return Promise.all(
    files.map(async (file) => parse(await readFile(file, 'utf8')) as V1CustomResourceDefinition),
  );
}

async function collect(folder: string): Promise<void> {
  for (const [module, files] of Object.entries(PUBLISHED)) {
    const source = await goModuleFolder('crds', module);
    for (const file of files) {
      const crd = parse(await readFile(join(source, file), 'utf8')) as V1CustomResourceDefinition;
      await writeFile(join(folder, `${crd.metadata?.name}.json`), JSON.stringify(lean(crd)));
    }
  }
}

/** Only what is served, so that every start is faster. */
function lean(crd: V1CustomResourceDefinition): V1CustomResourceDefinition {
  const versions = crd.spec.versions.filter(({ served }) => served);
  for (const { schema } of versions) {
    const provider = schema?.openAPIV3Schema?.properties?.spec?.properties?.provider;
    if (provider?.properties === undefined) continue;
    const kept = Object.entries(provider.properties).filter(([name]) => STORE_PROVIDERS.includes(name));
    provider.properties = Object.fromEntries(kept);
  }
  return withoutProse({ ...crd, spec: { ...crd.spec, versions } });
}

/** Drops descriptions, two thirds of most definitions. A property named so is an object and stays. */
function withoutProse<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutProse) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, child]) => key !== 'description' || typeof child !== 'string',
  );
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutProse(child)])) as T;
}
