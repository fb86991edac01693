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

/** Types of services, in the order in which an example takes one that runs elsewhere. */
const OUTSIDE = ['postgres', 's3', 'redis', 'http'];
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

function outside({ workloads, schema }: Chart): Example | undefined {
  const outward = workloads
    .flatMap(({ main, connections }) => (main ? connections : []))
    .filter(({ internal }) => !internal);
  const rank = ({ type, optional }: Connection) => OUTSIDE.indexOf(type) + (optional ? OUTSIDE.length : 0);
  const [connection] = outward
    .filter(({ type, provider }) => OUTSIDE.includes(type) || provider.chart === '')
    .sort((a, b) => rank(a) - rank(b));
  if (!connection) return undefined;
  const path = ['connections', connection.name];
  const secret = `${connection.service}-access`;
  const hasSecret = has(schema, [...path, 'existingSecret']);
  const { usernameKey, secretKey } = Object(valueAt(path.join('.'), defaultsOf(schema)));
  const keys = [
    ...(usernameKey ? [`${usernameKey}=USER`] : []),
    ...(hasSecret ? [`${secretKey}=VALUE`] : []),
  ];
  return {
    title: `${connection.service} elsewhere`,
    ...(connection.bundled &&
      !connection.optional && { instead: `${connection.provider.chart}.enabled=true` }),
    before: hasSecret
      ? [
          `kubectl create secret generic ${secret} --namespace apps${keys.map((key) => ` --from-literal ${key}`).join('')}`,
        ]
      : [],
    values: at(path, {
      host: `${connection.service}.${HOST}`,
      ...(hasSecret && { existingSecret: secret }),
      ...(has(schema, [...path, 'sslMode']) && { sslMode: 'require' }),
    }),
  };
}

function has(schema: SchemaNode, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  const child = schema.properties?.[key];
  return child !== undefined && has(child, rest);
}
