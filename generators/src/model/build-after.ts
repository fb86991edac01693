import { ALWAYS, type Expression } from '../go/index.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';
import type { AwaitedJob, Script, Workload } from './model.ts';
import { kebab, namespaceDefine, namespaceExpression, workloadSuffix, workloadValues } from './names.ts';

/** The script that waits for the end of a Job, one of those that all share. */
const SCRIPT = 'job-wait.sh';

/** What is waited for before a workload runs, and who waits for it. */
export function waitsOf(
  name: string,
  { after }: WorkloadDefinition,
  around: { readonly definition: ChartDefinition; readonly readScript: (file: string) => Script },
): Pick<Workload, 'after' | 'jobWait' | 'awaitedIn'> {
  const { definition } = around;
  return {
    after: (after ?? []).map((job) => awaitedOf(job, definition)),
    jobWait: after ? around.readScript(SCRIPT) : null,
    awaitedIn: waitersOf(name, definition),
  };
}

/** A Job by its name, as the pods that wait for its end look for it. */
function awaitedOf(name: string, { name: chart, workloads }: ChartDefinition): AwaitedJob {
  const { namespace, when = ALWAYS } = workloads[name] ?? {};
  return {
    name,
    component: kebab(name),
    suffix: workloadSuffix(name),
    values: workloadValues(name),
    namespaceExpression: namespaceOf(chart, namespace),
    when,
  };
}

/** The namespaces of the workloads that wait for the end of a Job, each once. */
function waitersOf(job: string, { name, workloads }: ChartDefinition): readonly Expression[] {
  const waiters = Object.values(workloads).filter(({ after = [] }) => after.includes(job));
  return [...new Set(waiters.map(({ namespace }) => namespaceOf(name, namespace)))];
}

function namespaceOf(chart: string, namespace: string | undefined): Expression {
  return namespaceExpression(namespace === undefined ? '' : namespaceDefine(chart, namespace));
}
