import { isRecord } from './kube.ts';

const branches = ['properties', 'patternProperties', 'definitions', '$defs'] as const;
const children = ['items', 'additionalProperties', 'additionalItems', 'contains', 'propertyNames'] as const;

/** Where a `values.schema.json` lets unknown keys through or needs the network; the absence of a schema is a finding too. */
export function schemaFindings(schema: unknown): readonly string[] {
  if (schema === undefined) return ['values.schema.json: is missing'];
  if (!isRecord(schema) || !isRecord(schema.properties))
    return ['values.schema.json: has no properties at its root'];
  return walk(schema, '#');
}

function walk(node: unknown, path: string): readonly string[] {
  if (!isRecord(node)) return [];
  const open = isRecord(node.properties) && (node.additionalProperties ?? true) === true;
  const reference = node.$ref;
  const remote = typeof reference === 'string' && !reference.startsWith('#');
  return [
    ...(open ? [`values.schema.json: ${path} allows unknown keys`] : []),
    ...(remote ? [`values.schema.json: ${path} refers to ${reference}, outside the file`] : []),
    ...branches.flatMap((branch) =>
      Object.entries(isRecord(node[branch]) ? node[branch] : {}).flatMap(([key, child]) =>
        walk(child, `${path}/${branch}/${key}`),
      ),
    ),
    ...children.flatMap((key) =>
      Array.isArray(node[key])
        ? node[key].flatMap((child, index) => walk(child, `${path}/${key}/${index}`))
        : walk(node[key], `${path}/${key}`),
    ),
  ];
}
