import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given } = chartOf({});

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const pinned = chartOf({
  main: { image: { registry: 'docker.io', repository: 'example/web', tag: '1', digest: digest('a') } },
});

/** The reference of the application's image. */
const imageWith = async (...values: readonly string[]) =>
  /image: (\S+example\/web\S*|\S*mine\S*)/.exec(
    String(await pinned.objects(values.join('\n'), 'Deployment/r-web')),
  )?.[1];

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

test('may be pinned; the digest of the chart holds for its own registry, repository and tag alone', async () => {
  const own = `docker.io/example/web:1@${digest('a')}`;
  expect(await imageWith('')).toBe(own);
  expect(await imageWith("image: { tag: '1' }")).toBe(own);
  expect(await imageWith(`image: { digest: '${digest('b')}' }`)).toBe(
    `docker.io/example/web:1@${digest('b')}`,
  );
  expect(await imageWith("image: { tag: '2' }")).toBe('docker.io/example/web:2');
  expect(await imageWith('image: { registry: mirror.example.com }')).toBe('mirror.example.com/example/web:1');
  expect(await imageWith("image: { repository: mine, tag: '1' }")).toBe('docker.io/mine:1');
  expect(await imageWith(`image: { repository: mine, digest: '${digest('b')}' }`)).toBe(
    `docker.io/mine@${digest('b')}`,
  );
});

test('comes from global.imageRegistry with its digest, unless it is on the node and has no registry', async () => {
  const mirror = 'global: { imageRegistry: mirror.example.com:5000/hub }';
  expect(await imageWith(mirror)).toBe(`mirror.example.com:5000/hub/example/web:1@${digest('a')}`);
  expect(await imageWith(mirror, "image: { registry: '', repository: mine, tag: dev }")).toBe('mine:dev');
});

test('from another repository needs a tag, and registries are hosts in their place', async () => {
  expect(await pinned.refused('image: { repository: mine }')).toMatchInlineSnapshot(
    `"image.tag is empty, and this chart knows no tag of the image mine: set image.tag or image.digest."`,
  );
  expect(await pinned.refused('image: { repository: ghcr.io/me/web, tag: v1 }')).toMatchInlineSnapshot(
    `"image.repository ghcr.io/me/web begins with a registry, and image.registry is docker.io: set image.registry=ghcr.io and image.repository=me/web."`,
  );
  expect(
    await pinned.refused('image: { registry: quay.io, repository: quay.io/me/web, tag: v1 }'),
  ).toMatchInlineSnapshot(
    `"image.repository quay.io/me/web begins with a registry, and image.registry is quay.io: set image.registry=quay.io and image.repository=me/web."`,
  );
  expect(await pinned.refused('image: { registry: "https://ghcr.io" }')).toMatchInlineSnapshot(
    `"image.registry https://ghcr.io has a scheme: leave https:// out."`,
  );
  expect(await pinned.refused('global: { imageRegistry: "https://mirror" }')).toMatchInlineSnapshot(
    `"global.imageRegistry https://mirror has a scheme: leave https:// out."`,
  );
});

test('of the user is needed while one of the workloads that have it is there', async () => {
  const more = { kind: 'Job', description: 'Works.', command: ['work'] };
  const { refused } = chartOf({
    workloads: {
      index: { ...more, image: { own: 'what builds the index' }, when: value('hasIndex') },
      search: { ...more, image: 'index', when: value('hasSearch') },
    },
    sources: {
      'values.schema.json': schemaText({
        hasIndex: { type: 'boolean', description: 'Whether it is there.', default: false },
        hasSearch: { type: 'boolean', description: 'Whether it is there.', default: false },
      }),
    },
  });
  const asked = 'index.image.repository is empty: name your image, what builds the index.';
  await expect(refused('')).rejects.toThrow('not refused');
  expect(await refused('hasIndex: true')).toBe(asked);
  expect(await refused('hasSearch: true')).toBe(asked);
});

test('of the user has no default: without one the release is refused', async () => {
  const own = chartOf({ main: { image: { own: 'a web server on port 8080' } } });
  expect(await own.refused('')).toMatchInlineSnapshot(
    `"image.repository is empty: name your image, a web server on port 8080."`,
  );
  expect(await own.refused('image: { repository: mine }')).toMatchInlineSnapshot(
    `"image.tag is empty, and this chart knows no tag of the image mine: set image.tag or image.digest."`,
  );
  expect(String(await own.objects('image: { repository: mine, tag: v1 }', 'Deployment/r-web'))).toContain(
    'image: mine:v1',
  );
});
