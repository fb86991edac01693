import type { EnvDefinition } from '../../model/definition.ts';
import { FOREIGN, isSecret, LOGIN_IN_URL } from '../compose/secret-names.ts';
import type { EnvironmentEntry } from '../compose/service.ts';
import type { Place, Tree } from '../compose/tree.ts';
import type { Line, Verdict } from '../report.ts';
import { type KubeObject, listAt, textAt, treeAt } from './objects.ts';
import { dataOf, type Pod } from './pods.ts';

/** The variables of a container. */
export interface Variables {
  readonly entries: readonly EnvironmentEntry[];
  /** Variables that take a field of the pod. */
  readonly fields: EnvDefinition;
  readonly lines: readonly Line[];
  /** Path of an entry → path of the key of a ConfigMap or Secret that it takes. */
  readonly taken: ReadonlyMap<string, string>;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Whether a key is that of a file, such as `app.properties`. */
export function isFile(key: string, text: string): boolean {
  return (
    /\.(properties|ya?ml|json|conf|cfg|ini|xml|toml|sh|sql|txt|env)$/.test(key) ||
    (/\w\.\w/.test(key) && text.includes('\n'))
  );
}

/**
 * The variables of a container, as Kubernetes puts them together: what `env` says wins over what `envFrom` takes.
 *
 * @param path path of the container, with the name of its object
 * @param find the ConfigMap or Secret of a name; undefined for one that is not among the files
 * @param known variables that Kubernetes makes of Services, with what they are here
 */
export function variablesOf(
  container: Tree,
  path: string,
  find: (kind: string, name: string) => KubeObject | undefined,
  known: ReadonlyMap<string, string> = new Map(),
): Variables {
  const entries = new Map<string, EnvironmentEntry>();
  const fields: Record<string, { field: string }> = {};
  const lines: Line[] = [];
  const taken = new Map<string, string>();
  const say = (where: string, at: Place, verdict: Verdict, says: string) =>
    lines.push({ path: where, at, verdict, says });

  const put = (entry: EnvironmentEntry) => {
    const before = entries.get(entry.name);
    if (before) say(before.path, before.at, 'left out', 'a later variable of this name wins');
    delete fields[entry.name];
    entries.delete(entry.name);
    entries.set(entry.name, entry);
  };
  const take = (name: string, where: string, at: Place, object: KubeObject, key: string) => {
    const value = dataOf(object).get(key) ?? '';
    const secret = object.kind === 'Secret' && {
      secret: { identity: `${object.name}/${key}`, kind: secretKind(name, key, value) },
    };
    const segments = [{ name: key, operator: ':-' as const, word: [value] }];
    const comment = treeAt(object.tree, 'data', key)?.comment ?? '';
    put({ path: where, at, name, segments, value, comment, ...secret });
  };

  for (const [index, from] of listAt(container, 'envFrom').entries()) {
    const where = `${path}.envFrom.${index}`;
    for (const [kind, ref] of [
      ['ConfigMap', 'configMapRef'],
      ['Secret', 'secretRef'],
    ] as const) {
      const name = textAt(from, ref, 'name');
      if (name === '') continue;
      const object = find(kind, name);
      if (object === undefined) {
        say(
          where,
          from.at,
          'asked',
          `the ${kind} ${name} is not among the files: name it in \`extraEnvFrom\``,
        );
        continue;
      }
      say(where, from.at, 'carried', `its keys are variables: see ${object.id}`);
      for (const key of dataOf(object).keys()) {
        const part = treeAt(object.tree, 'stringData', key) ? 'stringData' : 'data';
        const own = `${object.id} ${part}.${key}`;
        const at = treeAt(object.tree, part, key)?.at ?? object.at;
        const variable = `${textAt(from, 'prefix')}${key}`;
        if (isFile(key, dataOf(object).get(key) ?? ''))
          say(own, at, 'asked', 'it is a file, of which no program reads a variable: mount it, for `files`');
        else if (NAME.test(variable)) take(variable, own, at, object, key);
        else say(own, at, 'left out', 'no variable can have this name');
      }
    }
  }

  for (const [index, one] of listAt(container, 'env').entries()) {
    const where = `${path}.env.${index}`;
    const name = textAt(one, 'name');
    const from = treeAt(one, 'valueFrom');
    const field = textAt(from, 'fieldRef', 'fieldPath');
    if (from === undefined) {
      const own = new Map([...known].filter(([variable]) => !entries.has(variable)));
      const text = filledWith(textAt(one, 'value'), own, /\$\((\w+)\)/g);
      const { value, isComposed } = composed(text, entries, fields);
      const written = isComposed && { written: text };
      put({
        path: where,
        at: one.at,
        name,
        segments: [value],
        value,
        comment: one.comment,
        ...written,
      });
    } else if (field !== '') {
      const before = entries.get(name);
      if (before) say(before.path, before.at, 'left out', 'a later variable of this name wins');
      entries.delete(name);
      fields[name] = { field };
      say(where, one.at, 'carried', '`env`, a field of the pod');
    } else if (treeAt(from, 'resourceFieldRef')) {
      say(where, one.at, 'left out', 'write the number into `env`, or set it in `extraEnv`');
    } else {
      const kind = treeAt(from, 'secretKeyRef') ? 'Secret' : 'ConfigMap';
      const ref = treeAt(from, kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef');
      const key = textAt(ref, 'key');
      const object = find(kind, textAt(ref, 'name'));
      if (object && dataOf(object).has(key)) {
        take(name, where, one.at, object, key);
        const part = treeAt(object.tree, 'stringData', key) ? 'stringData' : 'data';
        taken.set(where, `${object.id} ${part}.${key}`);
      } else {
        const isOptional = textAt(ref, 'optional') === 'true';
        const segments = [{ name: key, operator: ':-' as const, word: [] }];
        const identity = `${textAt(ref, 'name')}/${key}`;
        const secret = kind === 'Secret' && {
          secret: { identity, kind: isOptional ? ('optional' as const) : ('required' as const) },
        };
        put({
          path: where,
          at: one.at,
          name,
          segments,
          value: '',
          comment: one.comment,
          ...secret,
        });
      }
    }
  }
  return { entries: [...entries.values()], fields, lines, taken };
}

/** Values that somebody else gives out, or that are no secrets by their name, cannot be made up. */
function secretKind(name: string, key: string, value: string): 'generated' | 'required' {
  const isForeign = FOREIGN.test(name) || FOREIGN.test(key) || LOGIN_IN_URL.test(value);
  return !isForeign && (isSecret(name, '') || isSecret(key, '')) ? 'generated' : 'required';
}

/** The variables that Kubernetes makes of the Services beside a pod, which no pod here has: host and port. */
export function serviceVariables(
  { object }: Pod,
  objects: readonly KubeObject[],
): ReadonlyMap<string, string> {
  const services = objects.filter(
    ({ kind, namespace }) => kind === 'Service' && namespace === object.namespace,
  );
  return new Map(
    services.flatMap(({ name, tree }) => {
      const variable = name.toUpperCase().replaceAll('-', '_');
      return [
        [`${variable}_SERVICE_HOST`, name] as const,
        [`${variable}_SERVICE_PORT`, textAt(tree, 'spec', 'ports', '0', 'port')] as const,
      ];
    }),
  );
}

/** A text with these variables filled in, as Kubernetes and shells write them. */
export function filledWith(
  text: string,
  known: ReadonlyMap<string, string>,
  pattern = /\$(?:\((\w+)\)|\{(\w+)\}|(\w+))/g,
): string {
  return text.replace(pattern, (whole, ...names: readonly (string | undefined)[]) => {
    return known.get(names.slice(0, 3).find((name) => typeof name === 'string') ?? '') ?? whole;
  });
}

/** A text with the values of variables that stand before it. */
function composed(text: string, before: ReadonlyMap<string, EnvironmentEntry>, fields: EnvDefinition) {
  let isComposed = false;
  const value = text.replace(/\$\(([A-Za-z_][\w.-]*)\)/g, (whole, name: string) => {
    const one = before.get(name);
    isComposed ||= one !== undefined || name in fields;
    return one?.value ?? whole;
  });
  return { value, isComposed };
}
