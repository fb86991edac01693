import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({});

test('comes from the wanted registry, in the wanted version', async () => {
  const values = 'image: { registry: quay.io, repository: own/web, tag: v2, pullPolicy: Always }';
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web: { image: quay.io/own/web:v2, imagePullPolicy: Always }
  `);
  expect(await given('global: { imageRegistry: mirror.example.com }', values)).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.template.spec.containers.web.image: mirror.example.com/own/web:v2 }
    Pod/r-web-test:
      spec.containers.test.image: mirror.example.com/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
  `);
});

test('may be pinned; the digest of the chart holds for the tag of the chart alone', async () => {
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
  const image = { registry: 'docker.io', repository: 'example/web', tag: '1', digest: digest('a') };
  const pinned = chartOf({ main: { image } });
  expect(await pinned.given(`image: { digest: '${digest('b')}' }`)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.image: docker.io/example/web:1@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
  `);
  expect(await pinned.given("image: { tag: '2' }")).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.image: docker.io/example/web:2 }`,
  );
});

test('of the user has no default: without one the release is refused', async () => {
  const own = chartOf({ main: { image: { own: 'a web server on port 8080' } } });
  expect(await own.refused('')).toMatchInlineSnapshot(
    `"image.repository is empty: name your image, a web server on port 8080."`,
  );
  expect(String(await own.objects('image: { repository: mine }', 'Deployment/r-web'))).toContain(
    'image: mine:4.5.6',
  );
});
