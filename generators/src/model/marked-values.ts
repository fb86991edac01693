import { valuesPath } from '../go/index.ts';
import {
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
    if (key === undefined || variable === undefined) return [];
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
export function networkListsIn({ items, properties = {} }: SchemaNode, path: string): Chart['networkLists'] {
  if (['cidr', 'network'].includes(items?.['x-definition'] ?? ''))
    return [{ path: path.slice(1), values: `.Values${path}` }];
  return Object.entries(properties).flatMap(([key, child]) => networkListsIn(child, `${path}.${key}`));
}

/** The keys of a schema that moved; the mappings above them may be missing. */
export function movedIn(schema: SchemaNode): Chart['moved'] {
  return leaves(schema).flatMap(({ path, node: { 'x-moved-to': to } }) => {
    if (to === undefined) return [];
    const [first = '', ...rest] = path;
    const steps = [`.Values.${first}`, ...rest.map((key) => `.${key}`)];
    return {
      path: path.join('.'),
      to,
      given: steps.map((step) => `{{- with ${step} }}`).join(''),
      end: steps.map(() => '{{- end }}').join(''),
    };
  });
}
