import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { load } from '../generators/src/generate.ts';
import { run } from '../generators/src/programs/run.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What Nx prints, which must end well. */
async function nx(...args: readonly string[]): Promise<string> {
  const command = ['exec', '--', 'nx', ...args];
  const { code, stdout, stderr } = await run('npm', command, {
    cwd: ROOT,
    env: { NX_DAEMON: 'false', FORCE_COLOR: '0' },
  });
  expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, output: '' });
  return stdout;
}

/** The projects that Nx holds for changed by an edit of one file. */
async function affectedBy(file: string): Promise<readonly string[]> {
  return (await nx('show', 'projects', '--affected', `--files=${file}`))
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

/** The chart, all that connect to it however far away, and the umbrellas of any of them. */
function dependents(name: string, { charts, umbrellas }: Loaded): ReadonlySet<string> {
  const clients = charts.filter(({ connections }) =>
    connections.some(({ internal, provider }) => !internal && provider.chart === name),
  );
  const found = new Set([
    name,
    ...clients.flatMap((client) => [...dependents(client.name, { charts, umbrellas })]),
  ]);
  for (const umbrella of umbrellas)
    if (umbrella.members.some((member) => found.has(member.name))) found.add(umbrella.name);
  return found;
}

type Loaded = Pick<Awaited<ReturnType<typeof load>>, 'charts' | 'umbrellas'>;

it('an edit of a chart changes it, all that connect to it, their umbrellas, and the tests over all charts', async () => {
  const loaded = await load(ROOT);
  const counted = loaded.charts.map(({ name }) => ({ name, all: [...dependents(name, loaded)].sort() }));
  const [fewest, ...others] = counted.sort((x, y) => x.all.length - y.all.length);
  for (const chart of [fewest, others.at(-1)]) {
    expect(await affectedBy(`charts/${chart?.name}/src/chart.ts`)).toEqual(
      [...(chart?.all ?? []), 'tests'].sort(),
    );
  }
});

it('an edit of a feature changes every chart', async () => {
  const { charts, umbrellas } = await load(ROOT);
  const affected = await affectedBy('generators/src/features/pod/gpu/feature.ts');
  expect(affected).toEqual(expect.arrayContaining([...charts, ...umbrellas].map(({ name }) => name)));
});

it('the targets of a chart run, each with inputs that Nx understands', async () => {
  const proofs = ['--targets=lint,package,template,test', '--projects=secrets', '--skip-nx-cache'];
  expect(await nx('run-many', ...proofs)).toContain(
    'Successfully ran targets lint, package, template, test for project secrets',
  );
});
