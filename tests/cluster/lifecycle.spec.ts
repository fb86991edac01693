import { isDeepStrictEqual } from 'node:util';
import type { V1PersistentVolumeClaim } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { archiveOf, type Case, cases, hardwareOf } from '../../tools/cases/cases.ts';
import { strictValidator } from '../../tools/checks/strict.ts';
import { at, podSecurityOf, yaml } from '../render/release.ts';
import { useChartsBefore } from './charts-before.ts';
import {
  footprint,
  hooksLeft,
  leftovers,
  livePods,
  ownSecrets,
  releaseObjects,
  revisions,
  settle,
  templates,
} from './observe.ts';
import { CHECKED, type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const loaded = await load(process.cwd());
const { charts, umbrellas } = loaded;
/** Values that replace the pods of a chart, or of every member that is on; without pods they change its objects. */
function rolling({ chart, values }: Case): readonly string[] {
  const on = at(yaml(values), 'global', 'members');
  const members = umbrellas
    .find(({ name }) => name === chart)
    ?.members.filter(({ name }) => at(on, name).enabled === true);
  const blocks = members?.map(({ name }) => [name, `${name}.`] as const) ?? [[chart, ''] as const];
  return blocks.flatMap(([name, block]) => {
    const pods = charts.find((one) => one.name === name)?.workloads.length !== 0;
    return ['--set', `${block}${pods ? 'podAnnotations' : 'labels'}.changed=yes`];
  });
}

/** Kinds that are looked up in the cluster: not every one of them is in a manifest. */
const COUNTED = ['Secret', 'PersistentVolumeClaim'];

const isKept = (annotations: Readonly<Record<string, string>> = {}) =>
  annotations['helm.sh/resource-policy'] === 'keep';

const uids = async (space: Space) => new Set((await livePods(space)).map(({ metadata }) => metadata?.uid));

const before = useChartsBefore();
/** Every second release begins with Helm 3, which applies as a client and leaves that to every upgrade. */
const every = cases().map((one, index) => ({ ...one, begins: index % 2 === 0 ? 'helm' : 'helm3' }) as const);

describe.each([...Map.groupBy(every, hardwareOf)])('on %s', (hardware, some) => {
  const testbed = useCluster(hardware);

  describe.concurrent('the life of a release', () => {
    test.each(some.map((one) => [`${one.chart} ${one.name}`, one] as const))(
      '%s',
      { timeout: 600_000 },
      async (_, one) => {
        const space = await testbed.space(podSecurityOf(one, loaded));
        // Namespaces of a release's own are named after it, and no other release may have them.
        const release = space.name;
        const archive = await archiveOf(one.chart);
        const values = ['--values', one.values];

        // What people have comes, and takes the charts of today: no Secret, claim or pod changes without need.
        const had = (await before(one)) ?? { archive, values: one.values };
        await space[one.begins]('install', release, had.archive, '--values', had.values, ...WAIT);
        await settle(space);
        const [{ secrets, claims }, ran, old] = [
          await footprint(space),
          await revisions(space),
          await templates(space),
        ];
        await space.helm('upgrade', release, archive, ...values, CHECKED, ...WAIT);
        await settle(space);
        const installed = await footprint(space);
        expect(installed.secrets).toMatchObject(secrets);
        expect(installed.claims).toMatchObject(claims);
        const first = await templates(space);
        const same = Object.keys(ran).filter((name) => isDeepStrictEqual(old[name], first[name]));
        const now = await revisions(space);
        expect(same.map((name) => [name, now[name]])).toEqual(same.map((name) => [name, ran[name]]));

        const rendered = await releaseObjects(space, release);
        // The server publishes the schemas of custom resources a moment after it serves them.
        const findings = await until(
          async () => rendered.flatMap(await strictValidator(testbed.cluster.kubeconfig)),
          (found) => found.length === 0,
        );
        expect(rendered).not.toEqual([]);
        expect(findings).toEqual([]);
        await space.helm('test', release, '--timeout', '180s');
        expect(await hooksLeft(space)).toEqual([]);

        await space.helm('upgrade', release, archive, ...values, ...WAIT);
        expect(await footprint(space)).toEqual(installed);

        const replaced = await uids(space);
        await space.helm('upgrade', release, archive, ...values, ...rolling(one), ...WAIT);
        // A release may have no pods that stay, or leave them to an operator.
        if (replaced.size > 0) {
          expect(await templates(space)).not.toEqual(first);
          expect([...(await uids(space))].filter((uid) => !replaced.has(uid))).not.toEqual([]);
        }

        await space.helm('rollback', release, '2', ...WAIT);
        expect(await templates(space)).toEqual(first);
        const rolledBack = await footprint(space);
        expect(rolledBack.secrets).toEqual(installed.secrets);
        expect(rolledBack.claims).toEqual(installed.claims);

        await space.helm('uninstall', release, ...WAIT);
        const kept = [
          ...(await ownSecrets(space))
            .filter(({ metadata }) => isKept(metadata?.annotations))
            .map(({ metadata }) => `Secret/${metadata?.name}`),
          ...(await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims')).map(
            ({ metadata }) => `PersistentVolumeClaim/${metadata?.name}`,
          ),
          ...rendered
            .filter(({ kind, metadata }) => !COUNTED.includes(kind) && isKept(metadata.annotations))
            .map(({ kind, metadata }) => `${kind}/${metadata.name}`),
        ];
        const expected = kept.sort().join();
        const left = await until(
          () => leftovers(testbed.api, space),
          (names) => names.join() === expected,
        );
        expect(left).toEqual(kept);
        if (Object.keys(installed.secrets).length === 0) return;
        // What comes back needs no pods.
        await space.helm('install', release, archive, ...values);
        expect((await footprint(space)).secrets).toEqual(installed.secrets);
      },
    );
  });
});
