import { setTimeout as sleep } from 'node:timers/promises';
import { KubeConfig } from '@kubernetes/client-node';
import { loadCrds } from '../../toolchain/crds.ts';
import type { Hardware } from '../hardware.ts';
import { raw } from './raw.ts';
import { playSecretStores } from './secret-stores.ts';
import { beat, seed } from './seed.ts';
import { simulate } from './simulate.ts';

const [kubeconfig = '', hardwareJson = '{}'] = process.argv.slice(2);
const crds = loadCrds();
const hardware = JSON.parse(hardwareJson) as Hardware;

process.once('disconnect', () => process.exit(0));
process.once('message', () => {
  run().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

async function run(): Promise<void> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  await seed(config, hardware, await crds);
  beat(config, hardware);
  await simulate(config);
  await served(config);
  await playSecretStores(config);
  process.send?.('ready');
}

/** Waits until every custom resource answers and the default namespace can hold pods. */
async function served(config: KubeConfig): Promise<void> {
  const paths = (await crds).flatMap(({ spec: { group, names, versions } }) =>
    versions
      .filter((version) => version.served)
      .map(({ name }) => `/apis/${group}/${name}/${names.plural}?limit=1`),
  );
  await Promise.all(
    [...paths, '/api/v1/namespaces/default/serviceaccounts/default'].map(async (path) => {
      while ((await raw(config, 'GET', path)).code !== 200) await sleep(50);
    }),
  );
}
