import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPage } from './markdown.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: ROOT }),
  ...globSync('{generators,tools,charts,tests}/**/README.md', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules'),
  }),
];

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  it('names only npm scripts that there are', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const named = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('is shown whole by GitHub and Artifact Hub, and links only to what there is', async () => {
    const { lost, brokenRows, anchors, links } = await readPage(text);
    expect({ lost, brokenRows }).toEqual({ lost: [], brokenRows: [] });
    const relative = links.filter((link) => !link.includes('://'));
    const dead = await Promise.all(
      relative.map(async (link) => {
        const [path = '', anchor] = link.split('#');
        const file = join(ROOT, dirname(page), path);
        if (path !== '' && !existsSync(file)) return [link];
        if (anchor === undefined) return [];
        const there = path === '' ? anchors : (await readPage(readFileSync(file, 'utf8'))).anchors;
        return there.includes(anchor) ? [] : [link];
      }),
    );
    expect(dead.flat()).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('names only folders that there are', () => {
    const rows = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const folders = rows.map((row) => row.split('`')[1] ?? '').filter((folder) => !folder.includes('NAME'));
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });
});
