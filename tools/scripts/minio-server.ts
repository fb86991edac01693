import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureGoTool } from '../toolchain/go.ts';
import type { ServerCertificate } from './certificates.ts';
import { freePort, machineNetwork, type Network, stop, textOf } from './network.ts';
import { untilWritten } from './until-written.ts';

export interface MinioOptions {
  /** The network of this machine when absent, and a free port of it. */
  readonly network?: Network;
  /** 9000 in a network of its own. */
  readonly port?: number;
  /** Name of the root user. */
  readonly user: string;
  /** Password of the root user, at least eight characters. */
  readonly password: string;
  /** It speaks HTTPS with this certificate, and nothing else. */
  readonly certificate?: ServerCertificate;
  /** Further variables of the server, for example `{ MINIO_BROWSER: 'on' }`. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface MinioServer {
  readonly port: number;
  /** What the server has written so far. */
  readonly log: () => string;
  /** Ends it; its data goes with it, also when its network is closed instead. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real MinIO, from whose source Silo comes, with S3 and the admin API on data of its own, and waits until it takes
 * requests, at most thirty seconds. Its console is off.
 */
export async function minioServer(options: MinioOptions): Promise<MinioServer> {
  const { network = machineNetwork(), user, password, env = {} } = options;
  const binary = await ensureGoTool('minio');
  const port = options.port ?? (options.network === undefined ? await freePort() : 9000);
  const host = options.network === undefined ? '127.0.0.1' : '';
  const folder = mkdtempSync(join(tmpdir(), 'minio-'));
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  if (options.certificate) {
    writeFileSync(join(certificates, 'public.crt'), options.certificate.certificate);
    writeFileSync(join(certificates, 'private.key'), options.certificate.key);
  }
  const words = ['--address', `${host}:${port}`, '--certs-dir', certificates];
  const child = network.start(binary, ['server', join(folder, 'data'), ...words], {
    env: {
      HOME: folder,
      MINIO_ROOT_USER: user,
      MINIO_ROOT_PASSWORD: password,
      MINIO_BROWSER: 'off',
      MINIO_UPDATE: 'off',
      MINIO_CI_CD: 'on',
      ...env,
    },
  });
  child.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  child.stdout?.resume();
  const log = textOf(child.stderr);
  await untilWritten(child.stderr, log, 'API:', 'minio');
  return { port, log, stop: () => stop(child) };
}
