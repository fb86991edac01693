import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** Files of a cluster's own authority, all in one folder. */
export interface Certificates {
  readonly ca: string;
  readonly serving: string;
  readonly servingKey: string;
  /** Key that signs service-account tokens. */
  readonly serviceAccountKey: string;
}

/** Where the certificates of a folder are. */
export function certificatePaths(folder: string): Certificates {
  return {
    ca: join(folder, 'ca.crt'),
    serving: join(folder, 'serving.crt'),
    servingKey: join(folder, 'serving.key'),
    serviceAccountKey: join(folder, 'service-account.key'),
  };
}

/**
 * Makes a certificate authority, a serving certificate for 127.0.0.1 signed by it, and the service-account key.
 * A certificate that the API server makes for itself would leave the controller manager without a usable authority.
 *
 * @param apiService address of the Service of the API server
 */
export async function makeCertificates(folder: string, apiService: string): Promise<Certificates> {
  const paths = certificatePaths(folder);
  const caKey = join(folder, 'ca.key');
  const extensions = join(folder, 'serving.cnf');
  const names = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'localhost'].map(
    (name) => `DNS:${name}`,
  );
  const subjectAltName = `subjectAltName=${[...names, 'IP:127.0.0.1', `IP:${apiService}`].join(',')}`;
  await writeFile(extensions, subjectAltName);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const request = join(folder, 'serving.csr');
  await Promise.all([
    openssl(
      'req',
      '-x509',
      ...key,
      '-days',
      '3650',
      '-subj',
      '/CN=chartwright-test-ca',
      '-keyout',
      caKey,
      '-out',
      paths.ca,
    ),
    openssl(
      'req',
      '-new',
      ...key,
      '-subj',
      '/CN=kube-apiserver',
      '-keyout',
      paths.servingKey,
      '-out',
      request,
    ),
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', paths.serviceAccountKey),
  ]);
  await openssl(
    ...['x509', '-req', '-days', '3650', '-in', request, '-CA', paths.ca, '-CAkey', caKey, '-CAcreateserial'],
    ...['-extfile', extensions, '-out', paths.serving],
  );
  return paths;
}

async function openssl(...args: string[]): Promise<void> {
  const result = await run('openssl', args, { timeoutMs: 30_000 });
  if (result.code === 0) return;
  throw new ChartwrightError(
    'cluster/openssl-failed',
    `"openssl ${args[0]}" failed: ${result.stderr.trim().slice(-300)}`,
    'tools/cluster/certificates.ts',
    'Install openssl 3 (on Debian: apt-get install openssl).',
  );
}
