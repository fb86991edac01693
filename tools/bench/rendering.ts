import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { packChart } from '../../generators/src/package/pack.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { cases, KUBE_VERSION } from '../../tests/cases.ts';
import { isRecord, parseManifests } from '../kubernetes/objects.ts';
import { copiesOf } from './copies.ts';
import { cpuOfEach } from './measure.ts';
import { ms, type Section } from './report.ts';

const COPIES = 10;
/** Of a chart that bundles others; Helm copies their values once per level and dependency, which more copies would exaggerate. */
const BUNDLE_COPIES = 3;
const SCHEMA = 'values.schema.json';
const SCHEMA_GOAL_MS = 1;
/** What `helm create` leaves off, so that its chart is measured with all that it has. */
const EVERYTHING = {
  ingress: { enabled: true },
  httpRoute: { enabled: true },
  autoscaling: { enabled: true },
};

/** A chart with values, and what `helm template` makes of one copy. */
interface Subject {
  readonly name: string;
  /** Charts of copies, as shipped and without schemas. */
  readonly shipped: string;
  readonly bare: string;
  readonly copies: number;
  readonly objects: number;
  readonly charts: number;
  readonly kilobytes: number;
}

/** What an object costs in `helm template`, next to a chart of `helm create`. */
export async function rendering(): Promise<Section> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const helm = await findHelm();
    const subjects = await subjectsIn(work, helm);
    const none = await copiesOf(join(work, 'created'), {}, 0, join(work, 'none'));
    const folders = [none, ...subjects.flatMap(({ shipped, bare }) => [shipped, bare])];
    // With one processor the garbage collector of Go has no idle ones to keep busy.
    const commands = folders.map((folder) => ['env', 'GOMAXPROCS=1', helm, ...template(folder)]);
    const [start, ...costs] = (await cpuOfEach(commands, { runs: 5 })).map(({ min }) => min);
    const measured = subjects.map((subject, index) => {
      const bare = ((costs[2 * index + 1] ?? 0) - (start ?? 0)) / subject.copies;
      const schemas = ((costs[2 * index] ?? 0) - (costs[2 * index + 1] ?? 0)) / subject.copies;
      return {
        ...subject,
        bare,
        perObject: bare / subject.objects,
        perKilobyte: bare / subject.kilobytes,
        perSchema: schemas / subject.charts,
      };
    });
    return sectionOf(measured);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Measured extends Omit<Subject, 'bare'> {
  readonly bare: number;
  readonly perObject: number;
  readonly perKilobyte: number;
  readonly perSchema: number;
}

function sectionOf([created, ...ours]: readonly Measured[]): Section {
  const [object, kilobyte] = [created?.perObject ?? 1, created?.perKilobyte ?? 1];
  const rows = [...(created === undefined ? [] : [created]), ...ours].map((one) => [
    one.name,
    String(one.objects),
    one.kilobytes.toFixed(1),
    ms(one.bare),
    ms(one.perObject),
    (one.perObject / object).toFixed(2),
    (one.perKilobyte / kilobyte).toFixed(2),
    ms(one.perSchema),
  ]);
  return {
    title: 'Rendering, CPU time of helm template above its start',
    head: [
      'case',
      'objects',
      'kB',
      'without schemas',
      'per object',
      'of helm create',
      'the same per kB',
      'per schema',
    ],
    rows,
    goals: [
      {
        text: 'an object costs no more than one of helm create',
        kept: ours.every(({ perObject }) => perObject <= object),
      },
      {
        text: `a schema costs at most ${SCHEMA_GOAL_MS} ms`,
        kept: ours.every(({ perSchema }) => perSchema <= SCHEMA_GOAL_MS),
      },
    ],
  };
}

/** The chart of `helm create` first, then every case. */
async function subjectsIn(work: string, helm: string): Promise<readonly Subject[]> {
  const created = join(work, 'created');
  await run(helm, ['create', created]);
  const subjects = [await subjectOf('helm create', created, created, EVERYTHING, work, helm)];
  for (const { chart, name, values } of cases()) {
    const [shipped, bare] = [join(work, `${chart}-shipped`), join(work, `${chart}-bare`)];
    if (!(await readdir(work)).includes(basename(bare))) await unpack(chart, shipped, bare, work);
    const given: unknown = parse(await readFile(values, 'utf8'));
    subjects.push(
      await subjectOf(`${chart} ${name}`, shipped, bare, isRecord(given) ? given : {}, work, helm),
    );
  }
  return subjects;
}

async function subjectOf(
  name: string,
  chart: string,
  bareChart: string,
  values: Readonly<Record<string, unknown>>,
  work: string,
  helm: string,
): Promise<Subject> {
  const folder = await mkdtemp(join(work, 'copies-'));
  const copies =
    (await readdir(chart)).includes('charts') && (await readdir(join(chart, 'charts'))).length > 0
      ? BUNDLE_COPIES
      : COPIES;
  const shipped = await copiesOf(chart, values, copies, join(folder, 'shipped'));
  const bare = await copiesOf(bareChart, values, copies, join(folder, 'bare'));
  const { stdout } = await run(helm, template(bare));
  const sources = [...stdout.matchAll(/^# Source: (.*?)\/templates\//gm)].map(([, source]) => source);
  return {
    name,
    shipped,
    bare,
    copies,
    objects: parseManifests(stdout).length / copies,
    charts: new Set(sources).size / copies,
    kilobytes: stdout.length / copies / 1000,
  };
}

async function unpack(chart: string, shipped: string, bare: string, work: string): Promise<void> {
  const archive = await packChart(chart, work);
  await mkdir(shipped);
  await run('tar', [
    '--extract',
    '--gzip',
    '--file',
    archive,
    '--strip-components',
    '1',
    '--directory',
    shipped,
  ]);
  const schemas = (path: string) => basename(path) !== SCHEMA;
  await cp(shipped, bare, { recursive: true, filter: schemas });
}

function template(folder: string): readonly string[] {
  return ['template', 'bench', folder, '--kube-version', KUBE_VERSION];
}
