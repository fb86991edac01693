import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const values = 'container: { command: [serve], args: ["--workers=2"], workingDir: /app }';

test('an image that starts by itself is started otherwise', async () => {
  expect(await chartOf({}).given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web: { args: [ --workers=2 ], command: [ serve ], workingDir: /app }
  `);
  expect(await chartOf({}).refused('container: { securityContext: {} }')).toMatchInlineSnapshot(
    `"at '/container': additional properties 'securityContext' not allowed"`,
  );
});

test('what the chart starts itself stays as it is', async () => {
  for (const start of [{ command: ['serve'] }, { args: ['--port=80'] }])
    expect(await chartOf({ main: start }).refused(values)).toContain("properties 'container' not allowed");
});
