import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMoved, leaves, type SchemaNode } from '../../generators/src/schema/index.ts';

/**
 * Keys that had moved when a chart was released and are accepted still, each with the key in its place. Only settings of
 * the chart itself are looked at, in `src/values.schema.json`.
 *
 * @param before the chart's folder at its release
 */
export function outlivedKeys(before: string, now: string): readonly string[] {
  const left = movedIn(now);
  return movedIn(before).filter((key) => left.includes(key));
}

function movedIn(chart: string): readonly string[] {
  const path = join(chart, 'src', 'values.schema.json');
  if (!existsSync(path)) return [];
  const schema: SchemaNode = JSON.parse(readFileSync(path, 'utf8'));
  return leaves({ properties: schema.properties ?? {} })
    .filter(({ node }) => isMoved(node))
    .map(({ path: keys, node }) => `${keys.join('.')}, now ${node['x-moved-to']}`);
}
