import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bottomUp, chartNames } from '../../generators/src/package/chart-folders.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { inParallel } from '../../generators/src/programs/in-parallel.ts';
import { run } from '../../generators/src/programs/run.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { ensurePythonEnvironment } from '../toolchain/python.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** What `helm dependency build` writes into a chart's folder. */
const BUILT = new Set(['charts', 'tmpcharts', 'Chart.lock']);

/** What chart-testing says of one chart. */
export interface LintResult {
  readonly chart: string;
  readonly ok: boolean;
  readonly output: string;
}

/** What {@link lintCharts} may be told. */
export interface LintOptions {
  /** Folder with `charts/`; default this workspace. */
  readonly root?: string;
  /** Names of the charts to lint; default all. */
  readonly charts?: readonly string[];
  /** Called after each chart. */
  readonly onResult?: (result: LintResult) => void;
}

/**
 * Runs `ct lint` with the settings of this folder over charts, in a temporary copy of them.
 * A chart comes after those it bundles: `helm dependency build` packs a neighbour as it lies there, with what was
 * built in it before and without building it. The results come in the order in which they were had.
 */
export async function lintCharts(options: LintOptions = {}): Promise<readonly LintResult[]> {
  const { root = ROOT, onResult = () => undefined } = options;
  const copy = await mkdtemp(join(tmpdir(), 'chartwright-lint-'));
  try {
    const charts = join(copy, 'charts');
    await copyCharts(join(root, 'charts'), charts);
    await cp(import.meta.dirname, join(copy, 'tools/lint'), { recursive: true });
    const wanted = new Set(options.charts ?? (await chartNames(charts)));
    const ct = await chartTesting();
    const results: LintResult[] = [];
    for (const level of await levels(charts, [...wanted])) {
      await inParallel(level, Math.min(availableParallelism(), 4), async (name) => {
        const result = await ct(copy, name);
        if (!wanted.has(name)) return;
        results.push(result);
        onResult(result);
      });
    }
    return results;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** The named charts and what they bundle; each level bundles only what is in the levels before it. */
async function levels(charts: string, names: readonly string[]): Promise<readonly (readonly string[])[]> {
  const depths = new Map<string, number>();
  for (const name of names) {
    for (const chart of await bottomUp(join(charts, name))) {
      const bundled = (chart.manifest.dependencies ?? []).map(({ name: other }) => depths.get(other) ?? 0);
      depths.set(chart.manifest.name, Math.max(-1, ...bundled) + 1);
    }
  }
  const ordered: string[][] = [];
  for (const [name, depth] of depths) {
    while (ordered.length <= depth) ordered.push([]);
    ordered[depth]?.push(name);
  }
  return ordered;
}

async function copyCharts(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await chartNames(from)) {
    const built = [...BUILT].map((file) => join(from, name, file));
    await cp(join(from, name), join(to, name), {
      recursive: true,
      filter: (path) => !built.includes(path),
    });
  }
}

/** chart-testing calls helm, yamllint and yamale by their names. */
async function chartTesting(): Promise<(cwd: string, chart: string) => Promise<LintResult>> {
  const [ct, python, helm] = await Promise.all([
    ensureGoTool('ct'),
    ensurePythonEnvironment('lint'),
    findHelm(),
  ]);
  const path = helm.includes('/') ? `${dirname(resolve(helm))}:${python.env.PATH}` : python.env.PATH;
  const env = { ...python.env, PATH: path ?? '' };
  return async (cwd, chart) => {
    const args = ['lint', '--config', 'tools/lint/ct.yaml', '--charts', `charts/${chart}`];
    const { code, stdout, stderr } = await run(ct, args, { cwd, env, timeoutMs: 300_000 });
    return { chart, ok: code === 0, output: `${stdout}${stderr}`.trim() };
  };
}
