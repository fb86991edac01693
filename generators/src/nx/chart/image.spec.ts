import { expect, it } from 'vitest';
import { parseImage } from './image.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

it.each([
  ['nginx:1.29.3', { registry: 'docker.io', repository: 'library/nginx', tag: '1.29.3', digest: '' }],
  ['ollama/ollama:0.40.2', { registry: 'docker.io', repository: 'ollama/ollama', tag: '0.40.2', digest: '' }],
  [`ghcr.io/a/b/c:v1@${digest}`, { registry: 'ghcr.io', repository: 'a/b/c', tag: 'v1', digest }],
  ['localhost:5000/web:dev', { registry: 'localhost:5000', repository: 'web', tag: 'dev', digest: '' }],
])('takes %s apart', (reference, image) => expect(parseImage(reference)).toEqual(image));

it.each([
  '',
  'nginx',
  'localhost:5000/web',
  'Nginx:1',
  'nginx:1@sha256:short',
  'a b:1',
  'docker.io/:1',
  'nginx:',
])('refuses "%s"', (reference) => expect(parseImage(reference)).toBeUndefined());
