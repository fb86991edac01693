import { expect, test } from 'vitest';
import { mirrorCommands, mirrored, mirrorTarget } from './mirror.ts';
import { imageReference } from './reference.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

test.each([
  ['docker.io/ollama/ollama:0.40', 'docker.io', 'ollama/ollama', '0.40', ''],
  [`localhost:5000/api@${DIGEST}`, 'localhost:5000', 'api', '', DIGEST],
  [`registry.k8s.io/a/b:1@${DIGEST}`, 'registry.k8s.io', 'a/b', '1', DIGEST],
  ['acme/api:local', '', 'acme/api', 'local', ''],
  ['api', '', 'api', '', ''],
])('%s', (image, registry, repository, tag, digest) => {
  expect(imageReference(image)).toEqual({ registry, repository, tag, digest });
});

const IMAGES = [`docker.io/library/redis:8@${DIGEST}`, 'quay.io/acme/web', 'api:local'];

test('images with a registry are copied whole to where charts look for them', () => {
  expect(mirrorCommands(IMAGES, 'mirror.example.com/hub', 'skopeo')).toEqual([
    `skopeo copy --all --preserve-digests docker://docker.io/library/redis@${DIGEST} docker://mirror.example.com/hub/library/redis:8`,
    'skopeo copy --all --preserve-digests docker://quay.io/acme/web:latest docker://mirror.example.com/hub/acme/web:latest',
  ]);
  expect(mirrorCommands([`quay.io/acme/web@${DIGEST}`], 'mirror.example.com', 'crane')).toEqual([
    `crane copy quay.io/acme/web@${DIGEST} mirror.example.com/acme/web:${DIGEST.replace(':', '-')}`,
  ]);
  expect(IMAGES.map((image) => mirrored(image, 'm.example.com'))).toEqual([
    `m.example.com/library/redis:8@${DIGEST}`,
    'm.example.com/acme/web',
    undefined,
  ]);
});

const LINE = { name: 'npm run images', usage: [''], options: {} };

test.each([
  '',
  'https://reg.example.com',
  'reg.example.com/hub/',
  'reg.example.com//hub',
  'reg; rm -rf ~',
  '$(id)',
  '-o',
])('"%s" is no registry to copy to', (to) => {
  expect(() => mirrorTarget(LINE, to)).toThrow('name one by --to, for example registry.example.com/hub');
});

test.each(['m.example.com', 'localhost:5000/hub/a'])('%s is one', (to) => {
  expect(mirrorTarget(LINE, to)).toBe(to);
});

test('two images of one name are told, before one replaces the other', () => {
  expect(() =>
    mirrorCommands(['docker.io/acme/web:1', 'quay.io/acme/web:1'], 'm.example.com', 'crane'),
  ).toThrow('docker.io/acme/web:1 and quay.io/acme/web:1 would both become m.example.com/acme/web:1');
});
