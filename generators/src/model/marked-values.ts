import { valuesPath } from '../go/index.ts';
import {
  isMoved,
  leaves,
  resolveReferences,
  type SchemaLibrary,
  type SchemaNode,
  type SchemaSource,
} from '../schema/index.ts';
import type { Chart, SecretLeaf } from './model.ts';

/** Keys of a Secret that people log in with. */
const LOGIN = /^(admin-)?(username|password)$/;

/** The confidential values of an application, each with its key in the Secret. */
export function secretsOf(source: SchemaSource, library: SchemaLibrary): readonly SecretLeaf[] {
  return leaves(resolveReferences(source, library)).flatMap(({ path, node }) => {
    const {
      'x-secret': key,
      'x-generate': generate = 0,
      'x-generate-as': form,
      'x-required': required = false,
    } = node;
    const variable = path.at(-1) ?? key;
    if (key === undefined || variable === undefined || isMoved(node)) return [];
    return [
      {
        key,
        path: valuesPath(path),
        name: path.join('.'),
        variable,
        generate,
        login: LOGIN.test(key),
        required,
        base64: form === 'base64',
      },
    ];
  });
}

/** The lists of networks among the values of a schema. */
export function networkListsIn(node: SchemaNode, path: readonly string[]): Chart['networkLists'] {
  const { items, properties = {} } = node;
  if (isMoved(node)) return [];
  if (['cidr', 'network'].includes(items?.['x-definition'] ?? ''))
    return [{ path: path.join('.'), values: valuesPath(path) }];
  return Object.entries(properties).flatMap(([key, child]) => networkListsIn(child, [...path, key]));
}
