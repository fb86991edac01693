import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ChartwrightError, throwAll } from '../errors.ts';
import { grouped } from '../grouped.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart } from '../model/model.ts';
import { at, mergeValues } from '../model/values.ts';
import type { Workspace } from '../model/workspace.ts';
import { askedOnce } from '../render/asked-once.ts';
import { type ChartFiles, HELMIGNORE, presetFiles } from '../render/chart.ts';
import { collapse, globalFacts } from '../render/chart-files.ts';
import { chartLock } from '../render/chart-lock.ts';
import { type Dependency, GENERATED, KUBE_VERSION, yamlFile } from '../render/chart-yaml.ts';
import { checkClosedLoop, interpret } from '../render/closed-loop/index.ts';
import { digestOf } from '../render/digest.ts';
import { partsOf, UMBRELLA } from '../render/fragment-files.ts';
import { joined } from '../render/joined.ts';
import { registryAnnotations, registryFields } from '../render/registry-page.ts';
import { Renderer, unknownSlot } from '../render/renderer.ts';
import { templateFolder } from '../render/template-folder.ts';
import { wrapActions, wrapProse } from '../render/wrap.ts';
import {
  defaultsOf,
  editorSchema,
  type JsonObject,
  jsonText,
  type SchemaNode,
  type SharedTypes,
  shippedSchema,
  valuesTypes,
  valuesYaml,
} from '../schema/index.ts';
import { gitopsFiles } from './gitops.ts';
import { endpointChecks, verifications } from './hooks.ts';
import { releaseValues } from './packages.ts';
import { LISTED_KINDS, preflightMember } from './preflight.ts';
import { umbrellaReadme } from './readme.ts';
import type { Member, Umbrella } from './umbrella.ts';

const TEMPLATES = templateFolder(fileURLToPath(new URL('templates', import.meta.url)));

/**
 * All generated files of an umbrella, checked like those of a chart.
 *
 * Errors: all problems at once.
 *
 * @param templatesOf the templates of a member, as `chartTemplates` makes them
 * @param types what values.d.ts takes from the types of all charts
 */
export function renderUmbrella(
  umbrella: Umbrella,
  features: readonly LoadedFeature[],
  templatesOf: (chart: Chart) => ReadonlyMap<string, string>,
  workspace: Workspace,
  types: SharedTypes,
): ChartFiles {
  const templates = umbrellaTemplates(umbrella, features);
  // Some umbrellas have nothing that the preflight could look at.
  const members = umbrella.members.map(({ name }) => [name]);
  const exempt = [['preflight'], ...members];
  const problems = checkClosedLoop(
    interpret(new Map([...templates, ...definesOf(umbrella, templatesOf)]), checkedIn(umbrella)),
    checkedSchema(umbrella),
    { exempt, foreign: members },
  );
  throwAll(
    problems.map(
      ({ code, message, file, line }) =>
        new ChartwrightError(
          `template/${code}`,
          message,
          `charts/${umbrella.name}/${file}:${line}`,
          'Correct the template or the schema.',
        ),
    ),
  );
  return new Map([
    // Editors find it in the repository; Helm would store it with every revision of a release.
    ['.helmignore', `${HELMIGNORE}/gitops/\n`],
    ['Chart.lock', chartLock(dependenciesOf(umbrella))],
    ['Chart.yaml', umbrellaYaml(umbrella, workspace)],
    ['README.md', umbrellaReadme(umbrella, workspace)],
    [
      'values.d.ts',
      valuesTypes(
        umbrella.schema,
        umbrella.name,
        types,
        umbrella.members.map(({ name }) => name),
      ),
    ],
    [
      'values.schema.json',
      jsonText(shippedSchema(withoutBundled(umbrella.schema, umbrella), schemaTitle(umbrella))),
    ],
    [
      'values.yaml',
      valuesYaml(umbrella.schema, [`Default values of ${umbrella.name}. ${umbrella.description}`, GENERATED]),
    ],
    ...presetFiles(umbrella.presets),
    ...umbrella.packages.map((own, index): [string, string] => [
      `packages/${own.name}.yaml`,
      yamlFile(releaseValues(umbrella, own, umbrella.packages, umbrella.packages.slice(0, index)), [
        GENERATED,
        `The package ${own.name} as a release of that name: ${own.members.join(', ')}.`,
      ]),
    ]),
    ...gitopsFiles(umbrella, workspace),
    ...templates,
  ]);
}

/** The editor schema of an umbrella, with the values of every member. */
export function umbrellaEditorSchema(umbrella: Umbrella): object {
  return editorSchema(withoutBundled(umbrella.editorSchema, umbrella), schemaTitle(umbrella));
}

function schemaTitle({ name }: Umbrella): string {
  return `Values of the umbrella chart ${name}`;
}

function umbrellaYaml(umbrella: Umbrella, workspace: Workspace): string {
  return yamlFile({
    apiVersion: 'v2',
    name: umbrella.name,
    description: umbrella.description,
    type: 'application',
    version: umbrella.version,
    appVersion: umbrella.version,
    kubeVersion: KUBE_VERSION,
    ...registryFields(umbrella, workspace),
    dependencies: dependenciesOf(umbrella),
    annotations: registryAnnotations(
      umbrella,
      umbrella.members.flatMap(({ chart }) => chart.images),
      workspace,
    ),
  });
}

function dependenciesOf({ members }: Umbrella): readonly Dependency[] {
  return members.map(({ name, chart }) => ({
    name,
    version: chart.version,
    repository: `file://../${name}`,
    condition: `global.members.${name}.enabled`,
  }));
}

function umbrellaTemplates(
  umbrella: Umbrella,
  features: readonly LoadedFeature[],
): ReadonlyMap<string, string> {
  const renderer = new Renderer(
    new Map([...partsOf(features), ...TEMPLATES.parts, ...extensionsOf(features)]),
  );
  const presets = [...umbrella.presets.values()].map((text) => parse(text) as JsonObject);
  const members = umbrella.members.map((member) => ({
    ...preflightMember(member),
    unsaid: unsaidOf(member, umbrella, presets),
  }));
  const base = {
    chart: umbrella,
    members,
    privileged: members.some(({ privileges }) => privileges.length > 0),
    listedKinds: LISTED_KINDS,
    firstMember: umbrella.members[0]?.name ?? '',
    ...globalFacts(umbrella.schema, []),
  };
  const render = (file: string, view: object = {}) =>
    renderer.render({
      text: TEMPLATES.text(file),
      file: `umbrella/templates/${file}`,
      view: { ...base, ...view },
      instances: [],
    });
  const lacks = base.members.map((member) => {
    const inCluster = render('preflight-cluster.hbs', { member });
    return render('preflight-member.hbs', { member, inCluster });
  });
  const checks = endpointChecks(umbrella);
  const verified = verifications(umbrella, features, renderer);
  const waves = grouped(verified, ({ member }) => member.wave);
  const verifiedWaves = [...waves].map(([wave, own]) => ({ wave, verifications: own }));
  const hooks = { checks, verifications: verified, verifiedWaves };
  const files = new Map([
    ['templates/_helpers.tpl', render('_helpers.tpl.hbs')],
    ['templates/_members.tpl', render('_members.tpl.hbs')],
    ['templates/_problems.tpl', wrapProse([collapse(render('_problems.tpl.hbs')), ...lacks].join('\n'))],
    ['templates/preflight.yaml', render('preflight.yaml.hbs')],
    ['templates/NOTES.txt', render('NOTES.txt.hbs')],
  ]);
  if (umbrella.toolbox) {
    files.set('templates/_network.tpl', render('_network.tpl.hbs'));
    files.set('templates/_images.tpl', render('_images.tpl.hbs'));
    files.set('templates/_hooks.tpl', render('_hooks.tpl.hbs', hooks));
  }
  if (checks.length > 0)
    files.set('templates/check-endpoints.yaml', render('check-endpoints.yaml.hbs', hooks));
  if (verified.length > 0) files.set('templates/verify.yaml', render('verify.yaml.hbs', hooks));
  return new Map(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => [path, wrapActions(askedOnce(joined(text)))]),
  );
}

/** Digests of a member's values that nobody wrote: the shipped ones, and those of the presets. */
function unsaidOf({ name }: Member, { schema }: Umbrella, presets: readonly JsonObject[]): readonly string[] {
  const shipped = at([name], defaultsOf(schema.properties?.[name] ?? {}));
  const said = presets.map((values) => mergeValues(shipped, values));
  return [...new Set([shipped, ...said].map((values) => digestOf(values[name] ?? {})))];
}

/** Where features may add to the templates of an umbrella: problems of the values, of a member in the cluster, of the nodes, and named templates. */
const EXTENSIONS = ['umbrella.problems', 'umbrella.member', 'umbrella.nodes', 'umbrella.helpers'];

/**
 * What features add to the templates of an umbrella, as parts.
 *
 * Errors: fragments for anything else of an umbrella.
 */
function extensionsOf(features: readonly LoadedFeature[]): readonly (readonly [string, string])[] {
  const fragments = features.flatMap(({ fragmentFiles }) =>
    fragmentFiles.filter(({ slot }) => slot.startsWith(UMBRELLA)),
  );
  throwAll(
    fragments
      .filter(({ slot }) => !EXTENSIONS.includes(slot))
      .map(({ slot, file }) => unknownSlot(slot, file, new Set(EXTENSIONS), 'an umbrella')),
  );
  return EXTENSIONS.map((name) => [
    name,
    fragments.flatMap(({ slot, text }) => (slot === name ? [text] : [])).join('\n'),
  ]);
}

/** Files of a chart with the named templates that its umbrella takes. */
const isShared = (path: string) =>
  path.endsWith('.tpl') ||
  ['templates/NOTES.txt', 'templates/validations.yaml', 'templates/tests/test-pod.yaml'].includes(path);

/** The named templates of the members, in files that render nothing, for the check of what the umbrella takes from them. */
function definesOf(
  { members }: Umbrella,
  templatesOf: (chart: Chart) => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const files = members.flatMap(({ chart }) =>
    [...templatesOf(chart)]
      .filter(([path]) => isShared(path))
      .map(([path, text]): [string, string] => [
        `templates/_${chart.name}/_${path.slice('templates/'.length).replaceAll('/', '-')}`,
        text,
      ]),
  );
  return new Map(files);
}

/**
 * Refuses what a member would bundle: its archive here lacks it, and the umbrella has a member for it. The refusal is
 * the schema's, because templates of the member are rendered before any of the umbrella could say so.
 */
function withoutBundled(schema: SchemaNode, { members }: Umbrella): SchemaNode {
  // Without a default inside, a shared definition is no group of values, so that nobody has to give it.
  const off: SchemaNode = {
    'x-definition': 'bundledOff',
    type: 'object',
    description: 'Must stay off: the umbrella has a member in its place.',
    additionalProperties: true,
    properties: { enabled: { const: false, description: 'Enable the member instead.' } },
  };
  const refusing = members
    .filter(({ chart }) => chart.bundled.length > 0)
    .map(({ name, chart }): [string, SchemaNode] => {
      const node = schema.properties?.[name] ?? {};
      const bundled = Object.fromEntries(chart.bundled.map(({ chart: other }) => [other, off]));
      return [name, { ...node, properties: { ...node.properties, ...bundled } }];
    });
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(refusing) } };
}

/** Named templates that each member includes with its own context, too: they are checked with that chart. */
function checkedIn({ members }: Umbrella): ReadonlySet<string> {
  return new Set(members.flatMap(({ chart: { name } }) => [`${name}.problems`, `${name}.notes`]));
}

/** The umbrella's values with all values of its members, and the switch that no member has here. */
function checkedSchema({ editorSchema, members }: Umbrella): SchemaNode {
  const names = members.map(({ name }) => name);
  const properties = Object.entries(editorSchema.properties ?? {}).map(([name, node]) => [
    name,
    names.includes(name) ? { ...node, properties: { ...node.properties, enabled: {} } } : node,
  ]);
  return { ...editorSchema, properties: Object.fromEntries(properties) };
}
