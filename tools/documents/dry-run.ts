import { createHash } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { idOf, isRecord, type KubeObject } from '../kubernetes/objects.ts';

/** Why an API server refuses an object; empty when it takes it. */
export type DryRun = (object: KubeObject) => Promise<readonly string[]>;

/** What another cluster takes: it has both address families, other ranges of addresses and ports, the experimental channel of the Gateway API, or the classes that pods name. */
const ENVIRONMENT =
  /dual-stack services|not configured on this cluster|not in the valid range|unknown field "spec.rules\[0\].sessionPersistence"$|no PriorityClass with name \S+ was found$|pod rejected: RuntimeClass "[^"]+" not found$/;

interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

interface Answer {
  readonly code: number;
  readonly body: unknown;
}

/**
 * Gives objects to the API server of a kubeconfig, which decides and stores nothing (`dryRun=All`, unknown fields are
 * refused). All of them are created in one namespace; equal objects are asked for once.
 */
export async function dryRunOf(kubeconfig: string, namespace: string): Promise<DryRun> {
  const ask = await connect(kubeconfig);
  const resources = new Map<string, Promise<ReadonlyMap<string, Resource>>>();
  const verdicts = new Map<string, Promise<readonly string[]>>();

  const verdict = async (object: KubeObject): Promise<readonly string[]> => {
    const root = object.apiVersion.includes('/') ? `/apis/${object.apiVersion}` : `/api/${object.apiVersion}`;
    const known = resources.get(root) ?? ask('GET', root).then(({ body }) => resourcesIn(body));
    resources.set(root, known);
    const resource = (await known).get(object.kind);
    if (resource === undefined) return [`the API server does not know ${object.apiVersion} ${object.kind}`];
    const { plural, namespaced } = resource;
    const place = namespaced ? `${root}/namespaces/${namespace}/${plural}` : `${root}/${plural}`;
    const { code, body } = await ask('POST', `${place}?dryRun=All&fieldValidation=Strict`, object);
    return code < 300 ? [] : refusalsIn(body).filter((why) => !ENVIRONMENT.test(why));
  };

  return (object) => {
    const placed = placedAnywhere(object);
    const key = createHash('sha256').update(JSON.stringify(placed)).digest('base64');
    const known =
      verdicts.get(key) ?? verdict(placed).then((whys) => whys.map((why) => `${idOf(object)}: ${why}`));
    verdicts.set(key, known);
    return known;
  };
}

/** Nothing is there that the objects refer to: neither their namespaces nor the ServiceAccounts of their pods. */
function placedAnywhere(object: KubeObject): KubeObject {
  const { namespace: _, ...metadata } = object.metadata;
  const placed = { ...object, metadata };
  return object.kind === 'Pod' && isRecord(object.spec)
    ? { ...placed, spec: { ...object.spec, serviceAccountName: 'default' } }
    : placed;
}

function refusalsIn(body: unknown): readonly string[] {
  const { message, details } = isRecord(body) ? body : {};
  const causes = isRecord(details) && Array.isArray(details.causes) ? details.causes.filter(isRecord) : [];
  if (causes.length === 0) return [String(message)];
  return causes.map(({ field, message: why }) => `${field}: ${why}`);
}

function resourcesIn(body: unknown): ReadonlyMap<string, Resource> {
  const list = isRecord(body) && Array.isArray(body.resources) ? body.resources.filter(isRecord) : [];
  return new Map(
    list
      .filter(({ name }) => !String(name).includes('/'))
      .map(({ kind, name, namespaced }) => [
        String(kind),
        { plural: String(name), namespaced: namespaced === true },
      ]),
  );
}

async function connect(kubeconfig: string) {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const server = config.getCurrentCluster()?.server ?? '';
  const credentials: RequestOptions = {};
  await config.applyToHTTPSOptions(credentials);
  const { ca, cert, key } = credentials;
  const agent = new Agent({ ca, cert, key, keepAlive: true, maxSockets: 4 });
  return (method: string, path: string, body?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { ...credentials.headers, 'content-type': 'application/json' };
      const options = { ...credentials, agent, method, headers };
      const sent = request(`${server}${path}`, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          resolve({ code: response.statusCode ?? 500, body: JSON.parse(text) });
        });
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
}
