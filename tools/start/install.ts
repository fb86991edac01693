import { setTimeout as sleep } from 'node:timers/promises';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { Observer } from './observer.ts';
import type { StartOptions } from './options.ts';
import { progressLine } from './report.ts';
import type { Target } from './target.ts';

/** Seconds between two looks at the pods. */
const LOOK_MS = 3000;
/** A line that says the same as the one before is said again only after this time. */
const REPEAT_MS = 15_000;
/** Helm ends by its own timeout; this one is for a Helm that hangs. */
const HANGS_MS = 2 * 60 * 60_000;

/** Arguments that lead Helm to a cluster and namespace. */
export function connection({ kubeconfig, context }: Target, namespace: string): readonly string[] {
  const where = context === undefined ? [] : ['--kube-context', context];
  return ['--kubeconfig', kubeconfig, ...where, '--namespace', namespace];
}

/** Installs or upgrades the release and says every few seconds what is not ready; returns Helm's error, undefined when it was fine. */
export async function install(
  helm: string,
  archive: string,
  target: Target,
  options: StartOptions,
  observer: Observer,
  say: (line: string) => void,
): Promise<string | undefined> {
  const { release, namespace, preset, timeout } = options;
  await repair(helm, target, options, say);
  const to = connection(target, namespace);
  const how = ['--create-namespace', '-f', preset.path, '--wait', '--timeout', timeout];
  const started = Date.now();
  let ended = false;
  const helmRun = run(helm, ['upgrade', '--install', release, archive, ...to, ...how], {
    timeoutMs: HANGS_MS,
  }).finally(() => {
    ended = true;
  });
  let last = { text: '', at: 0 };
  while (!ended) {
    await Promise.race([helmRun, sleep(LOOK_MS)]);
    if (ended) break;
    const pods = await observer.pods().catch(() => []);
    const line = progressLine(pods, Date.now() - started);
    const text = line.trimStart().replace(/^\d+ s/, '');
    if (text === last.text && Date.now() - last.at < REPEAT_MS) continue;
    last = { text, at: Date.now() };
    say(line);
  }
  const { code, stdout, stderr } = await helmRun;
  return code === 0 ? undefined : stderr.trim() || stdout.trim();
}

/**
 * A run that was cut off leaves the release locked ("another operation is in progress").
 * In the local cluster it is put right; in a person's own that is theirs to decide.
 */
async function repair(
  helm: string,
  target: Target,
  { release, namespace }: StartOptions,
  say: (line: string) => void,
): Promise<void> {
  const to = connection(target, namespace);
  const status = await run(helm, ['status', release, ...to, '--output', 'json'], { timeoutMs: 60_000 });
  if (status.code !== 0) return;
  const { info } = JSON.parse(status.stdout) as { info: { status: string } };
  if (!info.status.startsWith('pending')) return;
  const remedy = info.status === 'pending-install' ? ['uninstall', release] : ['rollback', release];
  if (target.local === undefined) {
    throw new ChartwrightError(
      'start/pending',
      `the release is ${info.status}: an earlier run was cut off, or another one is at work`,
      `release ${release} in namespace ${namespace}`,
      `When no other is at work: helm ${[...remedy, ...to].join(' ')}`,
    );
  }
  say(`the last run was cut off (${info.status}): helm ${remedy.join(' ')}`);
  await run(helm, [...remedy, ...to], { timeoutMs: 120_000 });
}
