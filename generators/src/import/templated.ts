import { below } from '../go/index.ts';
import type { EnvDefinition } from '../model/definition.ts';
import { workloadSuffix, workloadValues } from '../model/names.ts';
import { type Form, rewritten } from './hosts.ts';
import { nameOf, type Target } from './roles.ts';

/** A text as a Go template with connections in place of the services that it names; undefined where it names none. */
export type Template = (text: string) => string | undefined;

/** Hosts of services in a text, with what stands before it: a Go template with what the chart calls them; undefined where it names none. */
export function templated(
  text: string,
  chart: string,
  targets: readonly Target[],
  before = '',
): string | undefined {
  const form: Form = (target, property, port = '') => {
    const { part, connection, ports } = target;
    if (part.role.kind === 'server')
      return `{{ include "${chart}.connections.${connection}.${property}" . }}`;
    const workload = nameOf(part);
    if (property === 'host') return `{{ include "${chart}.fullname" . }}${workloadSuffix(workload)}`;
    return Number(port) === ports[0]
      ? `{{ int64 ${below(workloadValues(workload), 'service', 'port')} }}`
      : port;
  };
  const found = rewritten(text.replaceAll('{{', '{{ "{{" }}'), targets, form, { before });
  return Object.keys(found.connections).length > 0 ? found.text : undefined;
}

/** A text with actions of Go templates as one word of YAML: what stands between them is escaped. */
export function quoted(text: string): string {
  const parts = text.split(/(\{\{.*?\}\})/s);
  return `"${parts.map((part, index) => (index % 2 === 1 ? part : JSON.stringify(part).slice(1, -1))).join('')}"`;
}

/** Variables with what the chart calls the service itself, where they tell others how to reach it. */
export function withOwnName(env: EnvDefinition, chart: string, itself: readonly Target[]): EnvDefinition {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      const filled = typeof value === 'string' ? templated(value, chart, itself, `${name}=`) : undefined;
      return [name, filled === undefined ? value : { template: quoted(filled) }];
    }),
  );
}
