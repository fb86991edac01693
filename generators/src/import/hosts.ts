import type { Part, Target } from './roles.ts';

/** The hosts of a part, for a pattern. */
export function hostPattern({ service }: Part): string {
  return `(?:${service.hosts.map((host) => host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

/** What texts that name services become: with variables of the connections to them, which Kubernetes fills in. */
export interface Rewritten {
  readonly text: string;
  /** Name of a connection → variable → part. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands for the host or port of a connection. */
type Form = (target: Target, part: 'host' | 'port', port?: string) => string;

/** Name of the variable of a part of a connection. */
const variableOf = (connection: string, part: 'host' | 'port') =>
  `${connection.replace(/[A-Z]/g, (letter) => `_${letter}`)}_${part}`.toUpperCase();

/** Whether a port is the one that a connection says: the first of a workload, the only one of a server here. */
export function isFirstPort({ part: { role }, ports }: Target, port: string): boolean {
  return role.kind === 'server' || ports.length === 0 || ports[0] === Number(port);
}

/** Hosts of services in a word of a command: `http://ollama:11434/api` → `http://$(OLLAMA_HOST):$(OLLAMA_PORT)/api`. */
export function rewritten(
  text: string,
  targets: readonly Target[],
  form: Form = ({ connection }, part) => `$(${variableOf(connection, part)})`,
): Rewritten {
  const connections: Record<string, Record<string, string>> = {};
  let words = text;
  for (const target of targets) {
    const { part, connection } = target;
    const name = hostPattern(part);
    const pattern = new RegExp(`(^|[/@\\s'"=,])${name}(?::(\\d{2,5}))?(?=$|[/\\s'",?;])`, 'g');
    words = words.replace(pattern, (whole, before: string, port?: string) => {
      if (port === undefined && !/[/@]$/.test(before)) return whole;
      const isFirst = port !== undefined && isFirstPort(target, port);
      connections[connection] = {
        ...connections[connection],
        [variableOf(connection, 'host')]: 'host',
        ...(isFirst && { [variableOf(connection, 'port')]: 'port' }),
      };
      const behind = isFirst ? form(target, 'port', port) : port;
      return `${before}${form(target, 'host')}${behind === undefined ? '' : `:${behind}`}`;
    });
  }
  return { text: words, connections };
}
