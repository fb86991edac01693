import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../programs/run.ts';

const root = mkdtempSync(join(tmpdir(), 'chartwright-definitions-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What Node says of a definition; vitest would load it in a way of its own. */
async function said(files: Readonly<Record<string, string>>): Promise<string> {
  const src = join(root, 'charts/shop/src');
  mkdirSync(src, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(src, name), text);
  const loader = join(import.meta.dirname, 'load-definitions.ts');
  const program = `
    const { loadDefinition } = await import(${JSON.stringify(loader)});
    const load = loadDefinition(${JSON.stringify(join(src, 'chart.ts'))}, 'charts/shop/src/chart.ts');
    await load.catch(({ message }) => process.stdout.write(message));
  `;
  return (await run(process.execPath, ['--input-type=module', '--eval', program])).stdout;
}

test('a mistake of the language is said with its line', async () => {
  expect(await said({ 'chart.ts': "export default {\n  name: 'shop',\n  oops oops\n};\n" })).toMatch(
    /^charts\/shop\/src\/chart\.ts:3: it cannot be loaded: /,
  );
});

test('so is what fails while it is evaluated, also in a file beside it', async () => {
  expect(await said({ 'chart.ts': 'export default {\n  name: nothing,\n};\n' })).toMatch(
    /^charts\/shop\/src\/chart\.ts:2: it cannot be loaded: nothing is not defined/,
  );
  const files = { 'chart.ts': "import './ports.ts';\nexport default {};\n", 'ports.ts': '\n\nnothing();\n' };
  expect(await said(files)).toMatch(/^charts\/shop\/src\/ports\.ts:3: /);
});
