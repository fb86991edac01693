import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { Setting } from '../schema/index.ts';
import { providesOf } from './components.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import type { ConnectionType } from './feature.ts';
import type { SecretLeaf, Workload } from './model.ts';
import { keyWithin, secretPropertiesWithin } from './within-chart.ts';

/** Checks that need the definition and the chart's own schema together. */
export function checkBuilt(
  { definition, file }: DefinitionSource<ChartDefinition>,
  workloads: readonly Workload[],
  settings: readonly Setting[],
  secrets: readonly SecretLeaf[],
  types: readonly ConnectionType[],
): readonly ChartwrightError[] {
  const mistakes = workloads.flatMap((workload) => [
    ...repeatedVariables(workload, file),
    ...unknownSettings(definition, workload.name, settings, file),
  ]);
  return [
    ...mistakes,
    ...missingKeys(definition, secrets, types, file),
    ...missingWithin(definition, secrets, types, file),
    ...generatedApart(definition, secrets, file),
  ];
}

/** Clients of a service, and helm test, take their credentials from the Secret of the chart that provides it. */
function missingKeys(
  definition: ChartDefinition,
  secrets: readonly SecretLeaf[],
  types: readonly ConnectionType[],
  file: string,
): readonly ChartwrightError[] {
  const there = [...secrets.map(({ key }) => key), ...Object.keys(definition.secretConstants ?? {})];
  return providesOf(definition).flatMap(({ type, password = true }) => {
    if (!password) return [];
    const needed = Object.keys(types.find((one) => one.type === type)?.secretKeys ?? {});
    const missing = needed.filter((key) => !there.includes(key));
    if (missing.length === 0) return [];
    return [
      new ChartwrightError(
        'definition/no-credentials',
        `clients of ${type} take ${needed.join(' and ')} from the Secret of this chart, which lacks ${missing.join(' and ')}`,
        `${file}: provides`,
        `Declare in src/values.schema.json a setting with ${missing.map((key) => `x-secret: ${key}`).join(', and one with ')}, or give it in secretConstants.`,
      ),
    ];
  });
}

/** Connections to workloads of the chart take passwords from its own Secret. */
function missingWithin(
  definition: ChartDefinition,
  secrets: readonly SecretLeaf[],
  types: readonly ConnectionType[],
  file: string,
): readonly ChartwrightError[] {
  const there = [...secrets.map(({ key }) => key), ...Object.keys(definition.secretConstants ?? {})];
  return Object.entries(definition.connections ?? {}).flatMap(([name, connection]) => {
    const type = types.find((one) => one.type === connection.type);
    if (connection.workload === undefined || !type) return [];
    const missing = secretPropertiesWithin(connection, type)
      .map((property) => keyWithin(connection, property))
      .filter((key) => !there.includes(key));
    return missing.map(
      (key) =>
        new ChartwrightError(
          'definition/no-credentials',
          `it takes ${key} from the Secret of this chart, which has ${there.length > 0 ? there.join(', ') : 'none'}`,
          `${file}: connections.${name}`,
          `Declare in src/values.schema.json a setting with x-secret: ${key}, or name another key in client.passwordKey.`,
        ),
    );
  });
}

/** Each namespace has the Secret, and each would have generated another value. */
function generatedApart(
  { namespaces }: ChartDefinition,
  secrets: readonly SecretLeaf[],
  file: string,
): readonly ChartwrightError[] {
  if (namespaces === undefined) return [];
  return secrets
    .filter(({ generate }) => generate > 0)
    .map(
      ({ key }) =>
        new ChartwrightError(
          'definition/generated-apart',
          `${key} would be generated in each namespace, and differ`,
          `${file}: namespaces`,
          'Leave x-generate out of src/values.schema.json.',
        ),
    );
}

function repeatedVariables({ name, reservedEnv }: Workload, file: string): readonly ChartwrightError[] {
  const repeated = new Set(reservedEnv.filter((variable, index) => reservedEnv.indexOf(variable) !== index));
  return [...repeated].map(
    (variable) =>
      new ChartwrightError(
        'definition/repeated-env',
        `the variable ${variable} is set twice`,
        `${file}: workloads.${name}`,
        'Set it in one place: env, a setting with x-env, or a connection.',
      ),
  );
}

function unknownSettings(
  { workloads }: ChartDefinition,
  name: string,
  settings: readonly Setting[],
  file: string,
): readonly ChartwrightError[] {
  const known = settings.map(({ env }) => env);
  const { settings: own = [], sidecars = {} } = workloads[name] ?? {};
  const named = [
    ...(Array.isArray(own) ? own : []).map((env) => ({ env, at: `settings.${env}` })),
    ...Object.entries(sidecars).flatMap(([sidecar, shape]) =>
      Object.entries(shape.settings ?? {}).map(([variable, env]) => ({
        env,
        at: `sidecars.${sidecar}.settings.${variable}`,
      })),
    ),
  ];
  return named
    .filter(({ env }) => !known.includes(env))
    .map(({ env, at }) => {
      const near = nearestName(env, known);
      return new ChartwrightError(
        'definition/unknown-setting',
        `no setting has the x-env ${env}`,
        `${file}: workloads.${name}.${at}`,
        near ? `Did you mean ${near}?` : 'Declare it in src/values.schema.json.',
      );
    });
}
