import { describe, expect, it, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

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

test('contexts that several workloads share are told of once', async () => {
  const beside = {
    kind: 'Deployment',
    image: 'main',
    description: 'Works.',
    ports: { http: 8081 },
    connections: [],
  };
  const { refused } = chartOf({ workloads: { beside } });
  expect(await refused('podSecurityContext: { seccompProfile: { type: Localhost } }')).toBe(
    'podSecurityContext.seccompProfile.type is Localhost: name the profile of the node in localhostProfile.',
  );
});

test('a port below 1024 needs no user 0', async () => {
  const low = chartOf({ main: { ports: { http: 80 } } });
  expect(await low.given('podSecurityContext: { sysctls: [] }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.securityContext.sysctls: { net.ipv4.ip_unprivileged_port_start: removed }
  `);
  expect(
    await low.refused('podSecurityContext: { sysctls: [{ name: kernel.shm_rmid_forced, value: "1" }] }'),
  ).toMatchInlineSnapshot(
    `"at '/podSecurityContext/sysctls/0/name': value must be 'net.ipv4.ip_unprivileged_port_start'"`,
  );
});

describe('what restricted allows, with a reason', () => {
  const reason = 'The image writes its pages anew at every start.';
  const declared = (privilege: object) =>
    chartOf({ main: { privileges: { own: { reason, ...privilege } } } });

  it('a root file system that may be written, until values say that it is read-only', async () => {
    const { given, objects, notes } = declared({ writableRoot: true });
    expect(await given('securityContext: { readOnlyRootFilesystem: true }')).toMatchInlineSnapshot(
      `Deployment/r-web: { spec.template.spec.containers.web.securityContext.readOnlyRootFilesystem: true }`,
    );
    expect(String(await objects('', 'Deployment/r-web'))).toContain('readOnlyRootFilesystem: false');
    expect(await notes('')).toMatchInlineSnapshot(`
      "NOTE: r-web may write to its whole root file system; securityContext.readOnlyRootFilesystem=true takes that back: The image writes its pages anew at every start.
      Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
    `);
    expect(await notes('securityContext: { readOnlyRootFilesystem: true }')).not.toContain(reason);
  });

  it('group 0, until values name another', async () => {
    const { given, notes } = declared({ group: 0 });
    expect(await given('podSecurityContext: { runAsGroup: 1000, fsGroup: 0 }')).toMatchInlineSnapshot(
      `Deployment/r-web: { spec.template.spec.securityContext: { fsGroup: 0, runAsGroup: 1000 } }`,
    );
    expect(await notes('')).toMatchInlineSnapshot(`
      "NOTE: r-web runs in group 0: The image writes its pages anew at every start.
      Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
    `);
  });

  it('is not open to others: what else was declared, or for another workload', async () => {
    const group = declared({ group: 0 });
    expect(await group.refused('securityContext: { readOnlyRootFilesystem: false }')).toMatchInlineSnapshot(
      `"at '/securityContext/readOnlyRootFilesystem': value must be true"`,
    );
    const written = chartOf({
      workloads: {
        worker: {
          kind: 'Deployment',
          description: 'It writes.',
          image: 'main',
          command: ['work'],
          ports: { http: 8081 },
          privileges: { own: { reason, writableRoot: true } },
        },
      },
    });
    expect(await written.refused('securityContext: { readOnlyRootFilesystem: false }')).toMatchInlineSnapshot(
      `"at '/securityContext/readOnlyRootFilesystem': value must be true"`,
    );
    expect(await written.refused('worker: { podSecurityContext: { runAsGroup: 0 } }')).toMatchInlineSnapshot(
      `"at '/worker/podSecurityContext/runAsGroup': minimum: got 0, want 1"`,
    );
    expect(String(await written.objects('', 'Deployment/r-web-worker'))).toContain(
      'readOnlyRootFilesystem: false',
    );
    expect(String(await written.objects('', 'Deployment/r-web'))).toContain('readOnlyRootFilesystem: true');
  });

  it('stands beside what restricted refuses', async () => {
    const schema = schemaText({
      node: {
        type: 'object',
        description: 'Something more.',
        properties: { enabled: { type: 'boolean', description: 'Whether it is on.', default: false } },
      },
    });
    const both = chartOf({
      main: {
        privileges: {
          own: { reason, writableRoot: true },
          user: { value: 'node.enabled', reason, root: true },
        },
      },
      sources: { 'values.schema.json': schema },
    });
    expect(await both.given('node: { enabled: true }')).toMatchInlineSnapshot(`
      Deployment/r-web:
        spec.template.spec.containers.web.securityContext: { runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 }
    `);
  });
});
