import { grouped } from '../../grouped.ts';
import {
  code,
  isMoved,
  leaves,
  nothingTold,
  orderedProperties,
  readmeTable,
  type SchemaNode,
} from '../../schema/index.ts';

/** The sections of values, each from a position in values.yaml on (`x-order`); one may go on further down. */
const SECTIONS: readonly (readonly [from: number, title: string])[] = [
  [0, 'Image and replicas'],
  [80, 'Application'],
  [200, 'Resources and storage'],
  [300, 'Service and edge'],
  [330, 'Resources and storage'],
  [400, 'Scaling'],
  [450, 'Services it uses'],
  [465, 'Namespaces of its own'],
  [500, 'Health and updates'],
  [610, 'Pods and nodes'],
  [626, 'Monitoring and tracing'],
  [628, 'Policies, users and accounts'],
  [630, 'Health and updates'],
  [700, 'Policies, users and accounts'],
  [715, 'Sidecars and helpers'],
  [730, 'Gateway and rollout'],
  [800, 'Sidecars and helpers'],
  [810, 'Pods and nodes'],
  [900, 'Names and whole release'],
];
const APPLICATION = 'Application';
/** Where a key stands that says nothing of its position. */
const ANYWHERE = 500;

/**
 * All values, grouped by sections with headings of the third level.
 *
 * @param own keys that belong to the application
 * @param blocks keys of workloads beside main, each of which is a section
 * @param named keys whose values are named only: the same stand in every chart, with their descriptions in values.yaml
 */
export function valuesSections(
  schema: SchemaNode,
  own: readonly string[] = [],
  blocks: readonly string[] = [],
  named: readonly string[] = [],
): readonly string[] {
  const told = nothingTold();
  const keys = orderedProperties(schema).filter(([key]) => !blocks.includes(key));
  const bySection = grouped(keys, ([key, node]) => (own.includes(key) ? APPLICATION : sectionOf(node)));
  const titles = new Set(SECTIONS.map(([, title]) => title));
  const shared = [...titles].map((title) => {
    const names = (bySection.get(title) ?? []).map(([key]) => key);
    const lines = readmeTable({ schema, keys: names.filter((name) => !named.includes(name)), told });
    return { title, lines: [...lines, ...names.filter((name) => named.includes(name)).flatMap(namesIn)] };
  });
  function namesIn(key: string): readonly string[] {
    const block = schema.properties?.[key];
    if (block === undefined) return [];
    const paths = leaves({ properties: { [key]: block } }).flatMap(({ path, node }) =>
      isMoved(node) ? [] : [code(path.join('.'))],
    );
    return [
      '',
      `${block.description ?? ''} As in every chart, and described in values.yaml: ${paths.join(', ')}.`,
    ];
  }
  const further = blocks.map((block) => ({
    title: `Workload ${block}`,
    lines: readmeTable({ schema, keys: [block], told, blocks: true }),
  }));
  const sections = [...shared, ...further].filter(({ lines }) => lines.length > 0);
  return [
    sections.map(({ title }) => `[${title}](#${anchor(title)})`).join(' · '),
    ...sections.flatMap(({ title, lines }) => ['', `### ${title}`, '', ...lines]),
  ];
}

/** The anchor that GitHub and Artifact Hub give a heading. */
export function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(',', '').replaceAll(' ', '-');
}

function sectionOf(node: SchemaNode): string {
  const order = node['x-order'] ?? ANYWHERE;
  const [, title = APPLICATION] = SECTIONS.findLast(([from]) => from <= order) ?? [];
  return title;
}
