import { split } from 'shlex';
import type { WorkloadDefinition } from '../../model/definition.ts';
import { isSecret } from '../compose/secret-names.ts';
import type { Service } from '../compose/service.ts';
import type { Fields, Tree } from '../compose/tree.ts';
import { type Ask, told } from '../questions.ts';
import type { Say } from '../report.ts';
import { shellAt, withCommand } from './further.ts';
import { listAt, plainValue, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';

const KINDS = ['startup', 'liveness', 'readiness'] as const;
/** Fields that probes here have, with those of what they ask. */
const KNOWN: Readonly<Record<string, readonly string[] | undefined>> = {
  httpGet: ['path', 'port', 'scheme', 'httpHeaders'],
  tcpSocket: ['port'],
  exec: ['command'],
  grpc: ['port', 'service'],
  initialDelaySeconds: undefined,
  periodSeconds: undefined,
  timeoutSeconds: undefined,
  successThreshold: undefined,
  failureThreshold: undefined,
  terminationGracePeriodSeconds: undefined,
};

type Probe = Record<string, unknown>;

/** The probes of a container in the form of values; fields that nobody knows are not told, so that they are refused. */
export function probesOf(
  container: Fields,
  service: Service,
  at: string,
  tell: Say,
): Readonly<Partial<Record<(typeof KINDS)[number], Probe>>> {
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const tree = treeAt(container, `${kind}Probe`);
      if (tree?.kind !== 'fields') return [];
      const probe: Record<string, unknown> = {};
      for (const [key, field] of tree.fields) {
        if (!(key in KNOWN)) continue;
        const inner = KNOWN[key];
        if (key === 'httpGet' && hasOpenLogin(field)) {
          probe.tcpSocket = { port: plainValue(treeAt(field, 'port')) };
          tell(
            `${kind}Probe.${key}`,
            'asked',
            'the probe opens the port: none takes its login from a Secret',
          );
          continue;
        }
        probe[key] =
          inner === undefined ? plainValue(field) : known(field, inner, `${kind}Probe.${key}`, tell);
        if (inner === undefined) tell(`${kind}Probe.${key}`, 'carried', `\`${kind}Probe\``);
      }
      const command = shellAt(service, `${at}.${kind}Probe.exec.command`);
      return [[kind, withCommand(probe, tree, command) as Probe]];
    }),
  );
}

/** Whether a request says who asks. */
export function hasOpenLogin(request: Tree | undefined): boolean {
  return (
    isSecret('', textAt(request, 'path')) ||
    listAt(request, 'httpHeaders').some((header) => {
      const name = textAt(header, 'name');
      return (
        /^(proxy-)?authorization$|^cookie$/i.test(name) ||
        isSecret(name.replace(/-/g, '_'), textAt(header, 'value'))
      );
    })
  );
}

function known(tree: Tree, keys: readonly string[], path: string, tell: Say): Probe {
  const fields = tree.kind === 'fields' ? [...tree.fields] : [];
  const found = fields.filter(([key]) => keys.includes(key));
  if (fields.length === 0) tell(path, 'carried', 'a probe');
  for (const [key] of found) tell(`${path}.${key}`, 'carried', 'the probe asks for it');
  return Object.fromEntries(found.map(([key, field]) => [key, plainValue(field)]));
}

/**
 * The probes of the workload: what asks for the health of its first port by HTTP becomes `health`, which `helm test` and
 * those who wait ask for too.
 */
export function healthOf(
  { name, ports }: Pod,
  probes: ReturnType<typeof probesOf>,
  tell: Say,
  ask: Ask,
): Pick<WorkloadDefinition, 'health' | 'alive' | 'probes'> {
  const [first] = ports;
  const asked = (probe: Probe | undefined) => {
    const { path, port, scheme = 'HTTP', httpHeaders } = (probe?.httpGet ?? {}) as Probe;
    const isFirst = first !== undefined && (port === first.number || port === first.name);
    return isFirst && scheme === 'HTTP' && httpHeaders === undefined ? String(path ?? '/') : undefined;
  };
  const health = asked(probes.readiness) ?? asked(probes.liveness);
  const alive = asked(probes.liveness);
  const own = Object.fromEntries(
    Object.entries(probes).flatMap(([kind, { httpGet, ...rest }]) => {
      const implied = kind === 'liveness' ? (alive ?? health) : health;
      const isImplied = httpGet !== undefined && implied !== undefined && asked({ httpGet }) === implied;
      const probe = isImplied ? rest : { ...(httpGet !== undefined && { httpGet }), ...rest };
      return Object.keys(probe).length === 0 ? [] : [[kind, probe]];
    }),
  );
  const command = probes.readiness ?? probes.liveness ?? probes.startup;
  const answer = ports.length === 0 && command === undefined ? ask('probes', name, 'true') : undefined;
  if (answer) {
    const { value } = answer;
    const isPort = /^\d{2,5}$/.test(value);
    const does = isPort ? `its probe opens port ${value}` : `\`${value}\` runs as its probe`;
    tell('image', ...told(answer, does, 'it has no port'));
    const probe = { tcpSocket: { port: Number(value) } };
    return isPort ? { probes: { liveness: probe, readiness: probe } } : { health: split(value) };
  }
  const all =
    command === undefined || ports.length > 0 ? own : { liveness: command, readiness: command, ...own };
  return {
    ...(health !== undefined && { health }),
    ...(alive !== undefined && alive !== health && { alive }),
    ...(Object.keys(all).length > 0 && { probes: all }),
  };
}
