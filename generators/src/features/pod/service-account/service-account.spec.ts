import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects, refused } = chartOf({});

test('the pods have an account of their own, and none of them a token', async () => {
  expect(await objects('', 'ServiceAccount/r-web')).toMatchInlineSnapshot(
    `ServiceAccount/r-web: { apiVersion: v1, automountServiceAccountToken: false }`,
  );
  expect(
    await given('serviceAccount: { annotations: { example.com/a: b }, labels: { team: web } }'),
  ).toMatchInlineSnapshot(
    `ServiceAccount/r-web: { metadata: { annotations: { example.com/a: b }, labels.team: web } }`,
  );
});

test('or one that is there', async () => {
  expect(await given('serviceAccount: { create: false, name: theirs }')).toMatchInlineSnapshot(`
    ServiceAccount/r-web: removed
    Deployment/r-web: { spec.template.spec.serviceAccountName: theirs }
    Pod/r-web-test: { spec.serviceAccountName: theirs }
  `);
});

test('an identity of the cloud opens the way to what gives it on the node', async () => {
  expect(await given('serviceAccount: { workloadIdentity: gke }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 169.254.169.252/32 } }
            - { ipBlock: { cidr: 169.254.169.254/32 } }
          ports: [ { port: 80, protocol: TCP }, { port: 988, protocol: TCP } ]
  `);
  expect(await given('serviceAccount: { workloadIdentity: eks }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to: [ { ipBlock: { cidr: 169.254.170.23/32 } } ]
          ports: [ { port: 80, protocol: TCP } ]
  `);
  expect(await given('serviceAccount: { workloadIdentity: aks }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.metadata.labels: { azure.workload.identity/use: "true" } }`,
  );
});

test('refuses labels that the chart sets itself', async () => {
  expect(await refused('serviceAccount: { labels: { helm.sh/chart: web } }')).toMatchInlineSnapshot(
    `"serviceAccount.labels may not set helm.sh/chart=web: the chart sets such labels itself."`,
  );
});

test('labels of its own stand over those of all objects', async () => {
  expect(await given('serviceAccount: { labels: { team: a } }', 'labels: { team: b }')).toMatchInlineSnapshot(
    `ServiceAccount/r-web: { metadata.labels.team: a }`,
  );
});
