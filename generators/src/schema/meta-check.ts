import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { compile, sentence } from './fit.ts';
import { SCHEMAS } from './folder.ts';
import { nodeErrors } from './node-check.ts';
import { resolveReferences } from './resolve.ts';
import type { SchemaLibrary, SchemaSource } from './types.ts';

/**
 * Everything wrong with one source schema: what `meta.schema.json` refuses; when nothing, references that lead
 * nowhere; when none, what only code can see in each node.
 */
export function sourceErrors(source: SchemaSource, library: SchemaLibrary): readonly ChartwrightError[] {
  const malformed = formErrors(source);
  if (malformed.length > 0) return malformed;
  try {
    const { properties = {}, required } = resolveReferences(source, library);
    const values = { type: 'object', properties, ...(required && { required }) } as const;
    return [
      ...nodeErrors(values, source.file, '', true),
      ...Object.entries(source.schema.definitions ?? {}).flatMap(([name, definition]) =>
        nodeErrors(
          resolveReferences(source, library, definition),
          source.file,
          `/definitions/${name}`,
          false,
        ),
      ),
    ];
  } catch (error) {
    if (error instanceof ChartwrightError) return [error];
    throw error;
  }
}

/** What a schema may say. */
const META: { readonly definitions: { readonly keywords: { readonly properties: object } } } = JSON.parse(
  readFileSync(join(SCHEMAS, 'meta.schema.json'), 'utf8'),
);

let validator: ValidateFunction | undefined;

function formErrors(source: SchemaSource): readonly ChartwrightError[] {
  validator ??= compile(META);
  validator(source.schema);
  // An `if` only repeats what its branch said, and a property name is reported by its pattern as well.
  const errors = (validator.errors ?? []).filter(
    ({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames',
  );
  const unique = new Map(
    errors.map((error) => formError(error, source.file)).map((error) => [error.message, error]),
  );
  return [...unique.values()];
}

function formError(error: ErrorObject, file: string): ChartwrightError {
  const path = error.instancePath === '' ? '/' : error.instancePath;
  const where = `${file}: ${path}`;
  return new ChartwrightError('schema/invalid', problemOf(error), where, remedyFor(error, path));
}

function problemOf(error: ErrorObject): string {
  if (error.propertyName !== undefined) return `"${error.propertyName}" is no name`;
  if (error.keyword === 'not') return 'the text is unfinished';
  return sentence({ ...error, instancePath: '' });
}

function remedyFor(error: ErrorObject, path: string): string {
  const { keyword, params } = error;
  if (error.propertyName !== undefined)
    return 'Write letters and digits only, a letter first, as in maxBodySize.';
  if (keyword === 'additionalProperties') {
    const near = nearestName(
      String(params.additionalProperty),
      Object.keys(META.definitions.keywords.properties),
    );
    return near
      ? `Did you mean ${near}?`
      : 'Remove it; schemas/meta.schema.json lists what a schema may say.';
  }
  if (keyword === 'required') return `Add "${String(params.missingProperty)}".`;
  if (keyword === 'not') return 'Write what the reader must know.';
  if (path.endsWith('/description'))
    return 'Write one line of at most 200 characters that ends with a period.';
  if (/\/type(\/\d+)?$/.test(path)) return 'For "not set" use an empty string, list or map instead of null.';
  return 'See schemas/meta.schema.json.';
}
