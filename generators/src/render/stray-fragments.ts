import type { ChartwrightError } from '../errors.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart } from '../model/model.ts';
import { OBJECT, PART, PARTIAL, partsOf, TEMPLATES, UMBRELLA } from './fragment-files.ts';
import { INSTEAD, unknownSlot } from './renderer.ts';

/**
 * Fragments that no template asked for. Those of features that this chart's kinds cannot use are no mistake, nor those of
 * features that build on one that the workspace lacks.
 */
export function strayFragments(
  features: readonly LoadedFeature[],
  known: ReadonlySet<string>,
  chart: Chart,
): readonly ChartwrightError[] {
  const anywhere = slotsAnywhere(features);
  const stray = new Map<string, ChartwrightError>();
  const names = new Set(features.map(({ name }) => name));
  for (const feature of features) {
    const builtOn = [
      ...(feature.extends ?? []),
      ...(feature.scope === 'workload' ? (feature.with ?? []) : []),
    ];
    if (!builtOn.every((name) => names.has(name))) continue;
    for (const { slot, file } of feature.fragmentFiles) {
      if ([OBJECT, PART, PARTIAL, UMBRELLA].some((kind) => slot.startsWith(kind))) continue;
      if (known.has(slot) || anywhere.has(slot)) continue;
      const isAlike = (name: string) => name.startsWith(INSTEAD) === slot.startsWith(INSTEAD);
      const alike = new Set([...known, ...anywhere].filter(isAlike));
      stray.set(file, unknownSlot(slot, file, alike, `the chart ${chart.name}`));
    }
  }
  return [...stray.values()];
}

/** What fragments may fill in some kind of workload or some feature; a chart without those leaves their fragments unused. */
function slotsAnywhere(features: readonly LoadedFeature[]): ReadonlySet<string> {
  const shared = [...TEMPLATES.files].flatMap(([name, text]) => (name.endsWith('.hbs') ? [text] : []));
  const texts = [
    ...shared,
    ...features.flatMap(({ fragmentFiles }) => fragmentFiles.map(({ text }) => text)),
  ];
  const slots = texts.flatMap((text) =>
    [...text.matchAll(/<% (?:slot|single) "([^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  return new Set([...slots, ...[...partsOf(features).keys()].map((part) => `${INSTEAD}${part}`)]);
}
