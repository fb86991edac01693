import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { type StartedServer, startServer } from './server-process.ts';

/** Who asks a store. */
export interface Caller {
  readonly user: string;
  readonly password: string;
}

/** What the programs of an image say to some words, as a user without rights. */
export function says(
  network: Network,
  image: string,
  words: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  return runScript(
    {
      id: image,
      source: image,
      container: image,
      place: 'containers',
      image: `${image}:latest`,
      command: ['sh', '-c', words],
      args: [],
      env,
      mounts: [],
      uid: 1000,
      readOnlyRoot: false,
    },
    { network },
  );
}

/** What mc says to some words; `store` is the server at an address of the network. */
export function mc(
  network: Network,
  { user, password }: Caller,
  words: string,
  url = 'http://127.0.0.1:9000',
): Promise<RunResult> {
  return says(network, 'mc', words, {
    MC_CONFIG_DIR: '/tmp/mc',
    MC_HOST_store: url.replace('://', `://${user}:${password}@`),
  });
}

/** Runs the start script of a store until the server takes requests, at most three minutes; it ends with its network. */
export function startStore(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedServer> {
  return startServer(
    script,
    { network, volumes },
    { ready: (said) => said.includes('API: '), command: /^(silo|minio)\0server\0/, within: 180_000 },
  );
}
