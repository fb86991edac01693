import type { Network } from '../../tools/scripts/network.ts';
import type { RunResult } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { type StartedServer, startServer } from './server-process.ts';

/** A server that the chart's start script has become; it stops by the stop signal of the image. */
export interface StartedPostgres extends StartedServer {
  /** Ends it as a node that fails does. */
  readonly kill: () => Promise<RunResult>;
}

/** Runs the start script until the server takes connections over the network, at most three minutes. */
export async function startPostgres(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedPostgres> {
  const server = await startServer(
    script,
    { network, volumes },
    {
      ready: (said) => /listening on IPv4.*ready to accept connections/s.test(said),
      command: /^postgres\0-D\0/,
      within: 180_000,
    },
  );
  return { ...server, stop: () => server.signal('SIGINT'), kill: () => server.signal('SIGKILL') };
}
