import type { JsonObject, JsonValue } from '../../schema/index.ts';
import type { Line } from '../report.ts';
import { type KubeObject, listAt, plainValue, textAt, textsAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { teller } from './told.ts';

/** Values that let pods reach what is outside of the release, as NetworkPolicies of the input do. */
export function egressOf(pods: readonly Pod[], objects: readonly KubeObject[], lines: Line[]): JsonObject {
  const rules = new Map<string, JsonValue>();
  for (const policy of objects) {
    if (policy.kind !== 'NetworkPolicy' || !pods.some((pod) => selects(policy, pod))) continue;
    const tell = teller(policy, lines, ['spec']);
    for (const [index, rule] of listAt(policy.tree, 'spec', 'egress').entries()) {
      const ports = listAt(rule, 'ports');
      const isDns = ports.length > 0 && ports.every((port) => textAt(port, 'port') === '53');
      const to = listAt(rule, 'to').filter(
        (peer) => treeAt(peer, 'ipBlock') || treeAt(peer, 'namespaceSelector'),
      );
      if (isDns) tell(`egress.${index}`, 'carried', 'every pod may ask for names');
      else if (to.length > 0) {
        const own = {
          to: to.map(plainValue),
          ...(ports.length > 0 && { ports: ports.map(plainValue) }),
        } as JsonObject;
        rules.set(JSON.stringify(own), own);
        tell(`egress.${index}`, 'carried', '`networkPolicy.extraEgress`, which all pods of the chart have');
      } else if (listAt(rule, 'to').length === 0)
        tell(
          `egress.${index}`,
          'asked',
          'it lets out to everywhere: name the ports in `egress` of the workload, or networks in `networkPolicy.extraEgress`',
        );
    }
    for (const [index, rule] of listAt(policy.tree, 'spec', 'ingress').entries())
      if (listAt(rule, 'from').some((peer) => treeAt(peer, 'ipBlock') || treeAt(peer, 'namespaceSelector')))
        tell(
          `ingress.${index}`,
          'asked',
          'who sends requests from outside: say it in `ingress.from`, `httpRoute.from` or `networkPolicy.extraIngress`',
        );
  }
  return rules.size > 0 ? { networkPolicy: { extraEgress: [...rules.values()] } } : {};
}

function selects({ tree, namespace }: KubeObject, { object, template }: Pod): boolean {
  const labels = textsAt(object.tree, ...template, 'metadata', 'labels');
  const selector = Object.entries(textsAt(tree, 'spec', 'podSelector', 'matchLabels'));
  return namespace === object.namespace && selector.every(([key, value]) => labels[key] === value);
}
