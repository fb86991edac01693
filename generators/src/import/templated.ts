import { workloadSuffix } from '../model/names.ts';
import { rewritten, type Target } from './environment.ts';
import { nameOf } from './roles.ts';

/** Hosts of services in a file: a Go template with what the chart calls them; undefined where it names none. */
export function templated(text: string, chart: string, targets: readonly Target[]): string | undefined {
  const found = rewritten(text.replaceAll('{{', '{{ "{{" }}'), targets, (target, part, port = '') => {
    const { part: reached, connection, ports } = target;
    if (reached.role.kind === 'server') return `{{ include "${chart}.connections.${connection}.${part}" . }}`;
    const workload = nameOf(reached);
    if (part === 'host') return `{{ include "${chart}.fullname" . }}${workloadSuffix(workload)}`;
    const values = workload === 'main' ? '.Values' : `.Values.${workload}`;
    return Number(port) === ports[0] ? `{{ int64 ${values}.service.port }}` : port;
  });
  return Object.keys(found.connections).length > 0 ? found.text : undefined;
}
