import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({
  chart: {
    connections: {
      hub: {
        type: 'http',
        chart: 'hub',
        description: 'The hub.',
        bundled: false,
        optional: true,
        orders: false,
        env: { HUB_HOST: 'host', HUB_WS: 'ws://{host}:{port}/x' },
      },
    },
  },
  others: chartFiles({ name: 'hub', provides: { type: 'http' } }),
});

test('parts of a connection are variables, by themselves or in a text', async () => {
  const changes = await given('connections: { hub: { host: hub.example.com } }');
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        - { name: HUB_HOST, value: hub.example.com }
        - { name: HUB_WS, value: ws://hub.example.com:8080/x }
  `);
});

test('there are none while it leads nowhere', async () => {
  expect(String(await objects('', 'Deployment/r-web'))).not.toContain('HUB_');
});

test('the provider says how its clients must behave', async () => {
  const { given } = chartOf({
    chart: {
      connections: {
        hub: {
          type: 'http',
          chart: 'hub',
          description: 'The hub.',
          bundled: false,
          optional: true,
          orders: false,
        },
      },
    },
    others: chartFiles({ name: 'hub', provides: { type: 'http', clientEnv: { HUB_DIRECT: 'no "{{' } } }),
  });
  const changes = await given('connections: { hub: { host: hub.example.com } }');
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.env: [ { name: HUB_DIRECT, value: 'no "{{' } ] }`,
  );
});
