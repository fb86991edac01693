import { split } from 'shlex';
import type { WorkloadDefinition } from '../model/definition.ts';
import { seconds } from './compose/seconds.ts';
import { isVeiled } from './compose/secret-names.ts';
import type { Service } from './compose/service.ts';
import type { Field, Tree } from './compose/tree.ts';
import { type Ask, told, unasked } from './questions.ts';
import type { Say } from './report.ts';

/** A word for a shell, in which only confidential variables mean something. */
const quoted = (word: string) => `"${word.replace(/["\\$`]/g, '\\$&')}"`;
const SHELL = /^(\/\S*\/)?(ba|da|a)?sh$/;

/**
 * A command that a shell runs where it has something confidential: Kubernetes fills no variables into the commands of probes
 * and hooks.
 */
export function shelled(command: readonly string[]): readonly string[] {
  if (!command.some(isVeiled)) return command;
  const script = command.findIndex((word) => /^-\w*c$/.test(word)) + 1;
  if (!SHELL.test(command[0] ?? '') || script === 0)
    return ['sh', '-c', inShell(command.map(quoted).join(' '))];
  return command.map((word, index) => (index === script ? inShell(word) : word));
}

/** A script with variables of the shell, outside of its single quotes, between which these mean nothing. */
function inShell(script: string): string {
  return script
    .split('\n')
    .map((line) =>
      line.replace(/\uE000([^\uE001]*)\uE001/g, (_, name: string, index: number) => {
        const isQuoted =
          line
            .slice(0, index)
            .replace(/"[^"]*"/g, '')
            .split("'").length %
            2 ===
          0;
        return isQuoted ? `'"$${name}"'` : `$${name}`;
      }),
    )
    .join('\n');
}

/** Seconds between two runs of a command, and for one of them, where nobody says others. */
const [PERIOD, TIMEOUT] = [10, 5];

const REQUEST = /http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"|;]*)?/;
/** What a probe cannot do beside its request: a second condition, a look at the answer, what a request has beside its path. */
const MORE =
  /https:\/\/|&&|[^|]\|[^|]|\$\(|`|\s(-[a-zA-Z]*[HdFu]|--(header|data|form|user|post|body|method)[\w-]*)[\s=]|\s(-X|--request)(?![\s=]*"?(GET|HEAD))/;

/** Whether a command is a request to this container by plain HTTP, and nothing else. */
function isOneRequest(line: string): boolean {
  const requests = new Set(line.match(/https?:\/\/[^\s'"|;)]+/g));
  const isProgram = /^(\S*\/)?(curl|wget)\s/.test(line);
  return requests.size === 1 && !MORE.test(line) && !(isProgram && /;/.test(line));
}

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
  const [, port, path] = isOneRequest(line) ? (REQUEST.exec(line) ?? []) : [];
  const main = typeof first === 'number' ? first : undefined;
  const isRequest =
    REQUEST.test(line) &&
    isOneRequest(line) &&
    (Number(port ?? 80) === main || (port === undefined && main !== undefined));
  if (check && isOff) sayAll('healthcheck', 'left out', 'every pod here has probes: set those of the values');
  else if (check)
    sayAll(
      'healthcheck',
      'carried',
      isRequest ? `the probes ask for \`${path ?? '/'}\`` : 'the probes run it',
    );
  if (isRequest) return { health: path ?? '/' };
  if ((kind === 'CMD' || kind === 'CMD-SHELL') && command.length > 0) {
    const health = kind === 'CMD' ? shelled(command) : shelled(['sh', '-c', line]);
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
