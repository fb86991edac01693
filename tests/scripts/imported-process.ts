import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { idOf, type KubeObject, type PodSource, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import type { Container, Handler } from '../../tools/kubernetes/types.ts';
import { type Network, serviceHosts } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { type StartedServer, startServer } from './server-process.ts';
import { secretsUsedBy } from './shipped.ts';

const run = promisify(execFile);
const NAMESPACE = 'apps';
const START_MS = 90_000;
/** ConfigMap of a Job whose end is asked of the API server, which is not here. */
const JOB_WAIT = /-awaited$/;

/** A workload of a chart as the kubelet has it: its container, with what stands before it, and its probe. */
export interface Runnable {
  readonly script: Script;
  readonly init: readonly Script[];
  /** Containers that hold it until a Job is complete. */
  readonly awaits: readonly string[];
  readonly probe: Handler | undefined;
  readonly probeScript: Script | undefined;
  readonly ports: Readonly<Record<string, number>>;
  readonly hosts: Readonly<Record<string, string>>;
  readonly sysctls: readonly { readonly name: string; readonly value: string }[];
  /** Folders of its volumes, which restarts keep. */
  readonly volumes: Readonly<Record<string, string>>;
}

/** The workload `Kind/name` of rendered objects. */
export function runnable(objects: readonly KubeObject[], id: string): Runnable {
  const started = objects.map(startedByImage);
  const pod = podSourcesOf(started, NAMESPACE).find((one) => one.id === id);
  const [container] = pod?.spec.containers ?? [];
  if (pod === undefined || container === undefined)
    throw new Error(`there is no ${id} among ${objects.map(idOf).join(', ')}`);
  const scripts = scriptsOf(started, { namespace: NAMESPACE, secrets: secretsUsedBy(objects) }).filter(
    ({ source }) => source === id,
  );
  const before = scripts.filter(({ place }) => place === 'initContainers');
  const isAwait = ({ env }: Script) => Object.values(env).some((value) => JOB_WAIT.test(value));
  const [script] = scripts.filter((one) => one.place === 'containers' && one.id.endsWith(container.name));
  if (script === undefined) throw new Error(`${id} has no container`);
  return {
    script,
    init: before.filter((one) => !isAwait(one)),
    awaits: before.filter(isAwait).map(({ container }) => container),
    probe: container.readinessProbe,
    probeScript: scripts.find((one) => one.id.endsWith('readinessProbe')),
    ports: Object.fromEntries(
      (container.ports ?? []).map(({ name = '', containerPort }) => [name, containerPort]),
    ),
    hosts: serviceHosts(objects, NAMESPACE),
    sysctls: pod.spec.securityContext?.sysctls ?? [],
    volumes: volumesOf(pod),
  };
}

/** Says of a container without a command that it runs that of its image. */
function startedByImage(object: KubeObject): KubeObject {
  const copy = structuredClone(object);
  for (const { spec } of podSourcesOf([copy], NAMESPACE))
    for (const container of (spec.containers ?? []) as (Container & { args?: readonly string[] })[])
      if (container.command === undefined) container.args ??= [];
  return copy;
}

function volumesOf({ spec }: PodSource): Runnable['volumes'] {
  const folder = mkdtempSync(join(tmpdir(), 'pod-'));
  chmodSync(folder, 0o755);
  const mounts = (spec.containers ?? []).flatMap(({ volumeMounts = [] }) => volumeMounts);
  return Object.fromEntries(mounts.map(({ name }) => [name, join(folder, name)]));
}

/** Runs what stands before the container of a workload, and then what it runs until its readiness probe succeeds; `command` is how its command line begins. */
export async function startPod(pod: Runnable, network: Network, command: RegExp): Promise<StartedServer> {
  await prepare(pod, network);
  const { script, hosts, volumes } = pod;
  return startServer(
    script,
    { network, hosts, volumes },
    { ready: () => isReady(pod, network), command, within: START_MS, every: 250 },
  );
}

/** Runs the pod of `helm test`, or that of a Job, to its end, after what stands before it. */
export async function runJob(pod: Runnable, network: Network): Promise<RunResult> {
  await prepare(pod, network);
  const { script, hosts, volumes } = pod;
  return runScript(script, { network, hosts, volumes, timeout: START_MS });
}

async function prepare({ init, hosts, volumes, sysctls }: Runnable, network: Network): Promise<void> {
  for (const { name, value } of sysctls)
    await inside(network, 'sh', ['-c', `echo ${value} > /proc/sys/${name.replaceAll('.', '/')}`]);
  for (const script of init) {
    const { exitCode, output } = await runScript(script, { network, hosts, volumes, timeout: START_MS });
    if (exitCode !== 0) throw new Error(`${script.id} failed: ${output}`);
  }
}

/** What the kubelet finds when it asks a pod whether it is ready. */
async function isReady(
  { probe, probeScript, ports, hosts, volumes }: Runnable,
  network: Network,
): Promise<boolean> {
  if (probeScript !== undefined)
    return (await runScript(probeScript, { network, hosts, volumes })).exitCode === 0;
  const { httpGet, tcpSocket } = probe ?? {};
  const port = httpGet?.port ?? tcpSocket?.port;
  const number = ports[String(port)] ?? port;
  const asked = httpGet
    ? inside(network, 'curl', ['-sf', '--max-time', '2', `http://127.0.0.1:${number}${httpGet.path}`])
    : inside(network, 'busybox', ['nc', '-w', '2', '127.0.0.1', String(number)]);
  return asked.then(
    () => true,
    () => false,
  );
}

/** What a program of this machine says in a network. */
export async function inside(
  { enter }: Network,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [program = '', ...words] = [...enter, command, ...args];
  const running = run(program, words, { env: { ...process.env, ...env }, timeout: 60_000 });
  running.child.stdin?.end();
  return (await running).stdout;
}
