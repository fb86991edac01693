import { split } from 'shlex';
import type { WorkloadDefinition } from '../model/definition.ts';
import { isVeiled, unveiled } from './compose/secret-names.ts';
import type { Service } from './compose/service.ts';
import type { Tree } from './compose/tree.ts';
import { type Ask, told, unasked } from './questions.ts';
import { type Field, type Say, seconds } from './said.ts';

/** A word for a shell, in which only confidential variables mean something. */
const quoted = (word: string) => `"${word.replace(/["\\$`]/g, '\\$&')}"`;

/** Seconds between two runs of a command, and for one of them, where nobody says others. */
const [PERIOD, TIMEOUT] = [10, 5];

/** Probes: the request or command of the health check. */
export function healthOf(
  { name, check: words }: Service,
  first: unknown,
  field: Field,
  said: (tree: Tree | undefined) => string,
  say: Say,
  sayAll: Say,
  ask: Ask = unasked,
): Pick<WorkloadDefinition, 'health' | 'probes'> {
  const check = field('healthcheck');
  const [kind, ...command] = words;
  const isOff = said(field('healthcheck', 'disable')) === 'true' || kind === 'NONE';
  const line = command.join(' ');
  const [, port, path] =
    /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"|;]*)?/.exec(line) ?? [];
  const main = typeof first === 'number' ? first : undefined;
  const isRequest =
    line.includes('://') && (Number(port ?? 80) === main || (port === undefined && main !== undefined));
  if (check && isOff) sayAll('healthcheck', 'left out', 'every pod here has probes: set those of the values');
  else if (check)
    sayAll(
      'healthcheck',
      'carried',
      isRequest ? `the probes ask for \`${path ?? '/'}\`` : 'the probes run it',
    );
  if (isRequest) return { health: path ?? '/' };
  if ((kind === 'CMD' || kind === 'CMD-SHELL') && command.length > 0) {
    // Kubernetes fills no variables into the command of a probe: a shell does.
    const hasSecret = isVeiled(line);
    const script = hasSecret && kind === 'CMD' ? command.map(quoted).join(' ') : line;
    const health =
      kind === 'CMD' && !hasSecret ? command : ['sh', '-c', unveiled(script, (name) => `$${name}`)];
    const periodSeconds = seconds(said(field('healthcheck', 'interval'))) ?? PERIOD;
    const timeoutSeconds = seconds(said(field('healthcheck', 'timeout'))) ?? TIMEOUT;
    const readiness = {
      ...(periodSeconds !== PERIOD && { periodSeconds }),
      ...(timeoutSeconds !== TIMEOUT && { timeoutSeconds }),
    };
    return { health, ...(Object.keys(readiness).length > 0 && { probes: { readiness } }) };
  }
  if (main !== undefined && !isOff) return {};
  if (first !== undefined) return {};
  const answer = ask('probes', name, 'true');
  say('image', ...told(answer, `\`${answer.value}\` runs as its probe`, 'it has no port'));
  return { health: split(answer.value) };
}
