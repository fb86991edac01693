import type { Network } from '../../tools/scripts/network.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { type StartedServer, startServer } from './server-process.ts';

/** What the client of a server's own container says to some words. */
export async function clientSays(script: Script, network: Network, words: string): Promise<string> {
  const command = ['sh', '-c', `$CLI ${words} 2>&1`];
  const { output } = await runScript({ ...script, command, args: [] }, { network });
  return output.trim();
}

/** Runs the start script of a Redis until the server takes connections, at most a minute and a half. */
export function startRedis(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedServer> {
  return startServer(
    script,
    { network, volumes },
    {
      ready: (said) => said.includes('Ready to accept connections'),
      command: /^(redis|valkey)-server .*:6379/,
      within: 90_000,
    },
  );
}
