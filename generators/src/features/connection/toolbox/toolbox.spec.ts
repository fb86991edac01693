import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test('the small shell image of tests, waits and Jobs comes from where it is wanted', async () => {
  const { given } = chartOf({});
  const values = `
    toolbox:
      image: { registry: quay.io, repository: own/sh, tag: '2', digest: 'sha256:${'a'.repeat(64)}', pullPolicy: Always }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Pod/r-web-test:
      spec.containers.test:
        image: quay.io/own/sh:2@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        imagePullPolicy: Always
  `);
});
