import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({
  main: { after: ['migrate'] },
  workloads: { migrate: { kind: 'Job', description: 'Migrates.', image: 'main', command: ['migrate'] } },
});

test('asks the API server where it is', async () => {
  expect(await given('jobWaits: { apiServerCidrs: [192.0.2.1/32] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.0.to:
        added: [ { ipBlock: { cidr: 192.0.2.1/32 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
  `);
});

test('with curl, from where and in which version it is wanted', async () => {
  const values = `
    jobWaits:
      image: { registry: quay.io, repository: own/curl, tag: '2', pullPolicy: Always }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.wait-for-migrate: { image: quay.io/own/curl:2, imagePullPolicy: Always }
  `);
  const pinned = `jobWaits: { image: { digest: 'sha256:${'a'.repeat(64)}' } }`;
  expect(await given(pinned)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.wait-for-migrate.image: docker.io/curlimages/curl:8.22.0@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  `);
});

test('or not at all: pods start at once, without a token, and no Role is there', async () => {
  const without = await objects('jobWaits: { enabled: false }');
  expect(without.names.filter((name) => /^(Role|RoleBinding|ConfigMap)/.test(name))).toEqual([]);
  expect((await given('jobWaits: { enabled: false }')).only('Deployment/r-web')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec: { initContainers: removed, volumes.job-wait-token: removed } }`,
  );
});
