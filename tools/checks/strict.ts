import { get } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { isRecord } from '../kubernetes/objects.ts';
import { documentValidator, type ObjectValidator, type OpenApiDocuments } from './openapi.ts';

const validators = new Map<
  string,
  { readonly state: string; readonly validator: Promise<ObjectValidator> }
>();

/**
 * A validator with the schemas that a running API server publishes, made strict: unknown fields and nulls are findings.
 * Made once per server and state of its schemas, so that it sees CRDs that came later.
 * Throws `checks/openapi` when the server does not answer.
 */
export async function strictValidator(kubeconfigPath: string): Promise<ObjectValidator> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigPath);
  const server = config.getCurrentCluster()?.server ?? '';
  const index = await fetchJson(config, `${server}/openapi/v3`);
  const state = JSON.stringify(index);
  const known = validators.get(server);
  if (known?.state === state) return known.validator;
  const validator = load(config, server, index).then(documentValidator);
  validators.set(server, { state, validator });
  validator.catch(() => validators.delete(server));
  return validator;
}

/** Without the hash in its query, a document is served even when a new CRD changed it since the index was read. */
async function load(config: KubeConfig, server: string, index: unknown): Promise<OpenApiDocuments> {
  const paths = isRecord(index) && isRecord(index.paths) ? index.paths : {};
  const documents = Object.entries(paths)
    .filter(([path]) => /^apis?\/.*v\d/.test(path))
    .map(async ([path, entry]) => {
      const url = new URL(isRecord(entry) ? String(entry.serverRelativeURL) : '', server);
      url.search = '';
      return [path, await fetchJson(config, url.href)] as const;
    });
  return Object.fromEntries(await Promise.all(documents));
}

async function fetchJson(config: KubeConfig, url: string): Promise<unknown> {
  const options = { headers: { accept: 'application/json' }, timeout: 20_000 };
  await config.applyToHTTPSOptions(options);
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(
        new ChartwrightError(
          'checks/openapi',
          'no schemas',
          url,
          'Start the cluster that the kubeconfig names',
          { cause },
        ),
      );
    const request = get(url, options, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => {
        if (response.statusCode !== 200)
          return fail(new Error(`status ${response.statusCode}: ${text.slice(0, 200)}`));
        try {
          resolve(JSON.parse(text));
        } catch (cause) {
          fail(cause);
        }
      });
    });
    request.on('error', fail);
    request.on('timeout', () => request.destroy(new Error('no answer within 20 s')));
  });
}
