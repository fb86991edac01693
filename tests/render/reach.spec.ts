import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { baseOf, type Case, cases } from '../../tools/cases/cases.ts';
import { type Reach, reachOf } from '../../tools/checks/reach.ts';
import {
  type KubeObject,
  ofKind,
  type PodSource,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { selects } from '../../tools/kubernetes/selectors.ts';
import type { NetworkPolicySpec } from '../../tools/kubernetes/types.ts';
import { clientsElsewhere, declaredReach, labelsForOthers, peers, scrapingClients } from './declared.ts';
import { expectGolden, expectGoldenFiles } from './golden.ts';
import { objectsOf, titleOf } from './objects.ts';

const namespace = 'apps';
const loaded = await load(resolve(import.meta.dirname, '../..'));
/** Cases that cannot be installed in a test, because what they connect to is elsewhere. */
const elsewhere: Case = {
  chart: 'langchain-api',
  name: 'external',
  values: join(import.meta.dirname, 'fixtures/external-values.yaml'),
};
const all = [...cases(), elsewhere].map((one) => [titleOf(one), one] as const);
const fileOf = ({ chart, name }: Case) => `${chart}-${name}.md`;

describe('who may reach whom is what the definitions declare', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const objects = await objectsOf(one);
    const table = reached(objects);
    expect(table).toBe(declared(one, objects));
    const base = baseOf(one);
    const isBase = base.values === one.values;
    const title = `# Who may reach whom: ${titleOf(one)}${isBase ? '' : `, where not as ${titleOf(base)}`}`;
    const rows = isBase ? table : otherRows(reached(await objectsOf(base)), table);
    expectGolden(`reach/${fileOf(one)}`, `${title}\n\n${rows}`, one);
  });

  it('has no golden tables of cases that are gone', () => {
    expectGoldenFiles(
      'reach',
      all.map(([, one]) => fileOf(one)),
    );
  });
});

describe('every rule, policy and client label counts: without it, or with one more, the table is another', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const objects = await objectsOf(one);
    const expected = declared(one, objects);
    const broken = [
      ...withoutRules(objects),
      ...withoutPolicies(objects),
      ...withoutClientLabels(objects),
      ...withOpenRules(objects),
    ];
    expect(broken.length).toBeGreaterThanOrEqual(3 * policies(objects).length);
    const pods = podSourcesOf(objects, namespace);
    const scrapers = scrapingClients(one, loaded, pods);
    const forOthers = labelsForOthers(one, loaded, pods);
    const idle = broken
      .filter((breach) => reached(breach.objects) === expected)
      .map(({ what }) => what)
      .filter((what) => !forOthers.includes(what))
      .filter((what) => !scrapers.some((pod) => tellsNothingOf(pod, what)));
    expect(idle).toEqual([]);
  });
});

/** Of a pod that scrapes what it is connected to, the rule and the label of the connection say what scraping says. */
function tellsNothingOf({ id }: PodSource, what: string): boolean {
  const name = id.split('/').at(-1);
  return (
    what.startsWith(`${name} without egress`) ||
    (what.startsWith(`${id} without `) && what.endsWith('-client'))
  );
}

interface Breach {
  readonly what: string;
  readonly objects: readonly KubeObject[];
}

function withoutRules(objects: readonly KubeObject[]): readonly Breach[] {
  return policies(objects).flatMap(({ policy, spec, change }) =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      (spec[direction] ?? []).map((_, index) => ({
        what: `${policy.metadata.name} without ${direction}[${index}]`,
        objects: change({ ...spec, [direction]: spec[direction]?.filter((_rule, other) => other !== index) }),
      })),
    ),
  );
}

function withoutPolicies(objects: readonly KubeObject[]): readonly Breach[] {
  return policies(objects).map(({ policy }) => ({
    what: `${policy.metadata.name} is missing`,
    objects: objects.filter((object) => object !== policy),
  }));
}

function withOpenRules(objects: readonly KubeObject[]): readonly Breach[] {
  return policies(objects).flatMap(({ policy, spec, change }) => [
    { what: `${policy.metadata.name} lets everything out`, objects: change({ ...spec, egress: [{}] }) },
    {
      what: `${policy.metadata.name} is for one direction`,
      objects: change({ ...spec, policyTypes: ['Ingress'] }),
    },
  ]);
}

function withoutClientLabels(objects: readonly KubeObject[]): readonly Breach[] {
  const labels = podSourcesOf(objects).flatMap((pod) =>
    Object.keys(pod.labels)
      .filter((label) => label.endsWith('-client'))
      .map((label) => ({ pod, label })),
  );
  return labels.map(({ pod, label }) => ({
    what: `${pod.id} without ${label}`,
    objects: objects.map((object) => (object === pod.object ? without(object, label) : object)),
  }));
}

function without(object: KubeObject, label: string): KubeObject {
  return JSON.parse(
    JSON.stringify(object, (key, value: unknown) => {
      if (key === label) return undefined;
      return key === 'pod.yaml' ? String(value).replace(`${label}: "true"`, '') : value;
    }),
  ) as KubeObject;
}

/** Without those for pods that an operator makes: no manifest has such a pod, so that nothing here can tell their rules. */
function policies(objects: readonly KubeObject[]) {
  const pods = podSourcesOf(objects, namespace);
  const isOperated = (policy: KubeObject) =>
    ofKind(objects, 'Cluster').length > 0 &&
    !pods.some(({ labels }) => selects(specOf<NetworkPolicySpec>(policy).podSelector, labels));
  const tellable = ofKind(objects, 'NetworkPolicy').filter((policy) => !isOperated(policy));
  return tellable.map((policy) => ({
    policy,
    spec: specOf<NetworkPolicySpec>(policy),
    change: (spec: object) => objects.map((object) => (object === policy ? { ...policy, spec } : object)),
  }));
}

function reached(objects: readonly KubeObject[]): string {
  const clients = clientsElsewhere(podSourcesOf(objects, namespace));
  return printTable(reachOf(objects, { namespace, peers: [...peers, ...clients] }));
}

function declared(one: Case, objects: readonly KubeObject[]): string {
  return printTable(declaredReach(one, loaded, podSourcesOf(objects, namespace)));
}

/** The rows that are in one of two sorted tables only, marked as in a diff: of one table they tell the other. */
function otherRows(before: string, after: string): string {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const rows = [
    ...old.filter((row) => !now.includes(row)).map((row) => `- ${row}`),
    ...now.filter((row) => !old.includes(row)).map((row) => `+ ${row}`),
  ];
  return `\`\`\`diff\n${rows.map((row) => `${row}\n`).join('')}\`\`\`\n`;
}

function rowsOf(table: string): readonly string[] {
  return table.split('\n').filter((row) => row !== '');
}

/** A Markdown table with one row for each pair, whatever order the rows come in. */
function printTable(rows: readonly Reach[]): string {
  const ports = new Map<string, Set<string>>();
  for (const { from, to, port } of rows) {
    const pair = `${from} | ${to}`;
    ports.set(pair, (ports.get(pair) ?? new Set()).add(port));
  }
  const lines = [...ports].map(([pair, open]) => `| ${pair} | ${[...open].sort().join(', ')} |\n`).sort();
  return `| from | to | port |\n|---|---|---|\n${lines.join('')}`;
}
