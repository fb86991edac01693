import { type RequestOptions, request } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

/** One call of the API without the client's typed models, which lose the `x-kubernetes-…` keywords of schemas. */
export async function raw(
  config: KubeConfig,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ readonly code: number; readonly text: string }> {
  const options: RequestOptions = { method, headers: { 'content-type': 'application/json' } };
  await config.applyToHTTPSOptions(options);
  const url = `${config.getCurrentCluster()?.server ?? ''}${path}`;
  return new Promise((resolve, reject) => {
    const call = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ code: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
