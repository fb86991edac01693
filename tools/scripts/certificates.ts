import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import { ensureDebian } from '../toolchain/debian.ts';

/** A serving certificate as PEM texts, named as the keys of a `kubernetes.io/tls` Secret say. */
export interface ServerCertificate {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const EC_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority of its own and a certificate signed by it for DNS names and 127.0.0.1, for a week. */
export async function serverCertificate(names: readonly string[]): Promise<ServerCertificate> {
  await ensureDebian(['openssl']);
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  const at = (name: string) => join(folder, name);
  try {
    const alternatives = ['localhost', ...names].map((name) => `DNS:${name}`);
    await writeFile(at('names'), `subjectAltName=${[...alternatives, 'IP:127.0.0.1'].join(',')}`);
    await openssl(['req', '-x509', ...EC_KEY, '-days', '7', '-subj', '/CN=test authority'], {
      keyout: at('ca.key'),
      out: at('ca.crt'),
    });
    await openssl(['req', '-new', ...EC_KEY, '-subj', `/CN=${names[0] ?? 'localhost'}`], {
      keyout: at('tls.key'),
      out: at('request'),
    });
    await openssl(['x509', '-req', '-days', '7', '-CAcreateserial'], {
      in: at('request'),
      CA: at('ca.crt'),
      CAkey: at('ca.key'),
      extfile: at('names'),
      out: at('tls.crt'),
    });
    const [ca, certificate, key] = await Promise.all(
      ['ca.crt', 'tls.crt', 'tls.key'].map((name) => readFile(at(name), 'utf8')),
    );
    return { ca: ca ?? '', certificate: certificate ?? '', key: key ?? '' };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function openssl(words: readonly string[], files: Readonly<Record<string, string>>): Promise<void> {
  const flags = Object.entries(files).flatMap(([flag, path]) => [`-${flag}`, path]);
  const result = await run('openssl', [...words, ...flags], { timeoutMs: 30_000 });
  if (result.code === 0) return;
  throw new ChartwrightError(
    'scripts/openssl',
    `"openssl ${words[0] ?? ''}" failed: ${result.stderr.trim().slice(-300)}`,
    'tools/scripts/certificates.ts',
    'Install openssl 3 (on Debian: apt-get install openssl).',
  );
}
