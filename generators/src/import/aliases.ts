import { grouped } from '../grouped.ts';
import type { Environment } from './environment.ts';
import { variableOf } from './hosts.ts';
import type { Part } from './roles.ts';

interface Assignment {
  readonly part: Part;
  readonly connection: string;
  readonly variable: string;
  readonly text: string;
}

/**
 * The variables of services where one name means several things: connections set theirs for all that use them, so that such
 * a one gets a name of its own there, and the container has its name for it.
 */
export function withAliases(environments: ReadonlyMap<Part, Environment>): ReadonlyMap<Part, Environment> {
  const all = [...environments].flatMap(([part, { connections }]) =>
    Object.entries(connections).flatMap(([connection, env]) =>
      Object.entries(env).map(([variable, text]): Assignment => ({ part, connection, variable, text })),
    ),
  );
  const meanings = grouped(all, ({ variable }) => variable);
  const isAmbiguous = ({ variable }: Assignment) => new Set(meanings.get(variable)?.map(meaningOf)).size > 1;
  const names = new Map<string, string>();
  const taken = new Map(all.filter((one) => !isAmbiguous(one)).map((one) => [one.variable, meaningOf(one)]));
  for (const one of all.filter(isAmbiguous)) {
    const meaning = meaningOf(one);
    const isPart = /^\w+$/.test(one.text);
    const base = variableOf(one.connection, isPart ? one.text : one.variable);
    let name = names.get(meaning) ?? base;
    for (let count = 2; (taken.get(name) ?? meaning) !== meaning; count += 1) name = `${base}_${count}`;
    names.set(meaning, name);
    taken.set(name, meaning);
  }
  const nameOf = (one: Assignment) =>
    (isAmbiguous(one) ? names.get(meaningOf(one)) : undefined) ?? one.variable;
  return new Map(
    [...environments].map(([part, environment]) => {
      const own = all.filter((one) => one.part === part && nameOf(one) !== one.variable);
      return [part, own.length === 0 ? environment : renamed(environment, own, nameOf)];
    }),
  );
}

const meaningOf = ({ connection, text }: Assignment) => `${connection} ${text}`;

function renamed(
  environment: Environment,
  own: readonly Assignment[],
  nameOf: (one: Assignment) => string,
): Environment {
  const find = (connection: string, variable: string) =>
    own.find((one) => one.connection === connection && one.variable === variable);
  return {
    ...environment,
    env: {
      ...environment.env,
      ...Object.fromEntries(own.map((one) => [one.variable, `$(${nameOf(one)})`])),
    },
    connections: Object.fromEntries(
      Object.entries(environment.connections).map(([connection, env]) => [
        connection,
        Object.fromEntries(
          Object.entries(env).map(([variable, text]) => {
            const one = find(connection, variable);
            return [one ? nameOf(one) : variable, text];
          }),
        ),
      ]),
    ),
    lines: environment.lines.map((line) => {
      const one = own.find((each) => line.says === `\`connections.${each.connection}.env.${each.variable}\``);
      return one
        ? { ...line, says: `\`env\`, with \`connections.${one.connection}.env.${nameOf(one)}\`` }
        : line;
    }),
  };
}
