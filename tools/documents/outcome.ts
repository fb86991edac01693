import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Case, template } from '../cases/cases.ts';
import { parseManifests } from '../kubernetes/objects.ts';
import { type Document, documentsOf } from './documents-of.ts';
import type { DryRun } from './dry-run.ts';
import { toYaml } from './to-yaml.ts';

/** What becomes of the random documents of one chart. */
export interface Outcome {
  /** The API server takes every object. */
  readonly accepted: number;
  /** A validation of the chart says what is wrong. */
  readonly refused: number;
  readonly faults: readonly Fault[];
}

/** A document that fits the schema of its chart, and fails in another way than by a message of the chart. */
export interface Fault {
  readonly whys: readonly string[];
  readonly document: Document;
}

/** Which documents are made of a chart. */
export interface Sample {
  readonly chart: string;
  readonly bases: readonly Case[];
  /** Of an umbrella. */
  readonly members: readonly string[];
  readonly count: number;
  readonly seed: number;
}

/** Documents that are rendered and asked for at once. */
const AT_ONCE = 20;

/** Renders random documents that fit the schema of a chart, and gives what comes out to an API server. */
export async function outcomeOf(sample: Sample, dryRun: DryRun): Promise<Outcome> {
  const { chart, bases, members, count, seed } = sample;
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-documents-'));
  try {
    const total = { accepted: 0, refused: 0, faults: [] as Fault[] };
    for (let done = 0; done < count; done += AT_ONCE) {
      const documents = fc.sample(documentsOf(chart, bases, members), {
        numRuns: Math.min(AT_ONCE, count - done),
        seed: seed + done,
      });
      const verdicts = await Promise.all(
        documents.map(async (document, index) => ({
          document,
          verdict: await verdictOf(chart, document, join(folder, `${index}.yaml`), dryRun),
        })),
      );
      for (const { document, verdict } of verdicts) {
        if (typeof verdict === 'string') total[verdict] += 1;
        else total.faults.push({ whys: verdict, document });
      }
    }
    return total;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function verdictOf(
  chart: string,
  document: Document,
  file: string,
  dryRun: DryRun,
): Promise<'accepted' | 'refused' | readonly string[]> {
  await writeFile(file, toYaml(document.values));
  const { code, stdout, stderr } = await template(chart, file);
  if (code !== 0) {
    const isOurs = /execution error at \([^)]*\/(validations|preflight)\.yaml:/.test(stderr);
    return isOurs ? 'refused' : [stderr.trim()];
  }
  try {
    const faults = (await Promise.all(parseManifests(stdout).map(dryRun))).flat();
    return faults.length === 0 ? 'accepted' : faults;
  } catch (error) {
    return [String(error)];
  }
}
