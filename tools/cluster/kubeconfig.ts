import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';

/** Writes a kubeconfig with one cluster, one user and one context, all named alike; only the owner can read it. */
export async function writeKubeconfig(
  path: string,
  {
    name,
    server,
    ca,
    token,
  }: { readonly name: string; readonly server: string; readonly ca: string; readonly token: string },
): Promise<void> {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name, cluster: { server, 'certificate-authority-data': (await readFile(ca)).toString('base64') } },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  await writeFile(path, stringify(config), { mode: 0o600 });
}
