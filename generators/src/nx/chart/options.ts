import { ChartwrightError, throwAll } from '../../errors.ts';
import type { ChartDefinition, UmbrellaDefinition, WorkloadDefinition } from '../../model/definition.ts';
import {
  ALL_KINDS,
  type ConnectionType,
  type Loaded,
  type LoadedFeature,
  ofScope,
  type WorkloadFeature,
} from '../../model/feature.ts';
import { nearestName } from '../../nearest-name.ts';
import { type PublicImage, parseImage } from './image.ts';

/** Options of `nx generate chart`; lists are separated by commas. */
export interface ChartOptions {
  readonly name: string;
  readonly kind?: string;
  readonly image?: string;
  readonly port?: number;
  readonly with?: string;
  readonly connects?: string;
  readonly umbrella?: string;
  readonly description?: string;
}

/** The same, complete and checked. */
export interface ChartPlan {
  readonly name: string;
  readonly description: string;
  readonly kind: WorkloadDefinition['kind'];
  /** Null for the user's own image. */
  readonly image: PublicImage | null;
  readonly port: number;
  readonly features: readonly WorkloadFeature[];
  readonly providers: readonly ChartDefinition[];
  /** Services outside that it uses: the type of each connection, and the port where the type has none. */
  readonly outside: readonly { readonly type: Loaded<ConnectionType>; readonly port?: number }[];
  readonly umbrellas: readonly string[];
}

/** Names that a new chart may refer to. */
export interface Surroundings {
  readonly charts: readonly ChartDefinition[];
  readonly umbrellas: readonly UmbrellaDefinition[];
  readonly features: readonly LoadedFeature[];
  /** Port that the schema of a type of connection has by default. */
  readonly usualPort: (type: Loaded<ConnectionType>) => unknown;
  /** Pattern of a chart's name. */
  readonly nameRule: { readonly pattern: string; readonly maxLength: number };
}

/** Kinds that the workload of a new chart can have; a PodTemplate only serves what starts pods itself. */
export const MAIN_KINDS = ALL_KINDS.filter((kind) => kind !== 'PodTemplate');

/** Place that errors name. */
const WHERE = 'nx generate chart';

/**
 * Fills in defaults and looks every name up.
 *
 * Errors: all mistakes at once, with the nearest name for each that is unknown.
 */
export function planChart(options: ChartOptions, around: Surroundings): ChartPlan {
  const { name, kind = 'Deployment', image = 'own', port = 8080 } = options;
  const errors: ChartwrightError[] = [];
  const report = (code: string, what: string, option: string, remedy: string) =>
    errors.push(new ChartwrightError(`chart/${code}`, what, `${WHERE}: ${option}`, remedy));
  /** Looks names up in a list, and reports the nearest one for each that is missing. */
  const pick = <Item>(
    names: readonly string[],
    items: ReadonlyMap<string, Item>,
    option: string,
    what: string,
  ): readonly Item[] =>
    names.flatMap((wanted) => {
      const item = items.get(wanted);
      if (item !== undefined) return [item];
      const near = nearestName(wanted, items.keys());
      const known = items.size > 0 ? `There are: ${[...items.keys()].sort().join(', ')}.` : 'There is none.';
      report('unknown-name', `there is no ${what} ${wanted}`, option, near ? `Did you mean ${near}?` : known);
      return [];
    });

  const { pattern, maxLength } = around.nameRule;
  if (!new RegExp(pattern).test(name) || name.length > maxLength) {
    report(
      'bad-name',
      `a chart cannot be called "${name}"`,
      'name',
      `Take lower-case letters, digits and hyphens, at most ${maxLength}, the first a letter and the last no hyphen.`,
    );
  } else if (name === 'global') {
    report('bad-name', 'Helm keeps the name global for values of all charts', 'name', 'Choose another name.');
  }
  if ([...around.charts, ...around.umbrellas].some((chart) => chart.name === name)) {
    report(
      'exists',
      `the chart ${name} exists already`,
      'name',
      `Choose another name, edit charts/${name}/src/chart.ts, or remove it with "npx nx generate remove-chart ${name}".`,
    );
  }
  const [chosen = 'Deployment'] = pick(
    [kind],
    new Map(MAIN_KINDS.map((known) => [known, known])),
    '--kind',
    'kind of workload',
  );
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    report('bad-port', `${port} is no port`, '--port', 'Take a number from 1 to 65535.');
  const parsed = image === 'own' ? null : parseImage(image);
  if (parsed?.digest === '')
    report(
      'no-digest',
      `"${image}" has no digest, and every chart names its image by digest`,
      '--image',
      `Write ${image}@sha256:…, which "docker buildx imagetools inspect ${image}" prints.`,
    );
  if (parsed === undefined)
    report(
      'bad-image',
      `"${image}" is no image with a tag`,
      '--image',
      'Write registry/repository:tag@sha256:…, or own.',
    );

  const features = pick(
    withBases(listOf(options.with), around.features),
    new Map(askable(around.features).map((feature) => [feature.name, feature])),
    '--with',
    'feature',
  );
  for (const feature of features.filter(
    ({ kinds }) => chosen !== 'Pod' && kinds?.includes(chosen) === false,
  )) {
    report(
      'feature-kind',
      `a ${chosen} cannot have the feature ${feature.name}`,
      '--with',
      `It is for ${(feature.kinds ?? []).join(', ')}.`,
    );
  }
  const providing = around.charts.filter(({ provides }) => provides !== undefined);
  for (const feature of features.filter(({ options }) => (options?.required ?? []).length > 0)) {
    report(
      'feature-options',
      `the feature ${feature.name} needs options that only a definition can say: ${feature.options?.required?.join(', ')}`,
      '--with',
      `Leave it out, and write it into src/chart.ts of the new chart.`,
    );
  }
  const starting = features.flatMap(({ starts }) => Object.values(starts?.connections ?? {}));
  for (const { chart } of starting.filter(({ chart }) => !around.charts.some(({ name }) => name === chart))) {
    report(
      'feature-chart',
      `a feature connects to the chart ${chart}, which is not here`,
      '--with',
      'Leave it out.',
    );
  }
  const types = ofScope(around.features, 'connectionType').filter(({ schema }) => schema !== undefined);
  const services = new Map<string, ChartDefinition | Loaded<ConnectionType>>([
    ...types.map((type) => [type.type, type] as const),
    ...providing.map((chart) => [chart.name, chart] as const),
  ]);
  const wanted = listOf(options.connects).map((text) => text.split(':'));
  const targets = pick(
    wanted.map(([service = '']) => service),
    services,
    '--connects',
    'chart with a service, or type of connection,',
  );
  const providers = targets.filter((target): target is ChartDefinition => !('properties' in target));
  const outside = targets
    .filter((target): target is Loaded<ConnectionType> => 'properties' in target)
    .map((type) => {
      const said = wanted.find(([service]) => service === type.type)?.[1];
      const port = said === undefined ? undefined : Number(said);
      const usual = around.usualPort(type);
      if (port === undefined ? usual === undefined : !(Number.isInteger(port) && port > 0 && port < 65536))
        report(
          'bad-port',
          port === undefined ? `services of the type ${type.type} have no usual port` : `${said} is no port`,
          '--connects',
          `Write ${type.type}:PORT, with a number from 1 to 65535.`,
        );
      return { type, ...(port !== undefined && { port }) };
    });
  const umbrellas = pick(
    listOf(options.umbrella),
    new Map(around.umbrellas.map((umbrella) => [umbrella.name, umbrella.name])),
    '--umbrella',
    'umbrella chart',
  );
  throwAll(errors);
  return {
    name,
    description: options.description || `The application ${name}.`,
    kind: chosen === 'Pod' ? 'Deployment' : chosen,
    image: parsed ?? null,
    port,
    features,
    providers,
    outside,
    umbrellas,
  };
}

/** The names with those of the features that they build on. */
function withBases(names: readonly string[], features: readonly LoadedFeature[]): readonly string[] {
  const askedFor = askable(features);
  const bases = askedFor.flatMap(({ name, with: needed = [] }) => (names.includes(name) ? needed : []));
  const further = bases.filter((base) => askedFor.some(({ name }) => name === base));
  return [...new Set([...names, ...further])];
}

/** Features that a workload has only when its definition declares them. */
function askable(features: readonly LoadedFeature[]): readonly WorkloadFeature[] {
  return ofScope(features, 'workload').filter(({ always }) => !always);
}

function listOf(text = ''): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
