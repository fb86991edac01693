import { Buffer } from 'node:buffer';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { findHelm, findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { startCluster } from '../cluster/start.ts';
import { atMost, kB, type Row, type Section, seconds } from './report.ts';

const SECRET_LIMIT = 1_048_576;
/** Bytes that Helm may store of the release with a preset. */
const STORED_GOALS: Readonly<Record<string, number>> = { minikube: 110_000 };
const PRESETS = join(import.meta.dirname, '../../charts/ai-platform/presets');

/** How long a cluster takes to start and charts to be ready in it, and how large Helm's record of them is. */
export async function installing(): Promise<Section> {
  const presets = (await readdir(PRESETS)).map((file) => basename(file, '.yaml')).sort();
  const rows: Row[] = [];
  for (const preset of presets) {
    const values = ['--values', join(PRESETS, `${preset}.yaml`)];
    const { started, installed } = await onHardware(preset, 'ai-platform', values);
    const { time, stored } = installed;
    const goal = STORED_GOALS[preset];
    rows.push({ cells: [`start of the cluster ${preset}`, seconds(started), '', ''] });
    rows.push({
      cells: [
        `ai-platform with ${preset}`,
        seconds(time),
        kB(stored),
        `${((100 * stored) / SECRET_LIMIT).toFixed(0)} %`,
      ],
      ...(goal !== undefined && { goal: atMost(stored, goal, kB) }),
    });
  }
  return {
    title: 'Installing on simulated hardware, by the clock',
    head: ['what', 'time', 'stored release', 'of what a Secret holds'],
    rows,
  };
}

async function onHardware(
  hardware: string,
  chart: string,
  args: readonly string[],
): Promise<{ readonly started: number; readonly installed: Installed }> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  const began = performance.now();
  const cluster = await startCluster({ name: 'bench', hardware });
  try {
    const started = performance.now() - began;
    return { started, installed: await install(chart, args, work, { KUBECONFIG: cluster.kubeconfig }) };
  } finally {
    await cluster.stop();
    await rm(work, { recursive: true, force: true });
  }
}

interface Installed {
  /** Milliseconds until Helm says that all is ready. */
  readonly time: number;
  /** Bytes of the Secret with the release. */
  readonly stored: number;
}

async function install(
  chart: string,
  args: readonly string[],
  work: string,
  env: Readonly<Record<string, string>>,
): Promise<Installed> {
  const archive = await packChart(chart, work);
  const began = performance.now();
  const place = ['--namespace', chart, '--create-namespace'];
  await succeed(
    await findHelm(),
    ['install', 'bench', archive, '--wait', '--timeout', '120s', ...place, ...args],
    env,
  );
  const time = performance.now() - began;
  const secret = [
    'get',
    'secret',
    'sh.helm.release.v1.bench.v1',
    '--namespace',
    chart,
    '--output',
    'jsonpath={.data.release}',
  ];
  const stored = Buffer.from(await succeed(await findKubectl(), secret, env), 'base64').length;
  await succeed(
    await findHelm(),
    ['uninstall', 'bench', '--namespace', chart, '--wait', '--timeout', '60s'],
    env,
  );
  return { time, stored };
}

async function succeed(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, { env, timeoutMs: 180_000 });
  if (code === 0) return stdout;
  throw new ChartwrightError(
    'bench/failed',
    stderr.trim(),
    args.slice(0, 3).join(' '),
    'Run the command by hand.',
  );
}
