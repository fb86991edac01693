import { checkAnswers } from './answers.ts';
import { asker } from './ask.ts';
import { checkObjects, type Row } from './checks.ts';
import { type Expected, readExpected } from './expected.ts';
import { checkLeft } from './left.ts';
import { kubeConfig, logsOf, readEvents, readLive } from './live.ts';
import type { VerifyOptions } from './options.ts';
import { whyLines } from './why.ts';

/** Looks at everything that a release installed, and asks it; changes nothing. */
export async function verify(options: VerifyOptions): Promise<readonly Row[]> {
  const config = kubeConfig(options);
  const expected = await readExpected(options);
  const live = await readLive(config, namespacesOf(expected, options));
  const rows = [...checkObjects(expected, live), ...checkLeft(expected, live, options.release)];
  if (!options.requests) return rows;
  return [
    ...rows,
    ...(await checkAnswers(expected, live, options.questions, asker(config, options.timeoutMs))),
  ];
}

/** What of a release is not up, and why; `waves` are those of the members. */
export async function why(
  options: VerifyOptions,
  waves: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const config = kubeConfig(options);
  const expected = await readExpected(options);
  const namespaces = namespacesOf(expected, options);
  const [live, events] = await Promise.all([readLive(config, namespaces), readEvents(config, namespaces)]);
  return whyLines(expected, waves, { live, events, logOf: logsOf(config) });
}

function namespacesOf({ workloads, services }: Expected, { namespace }: VerifyOptions): readonly string[] {
  return [...new Set([namespace, ...[...workloads, ...services].map((one) => one.namespace)])];
}
