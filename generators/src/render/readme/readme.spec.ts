import { beforeAll, expect, test } from 'vitest';
import { generate } from '../../generate.ts';
import { chartFiles, createWorkspace, web } from '../../testing/workspace.ts';

const own = (what: string) => ({ own: what });

/** A chart that waits for the end of a Job, and whose parts have names of two words. */
const files = chartFiles({
  name: 'shop',
  workloads: {
    main: web({ image: own('your shop, on port 8080'), after: ['fillStore'] }),
    fillStore: {
      kind: 'Job',
      description: 'Fills.',
      image: own('your tools, which fill it'),
      command: ['fill'],
    },
  },
});

let page = '';

beforeAll(async () => {
  const { root } = createWorkspace(files);
  page = (await generate(root)).get('shop')?.get('README.md') ?? '';
});

test('the command that installs names images as registries allow it', () => {
  expect(page).toContain('--set image.repository=team/shop \\\n');
  expect(page).toContain('--set fillStore.image.repository=team/shop-fill-store \\\n');
});

test('the table of Roles has what pods that wait for a Job read', () => {
  expect(page).toContain(
    [
      'Roles of the service account; there is no ClusterRole:',
      '',
      '| Workload | API groups | Resources | Verbs | Namespaces |',
      '|---|---|---|---|---|',
      '| fillStore | batch | jobs | get | its own, while `jobWaits.enabled` |',
      '| fillStore | core | configmaps | get | its own, while `jobWaits.enabled` |',
    ].join('\n'),
  );
});
