import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureGoTool } from '../toolchain/go.ts';
import { serverCertificate } from './certificates.ts';
import { freePort, machineNetwork, stop, textOf } from './network.ts';
import { untilWritten } from './until-written.ts';

/** Who may push and pull. */
export const PUBLISHER = { user: 'publisher', password: 'not-a-secret' } as const;
/** The same as bcrypt has it. */
const HTPASSWD = 'publisher:$2a$04$3Jfq/q0qaeJ8d7xBQYYl2OaHDw5eSCLU.zdpx6u5Q2jHtjt3LSfXO\n';

export interface RegistryServer {
  /** Host and port. */
  readonly host: string;
  /** File with the authority of its certificate. */
  readonly caFile: string;
  /** Kills it in the middle of what it does. */
  readonly kill: () => Promise<void>;
  /** Starts it anew on the same data and port. */
  readonly start: () => Promise<void>;
  /** Ends it; its data goes with it. */
  readonly stop: () => Promise<void>;
}

/** Starts the registry `distribution` with TLS and a login on a free port of this machine. */
export async function registryServer(): Promise<RegistryServer> {
  const binary = await ensureGoTool('registry');
  const [folder, port, tls] = await Promise.all([
    mkdtemp(join(tmpdir(), 'registry-')),
    freePort(),
    serverCertificate([]),
  ]);
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const host = `127.0.0.1:${port}`;
  const certificate = put('tls.crt', tls.certificate);
  const config = {
    version: '0.1',
    log: { accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') } },
    http: { addr: host, tls: { certificate, key: put('tls.key', tls.key) } },
    auth: { htpasswd: { realm: 'charts', path: put('htpasswd', HTPASSWD) } },
  };
  const words = ['serve', put('config.yml', JSON.stringify(config))];
  const run = async () => {
    const child = machineNetwork().start(binary, words, { env: { OTEL_TRACES_EXPORTER: 'none' } });
    child.stdout?.resume();
    await untilWritten(child.stderr, textOf(child.stderr), 'listening on', 'registry');
    return child;
  };
  let server = await run();
  return {
    host,
    caFile: put('ca.crt', tls.ca),
    kill: () => stop(server),
    start: async () => {
      server = await run();
    },
    stop: async () => {
      await stop(server);
      await rm(folder, { recursive: true });
    },
  };
}
