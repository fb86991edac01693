import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { shape, withoutMarks } from './shape.ts';
import { shareRepeated } from './share.ts';
import type { JsonValue, SchemaNode } from './types.ts';

/** A value and the resolved node it must satisfy. */
export interface Fitting {
  readonly node: SchemaNode;
  readonly value: JsonValue;
}

/** The violations of each value, in ajv's words; an empty list for one that fits. */
export function misfits(fittings: readonly Fitting[]): readonly (readonly string[])[] {
  return fittings.map(({ node, value }) => {
    if (isEmptyAsAllowed(node, value)) return [];
    const shaped = shape(node, { documented: false, required: 'declared' });
    if (isScalarAsAllowed(shaped, value)) return [];
    const validate = validatorOf(shaped);
    validate(value);
    return (validate.errors ?? []).map(sentence);
  });
}

/** An empty list or map, which most defaults are, where nothing asks for an entry: the large schemas are theirs, and need no compiling. */
function isEmptyAsAllowed(node: SchemaNode, value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length > 0) return false;
  const { type, enum: words, const: word, oneOf, required = [], minItems = 0, minProperties = 0 } = node;
  const isOpen = words === undefined && word === undefined && oneOf === undefined && required.length === 0;
  return (
    isOpen && minItems === 0 && minProperties === 0 && type === (Array.isArray(value) ? 'array' : 'object')
  );
}

/** A text, number or word that fits a shape which says nothing but its type, bounds, pattern or words: most others are such, and need no compiling. */
function isScalarAsAllowed(
  { type, enum: words, pattern = '', minimum = -Infinity, maximum = Infinity, ...others }: SchemaNode,
  value: JsonValue,
): boolean {
  if (Object.keys(others).some((keyword) => keyword !== 'x-definition')) return false;
  if (words !== undefined) return type === undefined && words.some((word) => word === value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'string') return typeof value === 'string' && new RegExp(pattern, 'u').test(value);
  const isNumber = type === 'integer' ? Number.isInteger(value) : type === 'number';
  return isNumber && typeof value === 'number' && minimum <= value && value <= maximum;
}

/** Validators by the shape they check: compiling is what costs, and the same few shapes occur in all charts. */
const validators = new Map<string, ValidateFunction>();

function validatorOf(shaped: SchemaNode): ValidateFunction {
  const key = JSON.stringify(shaped);
  const validate = validators.get(key) ?? compileShared(shaped);
  validators.set(key, validate);
  return validate;
}

function compileShared(shaped: SchemaNode): ValidateFunction {
  const { schema, definitions } = shareRepeated(shaped);
  return compile(withoutMarks({ ...schema, definitions }));
}

/** The violations of a shipped or editor schema by values, one message each; used by tests. */
export function validateValues(shipped: object, values: unknown): readonly string[] {
  const validate = strict.compile(shipped);
  validate(values);
  return (validate.errors ?? []).map(sentence);
}

// Most validators run a few times only, which does not pay for optimizing their code.
const code = { optimize: false };
const options = {
  allErrors: true,
  strictTypes: false,
  allowUnionTypes: true,
  logger: false,
  inlineRefs: false,
  code,
} as const;
// One instance for all: it compiles the schema of schemas only once.
const strict = new Ajv(options);
const trusting = new Ajv({ ...options, validateSchema: false });

/** A validator that reports every violation; the schema is our own meta-schema, or made of what that has checked. */
export function compile(schema: object): ValidateFunction {
  return trusting.compile(schema);
}

/** An ajv error as one phrase: the path when it has one, the message, and the names it is about. */
export function sentence(error: ErrorObject): string {
  const { params } = error;
  const detail: unknown = params.additionalProperty ?? params.allowedValues ?? params.allowedValue;
  const text = `${error.message ?? error.keyword}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}`;
  return error.instancePath === '' ? text : `${error.instancePath} ${text}`;
}
