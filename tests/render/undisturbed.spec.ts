import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import type { Member } from '../../generators/src/umbrella/umbrella.ts';
import { template } from '../../tools/cases/cases.ts';
import { ofKind, parseManifests, specOf } from '../../tools/kubernetes/objects.ts';
import { valuesOfSubset } from './subsets.ts';

const { umbrellas } = await load(resolve(import.meta.dirname, '../..'));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undisturbed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keepsData = ({ chart }: Member) => chart.workloads.some(({ claims }) => claims.length > 0);
const connectsTo = ({ chart }: Member, name: string) =>
  chart.connections.some(({ internal, provider }) => !internal && provider.chart === name);

describe.each(umbrellas)('$name: a member that comes', (umbrella) => {
  const { name: chart, members } = umbrella;
  const stores = members.filter(keepsData);

  /** Pod templates by the names of their objects, with some members on. */
  async function podsWith(on: readonly Member[]): Promise<ReadonlyMap<string, unknown>> {
    const names = on.map(({ name }) => name);
    const file = join(folder, `${names.join('+')}.json`);
    await writeFile(file, JSON.stringify(valuesOfSubset(umbrella, names)));
    const { code, stdout, stderr } = await template(chart, file);
    if (code !== 0) throw new Error(stderr);
    const objects = ofKind(parseManifests(stdout), 'Deployment', 'StatefulSet', 'DaemonSet');
    return new Map(
      objects.map((object) => [object.metadata.name, specOf<{ template: unknown }>(object).template]),
    );
  }

  it.each(members.map((member) => [member.name, member] as const))(
    '%s restarts no store that does not use it',
    async (name, coming) => {
      const there = stores.filter((store) => store !== coming && !connectsTo(store, name));
      const before = await podsWith(there);
      const after = await podsWith([...there, coming]);
      expect(before.size).toBeGreaterThan(0);
      expect(Object.fromEntries([...before.keys()].map((key) => [key, after.get(key)]))).toEqual(
        Object.fromEntries(before),
      );
    },
  );
});
