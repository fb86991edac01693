import { Ajv, type ErrorObject } from 'ajv';
import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { ChartDefinition, DefinitionSource, UmbrellaDefinition } from './definition.ts';

/** Violations of the schema by a definition. */
export interface Shape {
  readonly errors: readonly ChartwrightError[];
  /** Whether types allow to look for further mistakes. */
  readonly readable: boolean;
  /** Whether everything that a model needs is present. */
  readonly complete: boolean;
}

/** A check of `schemas/chart.schema.json` over definitions of charts and umbrellas. */
export type ShapeCheck = (source: DefinitionSource<ChartDefinition | UmbrellaDefinition>) => Shape;

/** Violations after which every part of a definition still has the type that code expects. */
const SUPERFICIAL = [
  'additionalProperties',
  'maxLength',
  'minLength',
  'pattern',
  'uniqueItems',
  'minimum',
  'maximum',
];

/** Compiles the shapes of definitions, `schemas/chart.schema.json`, once for all charts. */
export function shapeCheck(schema: object): ShapeCheck {
  const code = { optimize: false };
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateSchema: false, code });
  ajv.addSchema(schema, 'chart');
  return ({ definition, file }) => {
    const validate = ajv.getSchema('umbrella' in definition ? 'chart#/definitions/umbrella' : 'chart');
    if (!validate || validate(definition)) return { errors: [], readable: true, complete: true };
    const told = toldErrors(validate.errors ?? []);
    return {
      errors: told.map((error) => shapeError(error, file)),
      readable: told.every((error) => isSuperficial(error) || isGap(error)),
      complete: told.every(isSuperficial),
    };
  };
}

function isSuperficial({ keyword }: ErrorObject): boolean {
  return SUPERFICIAL.includes(keyword);
}

/** Something is missing at the root or in a workload, or a word is not one of those allowed. */
function isGap({ keyword, instancePath, params }: ErrorObject): boolean {
  if (keyword === 'enum') return true;
  return (
    keyword === 'required' &&
    params.missingProperty !== 'workloads' &&
    /^(\/workloads\/[^/]+)?$/.test(instancePath)
  );
}

/**
 * One error for each mistake. Where no form of a `oneOf` fits, ajv tells what each of them lacks: what the only form
 * of the right type says is kept, otherwise the `oneOf` itself.
 */
function toldErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const real = errors.filter(({ keyword }) => keyword !== 'propertyNames');
  const choices = real.filter(({ keyword }) => keyword === 'oneOf');
  return choices.reduce<readonly ErrorObject[]>((left, choice) => {
    if (!left.includes(choice)) return left;
    const { instancePath } = choice;
    const elsewhere = left.filter(
      (error) => error.instancePath !== instancePath && !error.instancePath.startsWith(`${instancePath}/`),
    );
    const below = left.filter((error) => error.instancePath.startsWith(`${instancePath}/`));
    const here = left.filter(
      (error) => error.instancePath === instancePath && !['oneOf', 'type', 'const'].includes(error.keyword),
    );
    const forms = new Set(here.map(({ parentSchema }) => parentSchema));
    const inside = forms.size > 1 ? [] : [...here, ...below];
    return [...elsewhere, ...(inside.length > 0 ? inside : [choice])];
  }, real);
}

function shapeError(error: ErrorObject, file: string): ChartwrightError {
  const { keyword, params, propertyName, instancePath } = error;
  const extra: unknown = params.additionalProperty;
  const keys = instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = [...keys, ...(propertyName === undefined ? [] : [propertyName])].join('.');
  const where = path === '' ? file : `${file}: ${path}`;
  if (keyword === 'additionalProperties') {
    const near = nearestName(String(extra), Object.keys(propertiesOf(error)));
    return new ChartwrightError(
      'definition/unknown-key',
      `there is no key ${String(extra)}`,
      where,
      near ? `Did you mean ${near}?` : 'Remove it.',
    );
  }
  const subject = propertyName === undefined ? '' : `the name "${propertyName}" `;
  return new ChartwrightError('definition/shape', `${subject}${problemOf(error)}`, where, remedyFor(error));
}

function problemOf({ keyword, message, data }: ErrorObject): string {
  if (keyword === 'oneOf') return `${JSON.stringify(data)} has none of the forms it may have`;
  return message ?? 'does not fit';
}

function remedyFor({ keyword, params, data }: ErrorObject): string {
  if (keyword === 'required') return `Add ${String(params.missingProperty)}.`;
  if (keyword === 'maxLength') return 'Shorten it.';
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    const near = nearestName(String(data), params.allowedValues.map(String));
    return near ? `Did you mean ${near}?` : `Choose one of ${params.allowedValues.join(', ')}.`;
  }
  return 'See schemas/chart.schema.json.';
}

function propertiesOf({ parentSchema }: ErrorObject): object {
  const properties: unknown = parentSchema?.properties;
  return typeof properties === 'object' && properties !== null ? properties : {};
}
