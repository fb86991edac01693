import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serverCertificate } from '../tools/scripts/certificates.ts';

/** As much of an OCI registry as a pull of one chart asks for. */
export interface ChartRegistry {
  /** Address of the folder with the chart. */
  readonly address: string;
  /** Certificate that a client must trust. */
  readonly ca: string;
  close(): void;
}

/** Serves one packed chart over TLS on this machine. */
export async function chartRegistry(archive: string): Promise<ChartRegistry> {
  const { ca, certificate, key } = await serverCertificate(['localhost']);
  const server = createServer({ cert: certificate, key }, answersWith(readFileSync(archive)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `oci://localhost:${(server.address() as AddressInfo).port}/charts`;
  return { address, ca, close: () => server.close() };
}

/** How a registry names bytes. */
export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function answersWith(archive: Buffer): (request: IncomingMessage, response: ServerResponse) => void {
  const blobs = [Buffer.from('{"apiVersion":"v2"}'), archive];
  const types = ['config.v1+json', 'chart.content.v1.tar+gzip'].map(
    (type) => `application/vnd.cncf.helm.${type}`,
  );
  const [config, layer] = blobs.map((blob, index) => ({
    mediaType: types[index],
    digest: sha256(blob),
    size: blob.length,
  }));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [layer] }));
  return ({ url = '' }, response) => {
    const asked = url.split('/').at(-1);
    const body = url.includes('/manifests/') ? manifest : blobs.find((blob) => sha256(blob) === asked);
    if (body === undefined) response.writeHead(url === '/v2/' ? 200 : 404).end();
    else
      response
        .writeHead(200, {
          'content-type': body === manifest ? mediaType : 'application/octet-stream',
          'content-length': body.length,
          'docker-content-digest': sha256(body),
        })
        .end(body);
  };
}
