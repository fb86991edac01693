import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, changeLines, changesOf } from './write.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chartwright-write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const generated = new Map([
  [
    'web',
    new Map([
      ['Chart.yaml', 'name: web\n'],
      ['templates/service.yaml', 'kind: Service\n'],
    ]),
  ],
]);

describe('changesOf', () => {
  it('names what is missing, what differs and what is stale, and nothing that a person or Helm wrote', () => {
    put('charts/web/Chart.yaml', 'name: old\n');
    put('charts/web/templates/ingress.yaml', 'kind: Ingress\n');
    put('charts/web/templates/tests/pod.yaml', 'kind: Pod\n');
    for (const kept of [
      'src/chart.ts',
      'src/templates/x.hbs',
      'ci/default-values.yaml',
      'charts/redis-1.0.0.tgz',
    ])
      put(`charts/web/${kept}`, '');
    put('charts/other/templates/x.yaml', '');
    put('README.md', '');

    const changes = changesOf(root, generated, new Map([['types.ts', 'export {};\n']]));

    expect(changes).toEqual({
      write: [
        ['charts/web/Chart.yaml', 'name: web\n'],
        ['charts/web/templates/service.yaml', 'kind: Service\n'],
        ['types.ts', 'export {};\n'],
      ],
      remove: ['charts/web/templates/ingress.yaml', 'charts/web/templates/tests/pod.yaml'],
    });
    expect(changeLines(changes)).toEqual([
      'charts/web/Chart.yaml',
      'charts/web/templates/service.yaml',
      'types.ts',
      'charts/web/templates/ingress.yaml (to be deleted)',
      'charts/web/templates/tests/pod.yaml (to be deleted)',
    ]);
  });
});

describe('applyChanges', () => {
  it('leaves nothing to change, and no empty folder', () => {
    put('charts/web/templates/tests/pod.yaml', 'kind: Pod\n');
    applyChanges(root, changesOf(root, generated));
    expect(changesOf(root, generated)).toEqual({ write: [], remove: [] });
    expect(readdirSync(join(root, 'charts/web/templates'))).toEqual(['service.yaml']);
  });

  it('replaces no file when one cannot be written', () => {
    put('charts/web/Chart.yaml', 'name: old\n');
    put('charts/web/templates', 'a file where a folder must be');
    expect(() => applyChanges(root, changesOf(root, generated))).toThrow('templates');
    expect(readFileSync(join(root, 'charts/web/Chart.yaml'), 'utf8')).toBe('name: old\n');
    expect(existsSync(join(root, 'charts/web/Chart.yaml.draft'))).toBe(false);
  });
});
