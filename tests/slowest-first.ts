import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Spec files that take longest, as the end of a run names them; one that began last would be waited for alone. */
const SLOWEST = [
  'tests/cluster/lifecycle',
  'tests/cluster/platform',
  'tests/scripts/mlflow',
  'tests/scripts/shipped',
  'tests/cluster/pages',
  'tests/render/names',
  'tests/cluster/ct',
  'tests/cluster/voice-ai',
  'tests/scripts/airflow',
  'tests/render/subsets',
  'tests/render/numbers',
  'tests/cluster/features',
  'tests/render/schema-verdicts',
  'tests/cluster/npm-package',
  'tests/cluster/jobs',
  'tests/cluster/readmes',
  'tests/cluster/order',
  'tests/scripts/postgres',
  'tests/daemon',
  'src/features/removable',
  'src/render/chart-lock',
];

/** Starts what is known to be slow first, then the others as vitest does. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = SLOWEST.findIndex((name) => moduleId.endsWith(`/${name}.spec.ts`));
  return index < 0 ? SLOWEST.length : index;
}
