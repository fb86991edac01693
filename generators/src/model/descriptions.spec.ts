import { expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { chartFiles, createWorkspace, web } from '../testing/workspace.ts';

test('what a definition does not describe is described by what it leads to or where it is', async () => {
  const served = web({ ports: { http: 80 } });
  const mounts = { media: { path: '/media' } };
  const helper = web({ description: 'Helps.', ports: { http: 81 }, mounts, connections: [] });
  const { root } = createWorkspace({
    ...chartFiles({ name: 'hub', provides: { type: 'http' }, workloads: { main: served } }),
    ...chartFiles({
      name: 'shop',
      workloads: {
        main: web({ ports: { http: 80 }, claims: { cache: { mountPath: '/cache', size: '2Gi' } }, mounts }),
        helper,
        other: helper,
      },
      claims: { media: { size: '1Gi' } },
      connections: { store: { type: 'http', chart: 'hub', bundled: false } },
    }),
  });
  const values = (await generate(root)).get('shop')?.get('values.yaml') ?? '';
  const described = (key: string) => new RegExp(`# (.*)\n *${key}:\n`).exec(values)?.[1];
  expect(described('store')).toBe('The chart hub.');
  expect(described('cache')).toBe('The volume cache at /cache.');
  expect(described('media')).toBe('The volume media of main, helper and other.');
});

test('the application has the version of its chart where the definition does not say another', async () => {
  const { root } = createWorkspace(
    chartFiles({
      name: 'shop',
      appVersion: null,
      workloads: { main: web({ image: { own: 'the image of the shop' } }) },
    }),
  );
  expect((await generate(root)).get('shop')?.get('Chart.yaml')).toContain('\nappVersion: 1.2.3\n');
});
