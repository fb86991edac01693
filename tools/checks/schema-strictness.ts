import { isRecord } from '../kubernetes/objects.ts';

const branches = ['properties', 'patternProperties', 'definitions', '$defs'] as const;
const children = [
  'items',
  'additionalProperties',
  'additionalItems',
  'contains',
  'propertyNames',
  'oneOf',
  'anyOf',
  'allOf',
] as const;

/**
 * Where a `values.schema.json` lets unknown keys through or needs the network; the absence of a schema is a finding too.
 * `open` names by pointer what must let them through, and is itself a finding where the schema is closed there.
 */
export function schemaFindings(schema: unknown, open: readonly string[] = []): readonly string[] {
  if (schema === undefined) return ['values.schema.json: is missing'];
  if (!isRecord(schema) || !isRecord(schema.properties))
    return ['values.schema.json: has no properties at its root'];
  const opened: string[] = [];
  const findings = walk(schema, '#', (path) => opened.push(path) > 0 && open.includes(path));
  const closed = open.filter((path) => !opened.includes(path));
  return [...findings, ...closed.map((path) => `values.schema.json: ${path} need not be listed as open`)];
}

function walk(node: unknown, path: string, mayBeOpen: (path: string) => boolean): readonly string[] {
  if (!isRecord(node)) return [];
  const open = isRecord(node.properties) && (node.additionalProperties ?? true) === true && !mayBeOpen(path);
  const reference = node.$ref;
  const remote = typeof reference === 'string' && !reference.startsWith('#');
  return [
    ...(open ? [`values.schema.json: ${path} allows unknown keys`] : []),
    ...(remote ? [`values.schema.json: ${path} refers to ${reference}, outside the file`] : []),
    ...branches.flatMap((branch) =>
      Object.entries(isRecord(node[branch]) ? node[branch] : {}).flatMap(([key, child]) =>
        walk(child, `${path}/${branch}/${key}`, mayBeOpen),
      ),
    ),
    ...children.flatMap((key) =>
      Array.isArray(node[key])
        ? node[key].flatMap((child, index) => walk(child, `${path}/${key}/${index}`, mayBeOpen))
        : walk(node[key], `${path}/${key}`, mayBeOpen),
    ),
  ];
}
