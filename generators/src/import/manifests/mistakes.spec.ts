import { expect, it } from 'vitest';
import { imported, saidOf, web } from './fixtures.ts';

const labels = 'template:\n    metadata: { labels: { app: web } }';

it.each([
  ['a number', web('', '  replicas: two'), 'replicas of Deployment/web is no number: two'],
  [
    'a port',
    web('').replace('containerPort: 8080', 'containerPort: http'),
    'containerPort of Deployment/web is no number: http',
  ],
  [
    'a quantity',
    web('          resources: { limits: { memory: lots } }'),
    'memory of Deployment/web is no quantity: lots',
  ],
  ['a list', web('          env: { A: b }'), 'env of Deployment/web is no list'],
  [
    'labels',
    web('').replace(labels, labels.replace('web', 'other')),
    'Deployment/web selects pods with app: web, which its own do not have',
  ],
  [
    'containers',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [] }\n',
    'Pod/a has no container',
  ],
])('%s that Kubernetes refuses is an error at its place', async (_, text, message) => {
  const error = await imported({ 'all.yaml': text }).then(
    () => '',
    (thrown: unknown) => String(thrown),
  );
  expect(error).toContain(message);
  expect(error).toMatch(/all\.yaml:\d+:\d+/);
});

it('a value of a Secret that is no base64 is asked about', async () => {
  const text = `${web('          env: [{ name: PW, valueFrom: { secretKeyRef: { name: s, key: pw } } }]')}
---
apiVersion: v1
kind: Secret
metadata: { name: s }
data: { pw: "not base64!!", good: "eA==" }
`;
  const result = await imported({ 'all.yaml': text });
  expect(saidOf(result, 'Secret/s data.pw')).toContain('asked: its value is no base64');
  expect(saidOf(result, 'Secret/s data.good')).toBe('left out: no container takes it');
});
