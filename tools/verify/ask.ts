import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestSecure } from 'node:https';
import { createServer } from 'node:net';
import { type KubeConfig, PortForward } from '@kubernetes/client-node';

/** A port of a Service, and a pod behind it. */
export interface Address {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
  readonly scheme: string;
  /** Where the Service's answer is sought when the API server cannot reach it. */
  readonly pod?: { readonly name: string; readonly port: number };
}

export interface Answer {
  /** 0 where nothing answered. */
  readonly status: number;
  readonly text: string;
}

/** Asks a member and returns what it said. */
export type Ask = (to: Address, path: string, body?: string) => Promise<Answer>;

/** Answers of the API server itself that mean that it did not get through. */
const NO_WAY = new Set([0, 502, 503, 504]);

/**
 * Asks through the API server's proxy, and where that does not get through (NetworkPolicies keep it out on a cluster of
 * several nodes) by forwarding a port of the pod.
 */
export function asker(config: KubeConfig, timeoutMs: number): Ask {
  return async (to, path, body) => {
    const { namespace, service, port, scheme } = to;
    const name = scheme === 'https' ? `https:${service}:${port}` : `${service}:${port}`;
    const server = config.getCurrentCluster()?.server ?? '';
    const credentials: RequestOptions = {};
    await config.applyToHTTPSOptions(credentials);
    const url = `${server}/api/v1/namespaces/${namespace}/services/${name}/proxy${path}`;
    const answer = await send(url, credentials, timeoutMs, body);
    if (!NO_WAY.has(answer.status) || to.pod === undefined) return answer;
    const forwarded = await throughPod(config, to, path, timeoutMs, body);
    return forwarded.status === 0 ? answer : forwarded;
  };
}

/** Sends one request; a failure is an answer of status 0 with what went wrong. */
export function send(
  url: string,
  options: RequestOptions,
  timeoutMs: number,
  body: string | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = url.startsWith('https:') ? requestSecure : requestPlain;
    const headers = {
      ...options.headers,
      accept: 'application/json, */*',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = request(
      url,
      { ...options, headers, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', ({ message }) => resolve({ status: 0, text: message }));
      },
    );
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    sent.on('error', ({ message }) => resolve({ status: 0, text: message }));
    sent.end(body);
  });
}

async function throughPod(
  config: KubeConfig,
  { namespace, scheme, pod }: Address,
  path: string,
  timeoutMs: number,
  body: string | undefined,
): Promise<Answer> {
  if (pod === undefined) return { status: 0, text: 'no pod' };
  const forward = new PortForward(config);
  const listener = createServer((socket) => {
    socket.on('error', () => undefined);
    forward.portForward(namespace, pod.name, [pod.port], socket, null, socket).catch(() => socket.destroy());
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  try {
    const address = listener.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    return await send(`${scheme}://127.0.0.1:${port}${path}`, { rejectUnauthorized: false }, timeoutMs, body);
  } finally {
    listener.close();
  }
}
