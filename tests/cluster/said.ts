import type { V1Pod } from '@kubernetes/client-node';
import { expect } from 'vitest';
import type { Space } from './testbed.ts';
import { until } from './until.ts';

/** What the pods of a chart say that they wait for. */
export async function waits(space: Space, chart: string): Promise<readonly string[]> {
  const pods = await space.list<V1Pod>('pods');
  return pods
    .filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/name'] === chart)
    .flatMap(({ status }) => status?.conditions ?? [])
    .filter(({ type, status }) => type === 'Initialized' && status === 'False')
    .map(({ message = '' }) => message);
}

/** A pod waits for one thing after the other, and comes to the one that is missing. */
export async function saysThatItWaits(space: Space, chart: string, wanted: RegExp): Promise<void> {
  const said = await until(
    async () => (await waits(space, chart)).join(),
    (text) => wanted.test(text),
  );
  expect(said, chart).toMatch(wanted);
}
