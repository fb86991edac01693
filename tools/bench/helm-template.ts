import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import { parseManifests } from '../kubernetes/objects.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';
import { cpuOfEach, type MeasureOptions } from './measure.ts';

/** What one rendering costs. */
export interface Rendering {
  readonly objects: number;
  readonly kilobytes: number;
  /** Charts that render something. */
  readonly charts: number;
  /** Milliseconds of CPU above what Helm takes for a chart without templates. */
  readonly cpu: number;
}

/** The words of `helm template`; with one processor the garbage collector of Go has no idle ones to keep busy. */
export function templating(helm: string, chart: string, args: readonly string[] = []): readonly string[] {
  return ['env', 'GOMAXPROCS=1', helm, 'template', 'bench', chart, '--kube-version', KUBE_VERSION, ...args];
}

/** Measures renderings by turns. Throws `bench/failed` with what Helm says. */
export async function renderings<Name extends string>(
  nothing: readonly string[],
  commands: Readonly<Record<Name, readonly string[]>>,
  options: MeasureOptions = {},
): Promise<Readonly<Record<Name, Rendering>>> {
  const named = Object.entries<readonly string[]>(commands);
  const [start, ...costs] = await cpuOfEach([nothing, ...named.map(([, words]) => words)], options);
  const measured = await Promise.all(
    named.map(async ([name, words], index) => {
      const cpu = (costs[index]?.min ?? 0) - (start?.min ?? 0);
      return [name, { ...(await contents(words)), cpu }] as const;
    }),
  );
  return Object.fromEntries(measured) as Record<Name, Rendering>;
}

async function contents([command = '', ...args]: readonly string[]): Promise<Omit<Rendering, 'cpu'>> {
  const { code, stdout, stderr } = await run(command, args);
  if (code !== 0)
    throw new ChartwrightError('bench/failed', stderr.trim(), args.join(' '), 'Run the command by hand.');
  const sources = [...stdout.matchAll(/^# Source: (.*?)\/templates\//gm)].map(([, source]) => source);
  return {
    objects: parseManifests(stdout).length,
    kilobytes: stdout.length / 1000,
    charts: new Set(sources).size,
  };
}
