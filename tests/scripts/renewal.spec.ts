import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe } from 'vitest';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { type ServerCertificate, serverCertificate } from '../../tools/scripts/certificates.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { postgresPrograms } from '../../tools/scripts/postgres-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { until } from '../cluster/until.ts';
import { inNetwork } from './in-network.ts';
import { startStore } from './minio-process.ts';
import { startPostgres } from './postgres-process.ts';
import { startRedis } from './redis-process.ts';
import type { StartedServer } from './server-process.ts';
import { running, scriptsOfCase, sourceOf } from './shipped.ts';

const TEST_LIMIT = 400_000;

const it = inNetwork.extend<{ readonly volumes: Readonly<Record<'data' | 'tmp' | 'run' | 'tls', string>> }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'renewal-'));
    chmodSync(folder, 0o755);
    const at = (name: string) => join(folder, name);
    await use({ data: at('data'), tmp: at('tmp'), run: at('run'), tls: at('tls') });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

/** The certificate that a server of the network shows. */
async function served({ enter }: Network, port: number, ...more: readonly string[]): Promise<string> {
  const words = ['s_client', '-connect', `127.0.0.1:${port}`, ...more];
  const [program = '', ...before] = [...enter, 'openssl', ...words];
  const asked = promisify(execFile)(program, before, { timeout: 20_000 });
  asked.child.stdin?.end();
  const { stdout } = await asked.catch(({ stdout: said }: { stdout?: string }) => ({ stdout: said ?? '' }));
  return /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(stdout)?.[0] ?? '';
}

/** The start script of a case with TLS; its certificate is in a folder, under other names than those of cert-manager. */
async function started(chart: string, ...values: readonly string[]): Promise<Script> {
  const example = cases().find((one) => one.chart === chart && one.name === 'tls') as Case;
  const names = ['tls.certificateKey=server.pem', 'tls.privateKeyKey=server-key.pem', ...values];
  const all = await scriptsOfCase(
    example,
    names.flatMap((value) => ['--set', value]),
  );
  const { script } = running(all, sourceOf(`charts/${chart}/src/start.sh`));
  const mounts = script.mounts.map(({ files, ...mount }) =>
    mount.volume === 'tls' ? { ...mount, readOnly: false } : { ...mount, ...(files && { files }) },
  );
  return { ...script, mounts, env: { ...script.env, RENEW_SECONDS: '1' } };
}

/** Puts a certificate where the kubelet would; the server itself owns the files, as nobody else can here. */
async function place(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
  { certificate, key, ca }: ServerCertificate,
): Promise<void> {
  const env = { CERTIFICATE: certificate, KEY: key, CA: ca };
  const text = `umask 077; cd /run/tls
    put() { printf %s "$2" > ".$1"; mv ".$1" "$1"; }
    put server.pem "$CERTIFICATE"; put server-key.pem "$KEY"; put ca.crt "$CA"`;
  const { exitCode, output } = await runScript(
    { ...script, env, command: ['sh', '-ec', text], args: [] },
    { network, volumes },
  );
  if (exitCode !== 0) throw new Error(output);
}

const servers = [
  ['redis', 6379, startRedis, [], [], 'refused'],
  [
    'postgres',
    5432,
    startPostgres,
    ['-starttls', 'postgres'],
    [`image.tag=${(await postgresPrograms()).major}.1`],
    'could not',
  ],
  ['minio', 9000, startStore, [], [], ''],
] as const;

describe.each(servers)('%s', (chart, port, start, more, values, complaint) => {
  it('takes a renewed certificate without a restart, and keeps the old one where that is broken', {
    timeout: TEST_LIMIT,
  }, async ({ network, volumes, expect }) => {
    if (chart === 'minio') await ensureGoTool('minio');
    const script = await started(chart, ...values);
    const names = [`demo-${chart}`];
    const [first, second] = await Promise.all([serverCertificate(names), serverCertificate(names)]);
    const shown = () => served(network, port, ...more);
    await place(script, network, volumes, first);
    const server: StartedServer = await start(script, network, volumes);
    expect(await shown()).toBe(first.certificate.trim());

    await place(script, network, volumes, { ...second, key: 'broken' });
    expect(
      await until(
        async () => server.output(),
        (said) => said.includes(complaint),
      ),
    ).toContain(complaint);
    await pause(3000);
    expect(await shown()).toBe(first.certificate.trim());

    await place(script, network, volumes, second);
    const renewed = second.certificate.trim();
    expect(await until(shown, (seen) => seen === renewed)).toBe(renewed);
    const { exitCode } = await server.stop();
    expect(exitCode).toBe(0);
  });
});
