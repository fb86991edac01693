import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, baseOf, cases } from '../cases/cases.ts';
import { isRecord } from '../kubernetes/objects.ts';
import { copiesOf } from './copies.ts';
import { renderings, templating } from './helm-template.ts';
import { atMost, ms, type Row, type Section, times } from './report.ts';
import { EVERYTHING } from './umbrellas.ts';

const COPIES = 10;
/** Of a chart that bundles others; Helm copies their values once per level and dependency, which more copies would exaggerate. */
const BUNDLE_COPIES = 3;
const SCHEMA_GOAL_MS = 2;
const RUNS = 3;

/** A chart, unpacked, with the values of a case. */
interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What one copy of a chart costs. */
interface Cost {
  readonly objects: number;
  readonly kilobytes: number;
  readonly cpu: number;
  readonly perObject: number;
  readonly perSchema: number;
}

/** What an object and a schema of each chart cost in its base case, next to a chart of `helm create`. */
export async function charts(): Promise<Section> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const helm = await findHelm();
    const folder = join(work, 'created');
    await run(helm, ['create', folder]);
    const nothing = templating(helm, await copiesOf(folder, {}, 0, join(work, 'nothing')));
    const created = await costOf({ name: 'created', folder, values: EVERYTHING }, helm, nothing, work);
    const rows: Row[] = [{ cells: ['helm create', ...cellsOf(created), times(1), ''] }];
    for (const one of cases().filter((candidate) => baseOf(candidate).name === candidate.name)) {
      const given: unknown = parse(await readFile(one.values, 'utf8'));
      const unpacked = await unpack(one.chart, join(work, one.chart));
      const subject = { name: one.chart, folder: unpacked, values: isRecord(given) ? given : {} };
      const cost = await costOf(subject, helm, nothing, work);
      rows.push({
        cells: [one.chart, ...cellsOf(cost), times(cost.perObject / created.perObject), ms(cost.perSchema)],
        goal: atMost(cost.perSchema, SCHEMA_GOAL_MS, ms),
      });
    }
    return {
      title: 'Rendering each chart, CPU of helm template above its start',
      head: ['chart', 'objects', 'kB', 'without schemas', 'per object', 'of helm create', 'per schema'],
      rows,
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function costOf(
  { name, folder, values }: Subject,
  helm: string,
  nothing: readonly string[],
  work: string,
): Promise<Cost> {
  const inside = await readdir(folder);
  const bundles = inside.includes('charts') && (await readdir(join(folder, 'charts'))).length > 0;
  const copies = bundles ? BUNDLE_COPIES : COPIES;
  const chart = await copiesOf(folder, values, copies, join(work, `${name}-copies`));
  const { checked, bare } = await renderings(
    nothing,
    {
      checked: templating(helm, chart),
      bare: templating(helm, chart, ['--skip-schema-validation']),
    },
    { runs: RUNS },
  );
  return {
    objects: bare.objects / copies,
    kilobytes: bare.kilobytes / copies,
    cpu: bare.cpu / copies,
    perObject: bare.cpu / bare.objects,
    // A chart that makes nothing in this case is checked all the same.
    perSchema: (checked.cpu - bare.cpu) / Math.max(bare.charts, copies),
  };
}

async function unpack(chart: string, folder: string): Promise<string> {
  await mkdir(folder);
  const options = ['--extract', '--gzip', '--strip-components', '1', '--directory', folder];
  await run('tar', [...options, '--file', await archiveOf(chart)]);
  return folder;
}

function cellsOf({ objects, kilobytes, cpu, perObject }: Cost): readonly string[] {
  return [String(objects), kilobytes.toFixed(1), ms(cpu), ms(perObject)];
}
