import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { web } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { refused } = chartOf({
  chart: {
    namespaces: { edge: { description: 'What people see.' }, data: { description: 'What is kept.' } },
  },
  main: { namespace: 'edge' },
  workloads: { kept: web({ description: 'Keeps.', image: 'main', namespace: 'data' }) },
});

test('each has a name of its own, which a namespace can have', async () => {
  expect(await refused('namespaces: { data: { name: r-edge } }')).toMatchInlineSnapshot(
    `"the namespaces of the release and of its parts must differ, and are default, r-edge, r-edge: set namespaces.<key>.name."`,
  );
  expect(await refused('namespaces: { data: { name: default } }')).toMatchInlineSnapshot(
    `"the namespaces of the release and of its parts must differ, and are default, r-edge, default: set namespaces.<key>.name."`,
  );
});
