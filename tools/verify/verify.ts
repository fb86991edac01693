import { checkAnswers } from './answers.ts';
import { asker } from './ask.ts';
import { checkObjects, type Row } from './checks.ts';
import { readExpected } from './expected.ts';
import { kubeConfig, readLive } from './live.ts';
import type { VerifyOptions } from './options.ts';

/** Looks at everything that a release installed, and asks it; changes nothing. */
export async function verify(options: VerifyOptions): Promise<readonly Row[]> {
  const config = kubeConfig(options);
  const expected = await readExpected(options);
  const namespaces = new Set([
    options.namespace,
    ...[...expected.workloads, ...expected.services].map(({ namespace }) => namespace),
  ]);
  const live = await readLive(config, [...namespaces]);
  const rows = checkObjects(expected, live);
  if (!options.requests) return rows;
  return [
    ...rows,
    ...(await checkAnswers(expected, live, options.questions, asker(config, options.timeoutMs))),
  ];
}
