import { Agent, type RequestOptions, request } from 'node:https';
import { KubeConfig, type KubernetesListObject, type KubernetesObject } from '@kubernetes/client-node';

/** A change that a watch reports. */
export interface WatchEvent<T extends KubernetesObject> {
  readonly type: string;
  readonly object: T;
}

/** The API of one server as plain paths and JSON: `pods` is core v1, `apps/v1/deployments` a group's. */
export interface Api {
  /** The body of an answer; throws with the server's message unless it is a success. */
  call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T>;
  /** Everything of one resource in a namespace, or of the cluster when the namespace is empty. */
  list<T extends KubernetesObject>(resource: string, namespace: string): Promise<readonly T[]>;
  create(resource: string, namespace: string, object: unknown): Promise<void>;
  /** Merges into an object. */
  patch(resource: string, namespace: string, name: string, change: unknown): Promise<void>;
  remove(resource: string, namespace: string, name: string): Promise<void>;
  /** Reports what exists and every change from then on, until the returned function is called. */
  watch<T extends KubernetesObject>(
    resource: string,
    namespace: string,
    report: (event: WatchEvent<T>) => void,
  ): Promise<() => void>;
}

/** Connects to the server of a kubeconfig. */
export async function openApi(kubeconfig: string): Promise<Api> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const server = config.getCurrentCluster()?.server ?? '';
  const credentials: RequestOptions = {};
  await config.applyToHTTPSOptions(credentials);
  const { ca, cert, key } = credentials;
  const options: RequestOptions = { ...credentials, agent: new Agent({ ca, cert, key, keepAlive: true }) };

  const call: Api['call'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const all = { ...options.headers, 'content-type': 'application/json', ...headers };
      const sent = request(
        `${server}${path}`,
        { ...options, method, headers: all, timeout: 30_000 },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () => {
            if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text));
            else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server may close a connection in the moment in which it is used again.
        const isStale = method === 'GET' && sent.reusedSocket && error.code === 'ECONNRESET';
        if (isStale) call<never>(method, path, body, headers).then(resolve, reject);
        else reject(error);
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within 30 s`)));
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });

  const list: Api['list'] = async <T extends KubernetesObject>(resource: string, namespace: string) => {
    const found = await call<KubernetesListObject<T>>('GET', pathOf(resource, namespace));
    // Only the list says what its items are.
    const kind = found.kind?.replace(/List$/, '');
    return found.items.map((item) => ({ apiVersion: found.apiVersion, kind, ...item }));
  };

  return {
    call,
    list,
    create: (resource, namespace, object) => call('POST', pathOf(resource, namespace), object),
    patch: (resource, namespace, name, change) =>
      call('PATCH', `${pathOf(resource, namespace)}/${name}`, change, {
        'content-type': 'application/merge-patch+json',
      }),
    remove: (resource, namespace, name) => call('DELETE', `${pathOf(resource, namespace)}/${name}`),
    watch: (resource, namespace, report) =>
      new Promise((resolve, reject) => {
        const path = `${pathOf(resource, namespace)}?watch=true`;
        const sent = request(`${server}${path}`, options, (response) => {
          let rest = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            const lines = `${rest}${chunk}`.split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines) report(JSON.parse(line));
          });
          response.on('error', () => undefined);
          resolve(() => sent.destroy());
        });
        sent.on('error', reject);
        sent.end();
      }),
  };
}

function pathOf(resource: string, namespace: string): string {
  const parts = resource.split('/');
  const plural = parts.pop() ?? '';
  const root = parts.length === 0 ? '/api/v1' : `/apis/${parts.join('/')}`;
  return namespace === '' ? `${root}/${plural}` : `${root}/namespaces/${namespace}/${plural}`;
}
