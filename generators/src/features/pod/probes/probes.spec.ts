import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf, type RenderedObject } from '../../../testing/rendered.ts';

coversFeature(import.meta.url);

const { given, refused, rendered } = chartOf({
  main: { probes: { startup: { httpGet: { path: '/', port: 'http' }, failureThreshold: 30 } } },
});

function probesOf(objects: readonly RenderedObject[]) {
  const container = inside(podOf(named(objects, 'Deployment', 'r-web')), 'containers', 0);
  return ['startupProbe', 'livenessProbe', 'readinessProbe'].map((probe) => inside(container, probe));
}

test('ask the first port, as the definition says or whether it takes a connection', async () => {
  expect(probesOf(await rendered(''))).toMatchInlineSnapshot(`
    [
      {
        "failureThreshold": 30,
        "httpGet": {
          "path": "/",
          "port": "http",
        },
      },
      {
        "periodSeconds": 15,
        "tcpSocket": {
          "port": "http",
        },
      },
      {
        "periodSeconds": 10,
        "tcpSocket": {
          "port": "http",
        },
      },
    ]
  `);
});

test('are asked more often, or otherwise', async () => {
  const values = `
    startupProbe: { failureThreshold: 60 }
    livenessProbe: { tcpSocket: null, httpGet: { path: /live, port: http }, periodSeconds: 30 }
    readinessProbe: { tcpSocket: null, exec: { command: [ready] } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 1200
        template.spec.containers.web:
          startupProbe.failureThreshold: 60
          livenessProbe:
            periodSeconds: 30
            tcpSocket: removed
            httpGet: { path: /live, port: http }
          readinessProbe: { tcpSocket: removed, exec.command: [ ready ] }
  `);
});

test('have one handler', async () => {
  const both = '{ exec: { command: [a] }, tcpSocket: { port: http } }';
  expect(await refused(`startupProbe: ${both}`)).toMatchInlineSnapshot(
    `"startupProbe has two handlers: keep one and set the other to null."`,
  );
  expect(await refused(`livenessProbe: ${both}`)).toMatchInlineSnapshot(
    `"livenessProbe has two handlers: keep one and set the other to null."`,
  );
  expect(await refused(`readinessProbe: ${both}`)).toMatchInlineSnapshot(
    `"readinessProbe has two handlers: keep one and set the other to null."`,
  );
});

test('ask for the health that the definition names, where they have no handler of their own', async () => {
  const healthy = chartOf({ main: { health: '/health', probes: { readiness: { periodSeconds: 5 } } } });
  expect(probesOf(await healthy.rendered(''))).toMatchInlineSnapshot(`
    [
      {
        "failureThreshold": 60,
        "httpGet": {
          "path": "/health",
          "port": "http",
        },
        "periodSeconds": 5,
      },
      {
        "httpGet": {
          "path": "/health",
          "port": "http",
        },
        "periodSeconds": 15,
      },
      {
        "httpGet": {
          "path": "/health",
          "port": "http",
        },
        "periodSeconds": 5,
      },
    ]
  `);
});

test('run the command that the definition names; the one for liveness bears more', async () => {
  const health = ['check', '--fast'];
  const readiness = { timeoutSeconds: 20, failureThreshold: 4 };
  const { rendered } = chartOf({ main: { health, probes: { readiness } } });
  const exec = { command: health };
  expect(probesOf(await rendered(''))).toEqual([
    { exec, periodSeconds: 5, timeoutSeconds: 20, failureThreshold: 60 },
    { exec, periodSeconds: 10, timeoutSeconds: 20, failureThreshold: 8 },
    { exec, periodSeconds: 10, timeoutSeconds: 20, failureThreshold: 4 },
  ]);
  const other = chartOf({ main: { health, probes: { readiness: { tcpSocket: { port: 'http' } } } } });
  expect(probesOf(await other.rendered(''))).toEqual([
    { exec, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 },
    { exec, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    { tcpSocket: { port: 'http' } },
  ]);
});

test('each is left out on its own, and null alone does not do it', async () => {
  const off = 'startupProbe: { enabled: false }\nlivenessProbe: { enabled: false }';
  expect(await given(off)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web: { startupProbe: removed, livenessProbe: removed }
  `);
  expect(await given(`${off}\nreadinessProbe: { enabled: false }`)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web: { startupProbe: removed, livenessProbe: removed, readinessProbe: removed }
  `);
  expect(await given('livenessProbe: { enabled: true }')).toMatchInlineSnapshot(`nothing`);
  expect(await refused('livenessProbe: null')).toMatchInlineSnapshot(
    `"at '': missing property 'livenessProbe'"`,
  );
});

test('the liveness probe asks another path than the others, where the definition says so', async () => {
  const { objects } = chartOf({ main: { health: '/ready', alive: '/alive' } });
  const deployment = String(await objects('', 'Deployment/r-web'));
  expect(deployment).toContain('livenessProbe: { periodSeconds: 15, httpGet: { path: /alive, port: http } }');
  expect(deployment.match(/path: \/ready/g)).toHaveLength(2);
});
