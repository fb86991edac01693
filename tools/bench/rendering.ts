import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { type Rendering, renderings, templating } from './helm-template.ts';
import { atMost, ms, type Row, type Section, times } from './report.ts';
import { createdUmbrella, umbrellaAround } from './umbrellas.ts';

const UMBRELLA = 'ai-platform';
const PRESET = 'minikube';
/** About as many objects as the preset has. */
const CREATED = 20;
/** Where charts of bitnami are looked for, packed or not; they are not ours to ship. */
const BITNAMI = join(import.meta.dirname, '../../dist/bitnami');
const BITNAMI_CHARTS = 6;

/** What `helm template` costs for the umbrella, next to umbrellas of other charts. */
export async function rendering(): Promise<Section> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const helm = await findHelm();
    const nothing = templating(helm, await createdUmbrella(helm, 0, join(work, 'nothing')));
    const packed = await packChart(UMBRELLA, work);
    const values = ['--values', join(CHARTS, UMBRELLA, 'presets', `${PRESET}.yaml`)];
    const ours = templating(helm, packed, values);
    const measured = await renderings(nothing, {
      created: templating(helm, await createdUmbrella(helm, CREATED, join(work, 'created'))),
      ours,
      off: templating(helm, packed),
    });
    const perObject = costOfObject(measured.ours) / costOfObject(measured.created);
    return {
      title: 'Rendering the umbrella, CPU of helm template above its start',
      head: ['what', 'objects', 'CPU', 'per object'],
      rows: [
        row(`${CREATED} charts of helm create in one umbrella`, measured.created),
        row(`${UMBRELLA} with the preset ${PRESET}`, measured.ours),
        row(`${UMBRELLA} with every member off`, measured.off),
        {
          cells: [`${PRESET}, an object next to one of helm create`, '', '', times(perObject)],
          goal: atMost(perObject, 2.5, times),
        },
        ...(await againstBitnami(helm, work, nothing, ours)),
      ],
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The umbrella next to one of charts that others know, where there are some. */
async function againstBitnami(
  helm: string,
  work: string,
  nothing: readonly string[],
  ours: readonly string[],
): Promise<readonly Row[]> {
  const found = existsSync(BITNAMI) ? (await readdir(BITNAMI)).length : 0;
  if (found < BITNAMI_CHARTS) {
    const missing = `not measured: dist/bitnami has ${found} of ${BITNAMI_CHARTS} charts of bitnami`;
    return [{ cells: [missing, '', '', ''] }];
  }
  const theirs = await umbrellaAround(helm, BITNAMI, join(work, 'bitnami'));
  const measured = await renderings(nothing, { theirs: templating(helm, theirs), ours });
  const ratio = measured.ours.cpu / measured.theirs.cpu;
  return [
    row(`${found} charts of bitnami in one umbrella`, measured.theirs),
    {
      cells: [`${PRESET} next to that umbrella`, '', times(ratio), ''],
      goal: atMost(ratio, 0.5, times),
    },
  ];
}

function costOfObject({ cpu, objects }: Rendering): number {
  return cpu / objects;
}

function row(name: string, rendering: Rendering): Row {
  return {
    cells: [name, String(rendering.objects), ms(rendering.cpu), ms(costOfObject(rendering))],
  };
}
