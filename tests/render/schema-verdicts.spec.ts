import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { fitting, type Schema } from '../../tools/documents/fitting.ts';
import { faulty } from './faulty.ts';
import { yaml } from './release.ts';
import { refusedByHelm } from './verdicts.ts';

const FITTING = 30;
const FAULTY = 60;
const SEED = 20_260_101;
const charts = await chartNames();

describe(`ajv, Helm 4 and Helm 3.17 judge ${FITTING + FAULTY} documents of each chart alike`, () => {
  it.each(charts)('%s', { timeout: 300_000 }, async (chart) => {
    const file = join(CHARTS, chart, 'values.schema.json');
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
    const documents = documentsFor(schema, yaml(join(CHARTS, chart, 'values.yaml')));
    const accepts = new Ajv({ strict: false, unicodeRegExp: true }).compile(schema);
    const byAjv = documents.map((document) => accepts(document));
    const [helm4, helm3] = await Promise.all([pinnedHelm(), findHelm3()]);
    const [byHelm4, byHelm3] = await Promise.all(
      [helm4, helm3].map((helm) => refusedByHelm(helm, file, documents)),
    );

    const differing = documents.filter(
      (_, index) => byHelm4?.has(index) === byAjv[index] || byHelm3?.has(index) === byAjv[index],
    );
    expect(differing.map((document) => JSON.stringify(document))).toEqual([]);
    expect(byAjv.slice(0, FITTING)).not.toContain(false);
    expect(byAjv.slice(FITTING).filter((accepted) => !accepted).length).toBeGreaterThan(FAULTY / 2);
  });
});

/** Half of the documents are arbitrary, half are the defaults; those with a fault have one each. */
function documentsFor(schema: Schema, defaults: unknown): readonly unknown[] {
  // Helm writes the globals of a release into every chart before it validates.
  const whole = fitting(schema, schema).map((document) => ({
    ...defaultsOf('global', defaults),
    ...(document as object),
  }));
  const broken = fc.oneof(whole, fc.constant(defaults)).chain((document) => faulty(document, schema));
  return [
    ...fc.sample(whole, { numRuns: FITTING, seed: SEED }),
    ...fc.sample(broken, { numRuns: FAULTY, seed: SEED }),
  ].map((document) => ({
    ...defaultsOf('global', defaults),
    ...(document as object),
  }));
}

function defaultsOf(key: string, defaults: unknown): object {
  return Object.fromEntries(Object.entries(defaults as object).filter(([name]) => name === key));
}
