import { join } from 'node:path';
import type { KubernetesObject } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { load, renderAll } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { chartFiles, createWorkspace } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { useCluster } from './testbed.ts';
import { until } from './until.ts';

const bed = useCluster('default');

const WIDGETS = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets, singular: widget }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

test('definitions of resources beside a chart are packed, installed before its objects, and kept', async () => {
  const widget =
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: "{{ .Release.Name }}" }\nsize: 3\n';
  const sources = chartFiles({ name: 'web', workloads: {} }, { 'templates/widget.yaml': widget });
  const { root } = createWorkspace({ ...sources, 'charts/web/crds/widgets.yaml': WIDGETS });
  // Twice: what the generator did not write stays.
  for (const _ of [1, 2]) applyChanges(root, changesOf(root, renderAll(await load(root))));
  const archive = await packChart('web', join(root, 'dist'), join(root, 'charts'));

  const space = await bed.space();
  await space.helm('install', 'r', archive);
  type Widget = KubernetesObject & { readonly size: number };
  const widgets = () => space.list<Widget>('example.com/v1/widgets');
  expect((await widgets()).map(({ metadata, size }) => [metadata?.name, size])).toEqual([['r', 3]]);
  await space.helm('uninstall', 'r');
  expect(await until(widgets, (left) => left.length === 0)).toEqual([]);
});
