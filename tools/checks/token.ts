import { idOf, type KubeObject, namespaceOf, ofKind, podSourcesOf } from '../kubernetes/objects.ts';
import type { Volume } from '../kubernetes/types.ts';

/**
 * Pods that get a service-account token: mounted automatically, from a long-lived token Secret, or projected without being
 * declared as a client of the API. https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
 */
export function apiTokenFindings(
  objects: readonly KubeObject[],
  { namespace, apiClients = [] }: { readonly namespace?: string; readonly apiClients?: readonly string[] },
): readonly string[] {
  const silent = new Set(
    ofKind(objects, 'ServiceAccount')
      .filter((account) => account.automountServiceAccountToken === false)
      .map((account) => `${namespaceOf(account, namespace)}/${account.metadata.name}`),
  );
  const tokenSecrets = ofKind(objects, 'Secret').filter(
    (secret) => secret.type === 'kubernetes.io/service-account-token',
  );
  return [
    ...tokenSecrets.map((secret) => `${idOf(secret)}: is a service-account token that never expires`),
    ...podSourcesOf(objects, namespace).flatMap((pod) => {
      const account = `${pod.namespace}/${pod.spec.serviceAccountName ?? 'default'}`;
      const mounted = pod.spec.automountServiceAccountToken ?? !silent.has(account);
      const projected = apiClients.includes(pod.id) ? [] : (pod.spec.volumes ?? []).filter(projectsToken);
      return [
        ...(mounted ? [`${pod.id}: automountServiceAccountToken is not false`] : []),
        ...projected.map(
          (volume) => `${pod.id}: volume ${volume.name} projects a token, but no API Role is declared`,
        ),
      ];
    }),
  ];
}

function projectsToken(volume: Volume): boolean {
  return (volume.projected?.sources ?? []).some((source) => source.serviceAccountToken !== undefined);
}
