import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({});

test('says who the pod runs as', async () => {
  const values = `
    podSecurityContext: { runAsUser: 2000, fsGroupChangePolicy: Always, supplementalGroups: [44] }
    securityContext: { runAsUser: 3000 }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        securityContext: { fsGroupChangePolicy: Always, runAsUser: 2000, supplementalGroups: [ 44 ] }
        containers.web.securityContext.runAsUser: 3000
  `);
});

test('cannot say less than Pod Security restricted', async () => {
  expect(await refused('securityContext: { allowPrivilegeEscalation: true }')).toMatchInlineSnapshot(
    `"at '/securityContext/allowPrivilegeEscalation': value must be false"`,
  );
  expect(await refused('securityContext: { privileged: true }')).toMatchInlineSnapshot(
    `"at '/securityContext': additional properties 'privileged' not allowed"`,
  );
  expect(await refused('securityContext: { readOnlyRootFilesystem: false }')).toMatchInlineSnapshot(
    `"at '/securityContext/readOnlyRootFilesystem': value must be true"`,
  );
  expect(await refused('podSecurityContext: { runAsNonRoot: false }')).toMatchInlineSnapshot(
    `"at '/podSecurityContext/runAsNonRoot': value must be true"`,
  );
  expect(await refused('podSecurityContext: { runAsUser: 0 }')).toMatchInlineSnapshot(
    `"at '/podSecurityContext/runAsUser': minimum: got 0, want 1"`,
  );
});

test('a profile of the node needs its name, and no other has one', async () => {
  const values = `
    podSecurityContext: { seccompProfile: { type: Localhost } }
    securityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: profiles/a.json } }
  `;
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(`
    "podSecurityContext.seccompProfile.type is Localhost: name the profile of the node in localhostProfile.
    securityContext.seccompProfile.localhostProfile is profiles/a.json, and type is RuntimeDefault: set type to Localhost."
  `);
  expect(
    await chartOf({}).refused(
      "podSecurityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: '' } }",
    ),
  ).toMatchInlineSnapshot(
    `"at '/podSecurityContext/seccompProfile/localhostProfile': '' does not match pattern '^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$'"`,
  );
});
