import { Document, visit } from 'yaml';
import { valueAt } from '../../go/index.ts';
import type { Chart, Connection } from '../../model/model.ts';
import { at } from '../../model/values.ts';
import { defaultsOf, type JsonObject, type SchemaNode } from '../../schema/index.ts';

interface Example {
  readonly title: string;
  /** What of the install command it replaces. */
  readonly instead?: string;
  /** What has to be there before, as commands. */
  readonly before?: readonly string[];
  readonly values: JsonObject;
}

const HOST = 'example.com';

/** Worked examples of what people set most: values files that a test renders. */
export function examples(chart: Chart): readonly string[] {
  const all = [...ofFeatures(chart), ownSecret(chart), outside(chart), privateRegistry()];
  return all.flatMap((example) => (example ? ['', ...exampleLines(example)] : []));
}

/** The example of a private registry, which any chart and umbrella has. */
export function privateRegistry(): Example {
  return {
    title: 'A private registry',
    before: [
      `kubectl create secret docker-registry registry --namespace apps --docker-server registry.${HOST} --docker-username USER --docker-password PASSWORD`,
    ],
    values: { global: { imageRegistry: `registry.${HOST}`, imagePullSecrets: [{ name: 'registry' }] } },
  };
}

/** An example as Markdown. */
export function exampleLines({ title, instead, before = [], values }: Example): readonly string[] {
  return [
    `### ${title}`,
    '',
    ...(instead === undefined ? [] : [`In place of \`${instead}\`:`, '']),
    ...(before.length > 0 ? ['```sh', ...before, '```', ''] : []),
    '```yaml',
    ...asYaml(values),
    '```',
  ];
}

/** YAML with lists on one line each. */
function asYaml(values: JsonObject): readonly string[] {
  const document = new Document(values, { compat: 'yaml-1.1' });
  visit(document, {
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd().split('\n');
}

/** What features bring, each for the first workload that has it. */
function ofFeatures({ name, workloads }: Chart): readonly Example[] {
  const found = new Map<string, { readonly order: number; readonly example: Example }>();
  for (const { main, name: workload, features } of workloads) {
    for (const { feature } of features) {
      if (feature.scope !== 'workload' || !feature.example || found.has(feature.name)) continue;
      const { title, values } = feature.example(name);
      const example = { title, values: at(main ? [] : [workload], values) };
      found.set(feature.name, { order: feature.order, example });
    }
  }
  return [...found.values()].sort((a, b) => a.order - b.order).map(({ example }) => example);
}

function ownSecret({ name, secrets, secretConstants, schema }: Chart): Example | undefined {
  if (secrets.length === 0 || !has(schema, ['secrets', 'existingSecret'])) return undefined;
  const given = secrets.filter(({ required, generate }) => required || generate > 0);
  const keys = [
    ...(given.length > 0 ? given : secrets).map(({ key }) => `${key}=VALUE`),
    ...secretConstants.map(({ key, value }) => `${key}=${value}`),
  ];
  const literals = keys.map((literal) => ` --from-literal ${literal}`).join('');
  return {
    title: 'A Secret of your own',
    before: [`kubectl create secret generic ${name}-secret --namespace apps${literals}`],
    values: { secrets: { existingSecret: `${name}-secret` } },
  };
}

/** Of the services that the application cannot do without, or else of all, the one that takes most values elsewhere. */
function outside({ workloads, schema }: Chart): Example | undefined {
  const outward = workloads
    .flatMap(({ main, connections }) => (main ? connections : []))
    .filter(({ internal }) => !internal);
  const needed = outward.filter(({ optional }) => !optional);
  const count = (connection: Connection) => Object.keys(valuesElsewhere(connection, schema)).length;
  const [connection] = (needed.length > 0 ? needed : outward).sort((a, b) => count(b) - count(a));
  if (!connection) return undefined;
  const path = ['connections', connection.name];
  const values = valuesElsewhere(connection, schema);
  const secret = values.existingSecret;
  const { usernameKey, secretKey } = Object(valueAt(path.join('.'), defaultsOf(schema)));
  const keys = [...(usernameKey ? [`${usernameKey}=USER`] : []), ...(secret ? [`${secretKey}=VALUE`] : [])];
  return {
    title: `${connection.service} elsewhere`,
    ...(connection.bundled &&
      !connection.optional && { instead: `${connection.provider.chart}.enabled=true` }),
    before: secret
      ? [
          `kubectl create secret generic ${secret} --namespace apps${keys.map((key) => ` --from-literal ${key}`).join('')}`,
        ]
      : [],
    values: at(path, values),
  };
}

/** What `connections` says of a service elsewhere. */
function valuesElsewhere({ name, service, elsewhere }: Connection, schema: SchemaNode): JsonObject {
  const hasSecret = has(schema, ['connections', name, 'existingSecret']);
  return {
    host: `${service}.${HOST}`,
    ...(hasSecret && { existingSecret: `${service}-access` }),
    ...elsewhere,
  };
}

function has(schema: SchemaNode, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const child = schema.properties?.[key];
  return child !== undefined && has(child, rest);
}
