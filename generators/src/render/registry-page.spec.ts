import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate } from '../generate.ts';
import { iconOf } from '../model/sources.ts';
import { chartFiles, createWorkspace } from '../testing/workspace.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

async function manifestOf(workspace: string): Promise<Readonly<Record<string, unknown>>> {
  const { root } = createWorkspace({
    ...chartFiles({ name: 'web', home: 'https://web.example', sources: ['https://git.example/web'] }),
    'charts/web/src/icon.svg': `${SVG}\n`,
    'chartwright.yaml': workspace,
  });
  return parse((await generate(root)).get('web')?.get('Chart.yaml') ?? '');
}

test('home and maintainers are those of the workspace, and nothing while it has none', async () => {
  expect(await manifestOf('')).not.toHaveProperty('home');
  expect(await manifestOf('')).not.toHaveProperty('maintainers');
  const owned = await manifestOf(
    'home: https://charts.example\nsources: [https://git.example/charts]\nmaintainers: [{ name: us }]\n',
  );
  expect(owned).toMatchObject({
    home: 'https://charts.example',
    sources: ['https://git.example/charts', 'https://git.example/web'],
    maintainers: [{ name: 'us' }],
    annotations: { 'artifacthub.io/links': '- { name: Application, url: https://web.example }\n' },
  });
});

test('the picture is data', async () => {
  const { icon } = await manifestOf('');
  expect(icon).toBe(`data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`);
});

test.each([
  ['a bitmap', 'GIF89a', 'src/icon.svg has 6 characters and begins with "GIF89"'],
  ['a large picture', `<svg ${' '.repeat(2_000)}/>`, 'src/icon.svg has 2007 characters'],
])('%s is refused', (_, text, message) => {
  expect(() => iconOf(new Map([['icon.svg', text]]), 'charts/web/src/chart.ts')).toThrow(message);
});
