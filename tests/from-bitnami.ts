import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync(join(import.meta.dirname, '../docs/from-bitnami.md'), 'utf8');

/** The values that docs/from-bitnami.md gives for a chart, as YAML. */
export function valuesOfPage(chart: string): string {
  const block = new RegExp(`\`\`\`yaml\n# ${chart}\n([^\`]*)\`\`\``).exec(PAGE)?.[1];
  if (block === undefined) throw new Error(`the page has no values for ${chart}`);
  return block;
}

/** The keys of the Secret that the page makes, with values of a test. */
export const FROM_BITNAMI = {
  'postgres-password': 'Super$er/1',
  password: 'Client#1',
  'redis-password': 'Red1s[word',
  'root-user': 'admin',
  'root-password': 'Root0Password',
};
