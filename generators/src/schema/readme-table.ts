import { leaves } from './node.ts';
import type { SchemaNode } from './types.ts';

/** A Markdown table with one row for each value: its path, its default as JSON, its description. */
export function readmeTable(schema: SchemaNode): string {
  const rows = leaves(schema)
    .filter(({ node }) => node['x-moved-to'] === undefined)
    .map(({ path, node }) => {
      const value = node.default === undefined ? 'required' : code(JSON.stringify(node.default));
      return `| ${code(path.join('.'))} | ${value} | ${cell(node.description ?? '')} |`;
    });
  return ['| Value | Default | Description |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** A code span; the fence is doubled when the text has a backtick of its own. */
function code(text: string): string {
  const fence = text.includes('`') ? '`` ' : '`';
  return `${fence}${cell(text)}${[...fence].reverse().join('')}`;
}

/** A table ends a cell at `|` and a row at a line break, in code spans too. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
