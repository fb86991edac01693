import { ChartwrightError, throwAll } from '../errors.ts';
import { ALWAYS, all, type Condition } from '../go/index.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart, Workload } from '../model/model.ts';
import { filePart, isTemplate } from '../model/sources.ts';
import type { SchemaNode } from '../schema/index.ts';
import { askedOnce } from './asked-once.ts';
import { MOVED_KEYS } from './closed-loop/index.ts';
import { type Instance, instancesOf, viewOf } from './contribution.ts';
import { FINDINGS, findingsOfTopics } from './findings.ts';
import { OBJECT, PARTIAL, partsOf, source } from './fragment-files.ts';
import { eachGroup, findingsOf, findsInGroups } from './groups.ts';
import { guarded } from './guard.ts';
import { joined } from './joined.ts';
import { movedKeyViews, withMovedKeys } from './moved-keys.ts';
import { definedIn, namedTemplatesIn, withAskedAlone } from './named-templates.ts';
import { besides, Renderer } from './renderer.ts';
import { type ReservedNames, reservedNames } from './reserved-names.ts';
import { fills } from './resolve.ts';
import { scriptTemplates } from './script-templates.ts';
import { sharedLists } from './shared-lists.ts';
import { strayFragments } from './stray-fragments.ts';
import { valuesOfObjects } from './values-of-objects.ts';
import { WITHOUT_EFFECT, withoutEffect } from './without-effect.ts';
import { wrapActions, wrapProse } from './wrap.ts';

/** The file of the named templates that every chart has, whether it asks for them or not: its authors may. */
const HELPERS = 'helpers';

/** The hand-written template that says what is wrong, with those of the features. */
const OWN_VALIDATIONS = 'validations.tpl';

/** The hand-written end of what Helm says after an install. */
const OWN_NOTES = 'notes.tpl';

/** The whole template of each kind. */
const WHOLE: Readonly<
  Record<Workload['kind'], { readonly template: string; readonly file: string; readonly guardsItself?: true }>
> = {
  Deployment: { template: 'workload.yaml.hbs', file: 'deployment' },
  StatefulSet: { template: 'workload.yaml.hbs', file: 'statefulset' },
  DaemonSet: { template: 'workload.yaml.hbs', file: 'daemonset' },
  Job: { template: 'job.yaml.hbs', file: 'job', guardsItself: true },
  CronJob: { template: 'cron-job.yaml.hbs', file: 'cronjob' },
  PodTemplate: { template: 'pod-template.yaml.hbs', file: 'configmap', guardsItself: true },
  Pod: { template: 'pod.yaml.hbs', file: 'pod', guardsItself: true },
};

/**
 * The templates of a chart: path below the chart → Go template text.
 *
 * Errors: fragments for slots that no template has, two files of one name, dialect mistakes; all of a chart at once.
 */
export function chartTemplates(
  chart: Chart,
  features: readonly LoadedFeature[],
): ReadonlyMap<string, string> {
  const instances = instancesOf(chart, features);
  const own = [
    ['own-validations', chart.templates.get(OWN_VALIDATIONS) ?? ''],
    ['own-notes', chart.templates.get(OWN_NOTES) ?? ''],
  ] as const;
  const renderer = new Renderer(new Map([...partsOf(features), ...filePartsOf(chart), ...own]));
  const files = new Map<string, string>();
  const errors: ChartwrightError[] = [];
  const write = (file: string, text: string) => {
    // An object that is nothing in this chart is no file.
    if (text === '') return;
    const path = pathOf(file);
    if (files.has(path))
      errors.push(
        new ChartwrightError(
          'feature/file-twice',
          `two features write ${path}`,
          `charts/${chart.name}`,
          'Rename one of the object fragments.',
        ),
      );
    files.set(path, text);
  };

  const chartLevel = instances.filter(
    ({ level, view }) => level === 'chart' || view.workload?.kind !== 'Pod',
  );
  const forChart = chartLevel.filter(
    ({ level, feature }) =>
      level === 'chart' || ['pod', 'workload', 'sidecar', 'claim'].includes(feature.scope),
  );
  const known = new Set<string>();
  const objects = new Map<Workload, { readonly object: string; readonly common: string }>();
  const ofMain: string[] = [];
  for (const workload of chart.workloads) {
    const before = new Set(files.keys());
    const own = instances.filter(({ level, view }) => level === 'workload' && view.workload === workload);
    const view = viewOf(chart, workload);
    const whole = WHOLE[workload.kind];
    const folder = workload.kind === 'Pod' ? 'tests/' : '';
    const prefix = workload.main ? '' : `${workload.component}-`;
    const common = workload.ownInit
      ? `\n${renderer.render({ ...source('containers.tpl.hbs'), view, instances: own })}`
      : '';
    const text = renderer.render({ ...source(whole.template), view, instances: own });
    const object = guarded(
      eachGroup(renderer, view, `---\n${text}`) ?? text,
      whole.guardsItself ? ALWAYS : workload.when,
    );
    objects.set(workload, { object, common });
    write(`${folder}${prefix}${whole.file}.yaml`, object + common);
    for (const [object, instance] of objectsOf(own.filter(({ feature }) => feature.scope !== 'chart')))
      write(
        `${prefix}${object}${instance.view.claim?.suffix ?? ''}.yaml`,
        objectText(renderer, object, instance, own, workload.when),
      );
    for (const slot of renderer.takeVisited()) known.add(slot);
    if (workload.main) ofMain.push(...[...files.keys()].filter((file) => !before.has(file)));
  }
  for (const [object, instance] of objectsOf(instances.filter(({ level }) => level === 'chart'))) {
    for (const { prefix, placed } of placesOf(object, instance, chart))
      write(
        `${prefix}${object}${placed.view.claim?.suffix ?? ''}.yaml`,
        objectText(renderer, object, placed, forChart, ALWAYS),
      );
  }
  const view = viewOf(chart, null);
  const { files: partialFiles, needed } = partials(chart, forChart, renderer);
  const named = new Map(partialFiles);
  const addNamed = (file: string, text: string) =>
    named.set(file, named.has(file) ? `${named.get(file)}\n${text}` : text);
  const said = sharedLists(chart.name, renderer.lists, (name) => named.has(name));
  for (const [path, text] of files) files.set(path, said.asking(text));
  for (const [name, text] of named) named.set(name, said.asking(text));
  for (const { file, text } of said.named) addNamed(file, text);
  write(`_${HELPERS}.tpl`, named.get(HELPERS) ?? '');
  const reserved = new Map(
    [...objects].map(([workload, { object, common }]) => [
      workload,
      reservedNames(workload, said.whole(object), [said.whole(common), ...named.values()]),
    ]),
  );
  const knowing = forChart.map((instance) => withReserved(instance, reserved));
  const grouped = chart.workloads.flatMap((workload) =>
    findingsOf(renderer, viewOf(chart, workload), knowing),
  );
  const findings = findingsOfTopics(
    renderer,
    view,
    knowing.filter((instance) => !findsInGroups(instance)),
  );
  for (const [topic, text] of findings) addNamed(`${FINDINGS}${topic}`, text);
  const findingsView = {
    ...view,
    grouped,
    topics: [...findings.keys()],
    ...globalFacts(chart.schema, [...files.values(), ...named.values()]),
  };
  const validations = renderer.render({
    ...source('validations.yaml.hbs'),
    view: findingsView,
    instances: [],
  });
  for (const group of grouped) write(group.file, wrapProse(collapse(group.findings)));
  write('validations.yaml', wrapProse(collapse(validations)));
  const keys = movedKeyViews(chart);
  const movedView = { ...view, keys };
  if (keys.length > 0)
    write(MOVED_KEYS, renderer.render({ ...source(`${MOVED_KEYS}.hbs`), view: movedView, instances: [] }));
  const main = viewOf(chart, chart.workloads.find((workload) => workload.main) ?? null);
  const notesView = { ...main, keys };
  write(
    'NOTES.txt',
    renderer.render({
      ...source('NOTES.txt.hbs'),
      view: notesView,
      instances: forChart,
    }),
  );
  for (const [name, text] of chart.templates) {
    if (name === OWN_VALIDATIONS || name === OWN_NOTES) continue;
    write(
      name.replace(/\.hbs$/, ''),
      name.endsWith('.hbs')
        ? renderer.render({
            text,
            file: `charts/${chart.name}/src/templates/${name}`,
            view,
            instances: forChart,
          })
        : text,
    );
  }
  const all = new Map([
    ...files,
    ...[...named].map(([name, text]) => [pathOf(`_${name}.tpl`), text] as const),
  ]);
  const effect = withoutEffect(chart, features, () => valuesOfObjects(ofMain, all, chart.schema));
  const effectView = { ...view, effect };
  write(
    WITHOUT_EFFECT.replace('templates/', ''),
    wrapProse(
      collapse(renderer.render({ ...source('_without-effect.tpl.hbs'), view: effectView, instances: [] })),
    ),
  );
  const others = new Map([...named].filter(([name]) => name !== HELPERS));
  for (const [name, text] of withAskedAlone(others, [...files.values()], needed)) write(`_${name}.tpl`, text);
  write('_scripts.tpl', scriptTemplates(chart, [...files.values()]));
  for (const slot of renderer.takeVisited()) known.add(slot);
  throwAll([...errors, ...strayFragments(features, known, chart)]);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return withMovedKeys(
    new Map(sorted.map(([path, text]) => [path, wrapActions(askedOnce(joined(text)))])),
    chart,
  );
}

/** The path of a template below its chart. */
function pathOf(file: string): string {
  return `templates/${file}`;
}

/** Validations of a workload know the names of its pod. */
function withReserved(
  { view, ...instance }: Instance,
  reserved: ReadonlyMap<Workload, ReservedNames>,
): Instance {
  const names = view.workload === null ? undefined : reserved.get(view.workload);
  return { ...instance, view: { ...view, reserved: names ?? view.reserved } };
}

/** Topics that every chart has, whose files begin with a template of their own. */
const BASE = [HELPERS, 'images', 'credentials', 'rules'];

/** The files of named templates, one per topic, and the names of those that umbrellas ask for. */
function partials(
  chart: Chart,
  instances: readonly Instance[],
  renderer: Renderer,
): { readonly files: ReadonlyMap<string, string>; readonly needed: readonly string[] } {
  const view = viewOf(chart, null);
  const base = BASE.map((name) => {
    const text = renderer.render({ ...source(`_${name}.tpl.hbs`), view, instances });
    return [name, [collapse(text)]] as [string, string[]];
  });
  const files = new Map(base.filter(([, [text]]) => text !== collapse('')));
  const needed: string[] = [];
  // All of one connection stands together.
  const place = ({ view }: Instance) => (view.connection ? chart.connections.indexOf(view.connection) : -1);
  for (const instance of [...instances].sort((a, b) => place(a) - place(b))) {
    const { feature, view } = instance;
    for (const { name: fragment, slot, text, file } of feature.fragmentFiles) {
      if (!slot.startsWith(PARTIAL)) continue;
      const name = slot.slice(PARTIAL.length);
      const rendered = renderer.render({ text, file, view, instances: besides(instance, instances) });
      if (feature.fragments?.[fragment]?.forUmbrellas === true) needed.push(...definedIn(rendered));
      // What comes out the same for several workloads stands once.
      const all = new Set([...(files.get(name) ?? []), ...namedTemplatesIn(rendered).map(collapse)]);
      all.delete(collapse(''));
      files.set(name, [...all]);
    }
  }
  return { files: new Map([...files].map(([name, parts]) => [name, parts.join('\n')])), needed };
}

function* objectsOf(instances: readonly Instance[]): Generator<readonly [string, Instance]> {
  for (const instance of instances) {
    for (const { name } of instance.feature.fragmentFiles)
      if (name.startsWith(OBJECT)) yield [name.slice(OBJECT.length), instance];
  }
}

/** An object of the chart is there once, or in each namespace that has pods of the chart, that of the release among them. */
function placesOf(
  object: string,
  instance: Instance,
  { namespaces }: Chart,
): readonly { readonly prefix: string; readonly placed: Instance }[] {
  const { view, feature } = instance;
  const once = { prefix: view.namespace ? `${view.namespace.name}-` : '', placed: instance };
  if (feature.fragments?.[`${OBJECT}${object}`]?.everyNamespace !== true) return [once];
  const others = namespaces.map((namespace) => ({
    prefix: `${namespace.name}-`,
    placed: { ...instance, view: { ...view, namespace } },
  }));
  return [once, ...others];
}

function objectText(
  renderer: Renderer,
  object: string,
  instance: Instance,
  instances: readonly Instance[],
  outer: Condition,
): string {
  const { feature, view } = instance;
  const name = `${OBJECT}${object}`;
  const fragment = feature.fragmentFiles.find((candidate) => candidate.name === name);
  const text = renderer.render({ text: fragment?.text ?? '', file: fragment?.file ?? '', view, instances });
  if (text.trim() === '') return '';
  const when = fills(instance, name);
  const one = guarded(`---\n${text}`, when);
  const everyGroup = feature.fragments?.[name]?.everyGroup === true && one !== '';
  const grouped = everyGroup ? eachGroup(renderer, view, one) : undefined;
  return grouped === undefined ? guarded(text, all(outer, when)) : guarded(grouped, outer);
}

/** What the validations know of `global`: its keys, and the variables that containers of these templates set themselves. */
export function globalFacts(
  { properties }: SchemaNode,
  templates: readonly string[],
): { readonly globalNames: readonly string[]; readonly setVariables: readonly string[] } {
  const set = templates.flatMap((text) =>
    [...text.matchAll(/^ *- name: ([A-Z][A-Z0-9_]*)$/gm)].map((match) => match[1] ?? ''),
  );
  return {
    globalNames: Object.keys(properties?.global?.properties ?? {}).sort(),
    setVariables: [...new Set(set)].sort(),
  };
}

/** At most one empty line in a row, and none at either end. */
export function collapse(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

/** The files of a chart that are templates, as parts. */
function filePartsOf({ files }: Chart): readonly (readonly [string, string])[] {
  return [...files].flatMap(([file, text]) => (isTemplate(file) ? [[filePart(file), text] as const] : []));
}
