import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkHardware, hardwareObjects, loadHardware } from './hardware.ts';

const names = readdirSync(join(import.meta.dirname, 'hardware')).map((file) => file.replace('.yaml', ''));

test.each(names)('%s has nodes and exactly one default storage class', async (name) => {
  const { nodes, storageClasses = [] } = await loadHardware(name);
  expect(nodes.length).toBeGreaterThan(0);
  expect(storageClasses.filter((one) => one.default)).toHaveLength(1);
});

test('the system of a Raspberry Pi takes its share as a pod', async () => {
  const { nodes, systemPods } = hardwareObjects(await loadHardware('rpi5'));
  expect(nodes[0]?.metadata?.labels).toMatchObject({ 'kubernetes.io/arch': 'arm64' });
  expect(nodes[0]?.status?.allocatable).toMatchObject({ cpu: '4', memory: '8Gi' });
  expect(systemPods[0]?.spec).toMatchObject({
    nodeName: 'rpi5',
    containers: [{ resources: { requests: { memory: '512Mi' } } }],
  });
});

test('minikube has what system E has, less the control plane that runs in it', async () => {
  const { nodes, systemPods } = hardwareObjects(await loadHardware('minikube'));
  expect(nodes.map(({ status }) => status?.allocatable)).toEqual([
    { cpu: '6', memory: '10Gi', 'ephemeral-storage': '40Gi', pods: '110' },
  ]);
  expect(systemPods[0]?.spec).toMatchObject({
    containers: [{ resources: { requests: { cpu: '750m', memory: '170Mi' } } }],
  });
});

test('a node without capacity is refused with the file that says so', () => {
  expect(() => checkHardware({ nodes: [{ name: 'a' }] }, 'my.yaml')).toThrow(
    'my.yaml: needs a list of nodes, each with a name and the capacity of cpu, memory and pods as strings.',
  );
});
