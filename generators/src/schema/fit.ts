import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { shape, withoutMarks } from './shape.ts';
import { shareRepeated } from './share.ts';
import type { JsonValue, SchemaNode } from './types.ts';

/** A value and the resolved node it must satisfy. */
export interface Fitting {
  readonly node: SchemaNode;
  readonly value: JsonValue;
}

/** For each fitting what is wrong with its value, in ajv's words; an empty list for one that fits. */
export function misfits(fittings: readonly Fitting[]): readonly (readonly string[])[] {
  if (fittings.length === 0) return [];
  // One schema for all of them, what repeats in it compiled once: compiling is what costs.
  const properties = Object.fromEntries(fittings.map(({ node }, index) => [`v${index}`, node]));
  const values = Object.fromEntries(fittings.map(({ value }, index) => [`v${index}`, value]));
  const shaped = shape({ type: 'object', properties }, { documented: false, required: 'declared' });
  const { schema, definitions } = shareRepeated(shaped);
  const validate = compile(withoutMarks({ ...schema, definitions }));
  validate(values);
  const problems: string[][] = fittings.map(() => []);
  for (const error of validate.errors ?? []) {
    const [, first = '', ...rest] = error.instancePath.split('/');
    problems[Number(first.slice(1))]?.push(
      sentence({ ...error, instancePath: rest.map((s) => `/${s}`).join('') }),
    );
  }
  return problems;
}

/** What a shipped or editor schema says against values, one message for each violation; used by tests. */
export function validateValues(shipped: object, values: unknown): readonly string[] {
  const validate = compile(shipped);
  validate(values);
  return (validate.errors ?? []).map(sentence);
}

// One instance for all: it compiles the schema of schemas only once.
const ajv = new Ajv({ allErrors: true, strictTypes: false, allowUnionTypes: true, logger: false });

/** A validator that reports every violation. */
export function compile(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

/** An ajv error as one phrase: the path when it has one, the message, and the names it is about. */
export function sentence(error: ErrorObject): string {
  const { params } = error;
  const detail: unknown = params.additionalProperty ?? params.allowedValues ?? params.allowedValue;
  const text = `${error.message ?? error.keyword}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}`;
  return error.instancePath === '' ? text : `${error.instancePath} ${text}`;
}
