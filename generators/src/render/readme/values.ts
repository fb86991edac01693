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

/** The section of values that name none, and of those that belong to the application. */
const APPLICATION = 'Application';

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
  const bySection = grouped(keys, ([key, node]) =>
    own.includes(key) ? APPLICATION : (node['x-section'] ?? APPLICATION),
  );
  const shared = [...bySection].map(([title, nodes]) => {
    const names = nodes.map(([key]) => key);
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
