import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'vitest';
import { serverCertificate } from '../../tools/scripts/certificates.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import { type Network, openNetwork, textOf } from '../../tools/scripts/network.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { mc, startStore } from './minio-process.ts';
import { lastLine, PASSWORD, type ShippedScript, sourceOf } from './shipped.ts';

/** Every Secret that scripts are given here has this under every key. */
const ROOT = { user: PASSWORD, password: PASSWORD };

/** Runs in a network of its own. */
async function alone(work: (network: Network) => Promise<void>): Promise<void> {
  const network = await openNetwork();
  try {
    await work(network);
  } finally {
    await network.close();
  }
}

/** The script without TLS, for the certificates of cases are no certificates. */
function plain({ script, hosts }: ShippedScript): ShippedScript {
  const { STORE_URL: url } = script.env;
  const env = { ...script.env, TLS: 'false', ...(url && { STORE_URL: url.replace('https:', 'http:') }) };
  return { id: '', script: { ...script, env }, hosts };
}

/** Puts what a client of RustFS asks its admin API before a MinIO on another port. */
async function rustfsFront(network: Network): Promise<void> {
  const file = join(import.meta.dirname, 'rustfs-front.ts');
  const front = network.start(process.execPath, [file, '9000', '9100']);
  await untilWritten(front.stdout, textOf(front.stdout), 'listening', 'front');
}

/** The programs of the object store and of its clients: where the server is, and where it is not. */
export const minioPrograms = {
  [sourceOf('generators/src/features/connection/s3/check.sh')]: {
    works: ({ script, hosts }: ShippedScript) =>
      alone(async (network) => {
        const { URL: url = '', BUCKET: bucket = '' } = script.env;
        const names = Object.keys(hosts);
        await minioServer({
          network,
          port: Number(new URL(url).port),
          ...ROOT,
          ...(url.startsWith('https:') && { certificate: await serverCertificate(names) }),
        });
        if (bucket)
          expect((await mc(network, ROOT, `mc mb --insecure store/${bucket}`, local(url))).exitCode).toBe(0);
        expect(await runScript(script, { network, hosts })).toMatchObject({
          exitCode: 0,
          output: `${script.env.SERVICE} answers at ${url}${bucket && `, bucket ${bucket}`}\n`,
        });
      }),
    async fails({ script, hosts }: ShippedScript, network: Network) {
      const result = await runScript({ ...script, env: { ...script.env, TIMEOUT: '0' } }, { network, hosts });
      expect(result).toMatchObject({ exitCode: 1 });
      expect(lastLine(result.output)).toMatch(
        `gave up after 0s waiting for ${script.env.SERVICE} at ${script.env.URL}: Failed to connect`,
      );
    },
  },
  [sourceOf('charts/minio/src/start.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network) => {
        const { script } = plain(shipped);
        // No package registry has RustFS: all that is seen is that the script comes to the point where it starts it.
        if (script.env.ENGINE === 'rustfs') {
          expect(await runScript(script, { network })).toMatchObject({ exitCode: 127 });
          return;
        }
        const folder = mkdtempSync(join(tmpdir(), 'store-'));
        chmodSync(folder, 0o755);
        const volumes = { data: join(folder, 'data'), tmp: join(folder, 'tmp') };
        const store = await startStore(script, network, volumes);
        expect(await store.stop()).toMatchObject({ exitCode: 0 });
        rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
      }),
  },
  [sourceOf('charts/minio/src/provision.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network) => {
        const { script, hosts } = plain(shipped);
        const rustfs = script.env.ENGINE === 'rustfs';
        await minioServer({ network, port: rustfs ? 9100 : 9000, ...ROOT });
        if (rustfs) await rustfsFront(network);
        const result = await runScript(script, { network, hosts, timeout: 120_000 });
        expect(result).toMatchObject({ exitCode: 0 });
        const done = result.output.trim().split('\n');
        expect(done).toHaveLength(wordsOf(script.env.CLIENTS) + linesOf(script.env.BUCKETS));
        expect(done.every((line) => /^(client|bucket) /.test(line))).toBe(true);
      }),
    async fails(shipped: ShippedScript, network: Network) {
      const { script, hosts } = plain(shipped);
      const result = await runScript(script, { network, hosts, timeout: 120_000 });
      expect(result.exitCode).toBe(1);
      expect(result.output).toMatch(/connection refused|Failed to connect/);
    },
  },
  [sourceOf('charts/minio/src/mirror.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network) => {
        const { script, hosts } = plain(shipped);
        await minioServer({ network, ...ROOT });
        await minioServer({ network, port: 9200, user: 'placeholder', password: 'placeholder' });
        const away = 'http://127.0.0.1:9200';
        const target = { user: 'placeholder', password: 'placeholder' };
        const { TARGET_BUCKET: copies } = script.env;
        await mc(network, ROOT, 'mc mb store/models && echo kept | mc --quiet pipe store/models/word');
        await mc(network, target, `mc mb store/${copies}`, away);
        const env = { ...script.env, TARGET_URL: away };
        const result = await runScript({ ...script, env }, { network, hosts, timeout: 120_000 });
        expect(result).toMatchObject({ exitCode: 0 });
        expect(lastLine(result.output)).toBe(`models is at ${away}/${copies}/models`);
      }),
    async fails(shipped: ShippedScript, network: Network) {
      const { script, hosts } = plain(shipped);
      const env = { ...script.env, RCLONE_RETRIES: '1', RCLONE_LOW_LEVEL_RETRIES: '1' };
      const result = await runScript({ ...script, env }, { network, hosts, timeout: 120_000 });
      expect(result.exitCode).not.toBe(0);
      expect(result.output).toContain('connection refused');
    },
  },
};

function local(url: string): string {
  const { protocol, port } = new URL(url);
  return `${protocol}//127.0.0.1:${port}`;
}

function wordsOf(text = ''): number {
  return text.split(' ').filter((word) => word !== '').length;
}

function linesOf(text = ''): number {
  return text.split('\n').filter((line) => line !== '').length;
}
