import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Spec files that take longest, as the end of a run names them; one that began last would be waited for alone. */
const SLOWEST = [
  'cluster/lifecycle',
  'cluster/platform',
  'scripts/mlflow',
  'cluster/voice-ai',
  'scripts/shipped',
  'cluster/features',
  'render/schema-verdicts',
  'cluster/names',
  'scripts/airflow',
  'cluster/order',
  'render/subsets',
  'render/names',
];

/** Starts what is known to be slow first, then the others as vitest does. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = SLOWEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.spec.ts`));
  return index < 0 ? SLOWEST.length : index;
}
