import { expect, test } from 'vitest';
import { chartOf, mistakesIn } from '../testing/feature.ts';
import { inside, named, podOf } from '../testing/rendered.ts';
import { chartFiles, schemaText } from '../testing/workspace.ts';

/** What Helm would read as an action, or not read at all. */
const BRACES = '{{ .Values.nothing }} {{{ "a" }}} {{/* }} }} $(HOME) "quoted" \\';
const SCRIPT = "docker inspect --format '{{ .State }}' web\n";

const given = {
  main: {
    command: ['run', BRACES],
    args: [BRACES, { template: '{{ printf "--level=%s" .Values.level | quote }}' }],
    env: { FORMAT: BRACES },
    init: {
      first: {
        description: 'First.',
        image: 'main',
        command: [BRACES],
        args: [BRACES],
        env: { FORMAT: BRACES },
      },
      second: { description: 'Second.', image: 'toolbox', script: 'second.sh' },
    },
    sidecars: {
      beside: {
        description: 'Beside.',
        image: { registry: 'docker.io', repository: 'example/beside', tag: '1' },
        command: [BRACES],
        args: [BRACES],
        env: { FORMAT: BRACES },
        liveness: { exec: { command: [BRACES] } },
      },
    },
    probes: { liveness: { exec: { command: [BRACES] } } },
  },
  workloads: {
    once: { kind: 'Job', description: 'Does something once.', image: 'toolbox', script: 'once.sh' },
  },
  chart: {
    connections: {
      store: {
        type: 'http',
        chart: 'store',
        bundled: false,
        description: 'The store.',
        env: { STORE: '{{host}} {{{{ x }} {"at": "{port}"}' },
      },
    },
  },
  sources: {
    'once.sh': SCRIPT,
    'second.sh': SCRIPT,
    'values.schema.json': schemaText({ level: { type: 'string', description: 'A level.', default: 'info' } }),
  },
  others: chartFiles({ name: 'store', provides: { type: 'http' } }),
};

test('what a definition says is what the container gets, braces too', async () => {
  const { rendered } = chartOf(given);
  const objects = await rendered(
    'level: \'a "b" {{ c }}\'\nconnections: { store: { host: store.example } }\n',
  );
  const pod = podOf(named(objects, 'Deployment', 'r-web'));
  const text = { name: 'FORMAT', value: BRACES };
  expect(inside(pod, 'containers', 0)).toMatchObject({
    command: ['run', BRACES],
    args: [BRACES, '--level=a "b" {{ c }}'],
    env: expect.arrayContaining([text, { name: 'STORE', value: '{store.example} {{{{ x }} {"at": "8080"}' }]),
    livenessProbe: { exec: { command: [BRACES] } },
  });
  expect(inside(pod, 'containers', 1)).toMatchObject({
    command: [BRACES],
    args: [BRACES],
    env: [text],
    livenessProbe: { exec: { command: [BRACES] } },
  });
  const [first, second] = (inside(pod, 'initContainers') as readonly { readonly name: string }[]).filter(
    ({ name }) => ['first', 'second'].includes(name),
  );
  expect(first).toMatchObject({ command: [BRACES], args: [BRACES], env: expect.arrayContaining([text]) });
  expect(second).toMatchObject({ args: [SCRIPT] });
  const jobs = objects.filter(({ kind }) => kind === 'Job');
  expect(inside(podOf(jobs[0]), 'containers', 0)).toMatchObject({ args: [SCRIPT] });
});

test('a template is said as such', async () => {
  expect(await mistakesIn({ main: { args: [{ go: '.Values.level' }] } })).toEqual([
    "workloads.main.args.0: must have required property 'template'. Add template.",
    'workloads.main.args.0: there is no key go. Remove it.',
  ]);
  expect(await mistakesIn({ main: { args: [{ template: '{{ .Values.levle | quote }}' }] } })).toEqual([
    expect.stringMatching(
      /^charts\/web\/templates\/deployment.yaml:\d+: `.Values.levle` is not in the values schema/,
    ),
  ]);
});
