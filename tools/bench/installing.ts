import { Buffer } from 'node:buffer';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { startCluster } from '../cluster/start.ts';
import { findHelm, findKubectl } from '../helm/helm.ts';
import { packChart } from '../package/pack.ts';
import { run } from '../process/run.ts';
import type { Section } from './report.ts';

const SECRET_LIMIT = 1_048_576;
const PRESET = join(import.meta.dirname, '../../charts/ai-platform/presets/rpi5.yaml');

/** How long a cluster takes to start and charts to be ready in it, and how large Helm's record of them is. */
export async function installing(): Promise<Section> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  const began = performance.now();
  const cluster = await startCluster({ name: 'bench', hardware: 'rpi5' });
  try {
    const started = performance.now() - began;
    const env = { KUBECONFIG: cluster.kubeconfig };
    const redis = await install('redis', [], work, env);
    const platform = await install('ai-platform', ['--values', PRESET], work, env);
    const row = (name: string, { time, stored }: Installed) => [
      name,
      seconds(time),
      `${(stored / 1024).toFixed(0)} KiB`,
      `${((100 * stored) / SECRET_LIMIT).toFixed(0)} %`,
    ];
    return {
      title: 'Installing on the simulated rpi5, by the clock',
      head: ['what', 'time', 'stored release', 'of what a Secret holds'],
      rows: [
        ['start of the cluster', seconds(started), '', ''],
        row('redis', redis),
        row('ai-platform with rpi5', platform),
      ],
      goals: [],
    };
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

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
