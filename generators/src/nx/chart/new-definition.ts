import { providesOf } from '../../model/components.ts';
import type { ChartDefinition, ConnectionDefinition, WorkloadDefinition } from '../../model/definition.ts';
import { type ConnectionType, LONG_RUNNING, type LoadedFeature, ofScope } from '../../model/feature.ts';
import type { ChartPlan } from './options.ts';

/** Longest name of a connection that `schemas/chart.schema.json` takes. */
const LONGEST_CONNECTION = 20;

/** The definition a plan leads to, with no more in it than was asked for. */
export function newDefinition(plan: ChartPlan, features: readonly LoadedFeature[]): ChartDefinition {
  const { name, description, image, umbrellas, providers, outside } = plan;
  const starting = Object.assign({}, ...plan.features.map(({ starts }) => starts?.connections ?? {}));
  const connections: Readonly<Record<string, ConnectionDefinition>> = {
    ...Object.fromEntries(
      providers.flatMap((provider) =>
        providesOf(provider)
          .slice(0, 1)
          .map(({ type }) => connectionTo(provider, type, features)),
      ),
    ),
    ...Object.fromEntries(outside.map(({ type, port }) => [type.type, connectionOutside(type, port)])),
    ...starting,
  };
  return {
    name,
    version: '0.1.0',
    appVersion: image?.tag ?? '1.0.0',
    description,
    ...(umbrellas.length > 0 && { umbrellas }),
    workloads: { main: mainWorkload(plan, Object.keys(connections)) },
    ...(Object.keys(connections).length > 0 && { connections }),
    ...(serves(plan) && { provides: { type: 'http' } }),
  };
}

function mainWorkload(plan: ChartPlan, connections: readonly string[]): WorkloadDefinition {
  const { kind, image, port, features } = plan;
  const env: NonNullable<WorkloadDefinition['env']> = Object.assign(
    {},
    ...features.map(({ starts }) => starts?.env ?? {}),
  );
  return {
    kind,
    image: image
      ? {
          registry: image.registry,
          repository: image.repository,
          ...(image.digest && { digest: image.digest }),
        }
      : { own: ownImage(plan) },
    ...(serves(plan) && { ports: { http: port } }),
    ...(kind === 'StatefulSet' && { storage: { name: 'data', mountPath: '/data', size: '1Gi' } }),
    ...(!serves(plan) && connections.length > 0 && { connections }),
    ...(Object.keys(env).length > 0 && { env }),
    ...(features.length > 0 && { features: Object.fromEntries(features.map(({ name }) => [name, {}])) }),
  };
}

function ownImage(plan: ChartPlan): string {
  return serves(plan)
    ? `a server that listens on port ${plan.port} and runs without privileges`
    : 'a program that runs to its end, without privileges';
}

function serves({ kind }: ChartPlan): boolean {
  return LONG_RUNNING.includes(kind);
}

function connectionTo(
  provider: ChartDefinition,
  type: string,
  features: readonly LoadedFeature[],
): readonly [string, ConnectionDefinition] {
  const camel = provider.name.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
  const name = camel.length > LONGEST_CONNECTION ? type : camel;
  const { properties = {} } = ofScope(features, 'connectionType').find((one) => one.type === type) ?? {};
  const env = addressIn(provider.name, properties);
  return [name, { type, chart: provider.name, description: `The ${type} service of ${provider.name}.`, env }];
}

function connectionOutside({ type, properties }: ConnectionType, port?: number): ConnectionDefinition {
  const description = `The ${type} service that the values name.`;
  return { type, ...(port !== undefined && { port }), description, env: addressIn(type, properties) };
}

/** Variables that say where a service is. */
function addressIn(
  service: string,
  properties: ConnectionType['properties'],
): Readonly<Record<string, string>> {
  const variable = service.replaceAll('-', '_').toUpperCase();
  return 'url' in properties
    ? { [`${variable}_URL`]: 'url' }
    : { [`${variable}_HOST`]: 'host', [`${variable}_PORT`]: 'port' };
}
