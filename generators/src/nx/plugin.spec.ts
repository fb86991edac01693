import { afterEach, expect, it } from 'vitest';
import { BACKEND, PLATFORM, put, removeWorkspace, temporaryWorkspace, WORKER } from './fixtures.ts';
import { createNodes, type PluginOptions } from './plugin.ts';

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(removeWorkspace));

async function projectsOf(definitions: Readonly<Record<string, string>>, options?: PluginOptions) {
  const root = temporaryWorkspace(definitions);
  roots.push(root);
  const files = Object.keys(definitions).map((name) => `charts/${name}/src/chart.ts`);
  const results = await createNodes[1](files, options, { workspaceRoot: root, nxJsonConfiguration: {} });
  return results.flatMap(([, { projects = {} }]) => Object.values(projects));
}

it('makes each chart a project with its edges', async () => {
  const projects = await projectsOf({ backend: BACKEND, platform: PLATFORM, worker: WORKER });
  expect(
    projects.map(({ name, root, tags, implicitDependencies }) => ({
      name,
      root,
      tags,
      implicitDependencies,
    })),
  ).toEqual([
    { name: 'backend', root: 'charts/backend', tags: ['chart'], implicitDependencies: [] },
    {
      name: 'platform',
      root: 'charts/platform',
      tags: ['umbrella'],
      implicitDependencies: ['backend', 'worker'],
    },
    { name: 'worker', root: 'charts/worker', tags: ['chart'], implicitDependencies: ['backend'] },
  ]);
});

it('gives it targets that are commands', async () => {
  const [backend] = await projectsOf({ backend: BACKEND });
  const commands = Object.entries(backend?.targets ?? {}).map(([target, { options }]) => [
    target,
    options.command,
  ]);
  expect(Object.fromEntries(commands)).toEqual({
    generate: 'chartwright generate backend',
    lint: 'chartwright lint backend',
    template: 'chartwright template backend',
    package: 'chartwright package backend',
    'editor-schema': 'chartwright editor-schema backend',
    install: 'chartwright install backend',
  });
  expect(backend?.targets?.package?.outputs).toEqual(['{workspaceRoot}/dist/backend-0.3.0.tgz']);
});

it('gives it further targets of the workspace', async () => {
  const test = { command: 'npm test -- {projectName}' };
  const [backend] = await projectsOf({ backend: BACKEND }, { targets: { test } });
  expect(backend?.targets).toMatchObject({ test, lint: { cache: true } });
});

it('names the file of a definition that cannot be loaded', async () => {
  const projects = projectsOf({ backend: BACKEND, broken: "throw new Error('typo');" });
  const error: unknown = await projects.catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    errors: [
      [
        'charts/broken/src/chart.ts',
        { message: expect.stringContaining('charts/broken/src/chart.ts:1: it cannot be loaded: typo') },
      ],
    ],
  });
});

it('has the edges of what features bring beside main', async () => {
  const judged = `import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'judged',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'A chart whose canary Prometheus judges.',
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'a server' },
      ports: { http: 8000 },
      features: { ingress: {}, httpRoute: {}, autoscaling: {}, monitoring: {}, rollout: {} },
    },
  },
});
`;
  const prometheus = BACKEND.replaceAll("'backend'", "'prometheus'");
  const [project] = await projectsOf({ judged, prometheus });
  expect(project?.implicitDependencies).toEqual(['prometheus']);
});

it('reads an edited definition anew', async () => {
  const root = temporaryWorkspace({ backend: BACKEND });
  roots.push(root);
  const load = () =>
    createNodes[1](['charts/backend/src/chart.ts'], undefined, {
      workspaceRoot: root,
      nxJsonConfiguration: {},
    });
  await load();
  await new Promise((resolve) => setTimeout(resolve, 20));
  put(
    root,
    'charts/backend/src/chart.ts',
    BACKEND.replace('The service that others connect to.', 'Something else now.'),
  );
  const [[, { projects = {} }] = ['', {}]] = await load();
  expect(projects['charts/backend']?.metadata?.description).toBe('Something else now.');
});
