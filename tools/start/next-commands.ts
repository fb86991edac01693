import { relative } from 'node:path';
import type { StartOptions } from './options.ts';
import type { RealCluster } from './real-cluster.ts';
import type { Target } from './target.ts';

/** The commands that a person types next, in the order in which they are wanted. */
export function nextCommands(
  helm: string,
  archive: string,
  { kubeconfig, context, local }: Target,
  { release, namespace, preset: { path } }: StartOptions,
): readonly string[] {
  const where = context === undefined ? '' : ` --kube-context ${context}`;
  const on = `-n ${namespace}${where}`;
  const preset = relative(process.cwd(), path);
  return [
    `export KUBECONFIG=${kubeconfig}`,
    ...(helm.includes('/') ? [`alias helm=${helm}`] : []),
    `helm status ${release} ${on}`,
    `helm upgrade ${release} ${archive} ${on} -f ${preset}`,
    `helm uninstall ${release} ${on}`,
    ...(local === undefined ? [] : [`npm run cluster -- down --name ${local}`]),
  ];
}

/** What the local cluster is not, and the command for real pods. */
export function simulatedLines(found: RealCluster | undefined): readonly string[] {
  const where =
    found === undefined
      ? 'for which kind, k3d, minikube, k3s or a current context of kubectl has to be there'
      : `into the cluster of the context ${found.context}`;
  return [
    '',
    'The control plane is real, its containers are simulated: pods are ready, and no program runs in them.',
    `Real pods: npm start -- --real, ${where}.`,
  ];
}
