import type { JsonObject } from '../schema/index.ts';
import type { Field, Tree } from './compose/tree.ts';
import type { Say } from './report.ts';

/** A rule of a router of Traefik, which stands in a label: `traefik.http.routers.NAME.rule=Host(…)`. */
const RULE = /^traefik\.http\.routers\.[^.=]+\.rule$/i;
const ENABLE = /^traefik\.enable$/i;

/** Whether labels lead people to a service, and by which hosts and paths. */
export interface Routes {
  readonly isRouted: boolean;
  /** Values of `ingress`; undefined where the labels name no host, or say it in a way of their own. */
  readonly ingress: JsonObject | undefined;
}

/**
 * What labels say to Traefik about the way to a service. Hosts and paths become `ingress.hosts`, off until an operator turns
 * the Ingress on. https://doc.traefik.io/traefik/routing/routers/#rule
 */
export function routesOf(field: Field, said: (tree: Tree | undefined) => string, say: Say): Routes {
  const labels = field('labels');
  const all = labels?.kind === 'fields' ? [...labels.fields] : [];
  const rules = all.flatMap(([name, tree]) => {
    const path = `labels.${name}`;
    if (ENABLE.test(name)) say(path, 'carried', 'the feature `ingress`');
    if (!RULE.test(name)) return [];
    const hosts = hostsOf(said(tree));
    if (hosts.length > 0) say(path, 'carried', '`ingress.hosts`; turn it on by `ingress.enabled`');
    else say(path, 'asked', 'no host is read from it: set `ingress.hosts`, or a route of your own');
    return [hosts];
  });
  const hosts = new Map(rules.flat().map((one) => [one.host, one]));
  return {
    isRouted: rules.length > 0,
    ingress: hosts.size > 0 ? { hosts: [...hosts.values()] } : undefined,
  };
}

/** The hosts of a rule that is made of hosts, and of paths for all of them; none for a rule with anything else. */
function hostsOf(rule: string) {
  const known = /\b(Host|PathPrefix|Path)\(([^)]*)\)/g;
  if (/[^\s&|()]/.test(rule.replace(known, ''))) return [];
  const found = [...rule.matchAll(known)].flatMap(([, kind = '', words = '']) =>
    [...words.matchAll(/[`"']([^`"']+)[`"']/g)].map(([, word = '']) => ({ kind, word })),
  );
  const paths = found.filter(({ kind }) => kind !== 'Host');
  return found
    .filter(({ kind, word }) => kind === 'Host' && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(word))
    .map(({ word }) => ({
      host: word.toLowerCase(),
      paths:
        paths.length === 0
          ? [{ path: '/', pathType: 'Prefix' }]
          : paths.map((one) => ({ path: one.word, pathType: one.kind === 'Path' ? 'Exact' : 'Prefix' })),
    }));
}
