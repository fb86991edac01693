import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** A cluster with containers that a person has. */
export interface RealCluster {
  readonly kubeconfig: string;
  readonly context: string;
  /** What made it, as far as images can be loaded into it from here. */
  readonly tool: 'kind' | 'k3d' | 'minikube' | 'k3s' | 'other';
}

/** Where kubeconfigs are looked for. */
export interface Places {
  readonly kubeconfig: string | undefined;
  readonly home: string;
  /** Folder of the local clusters, whose containers are simulated. */
  readonly simulated: string;
  readonly k3s: string;
}

/** The places of this machine. */
export function places(root: string): Places {
  return {
    kubeconfig: process.env.KUBECONFIG,
    home: homedir(),
    simulated: join(root, '.cluster'),
    k3s: '/etc/rancher/k3s/k3s.yaml',
  };
}

/** The cluster that `--real` takes: that of the current context, otherwise one of kind, k3d or minikube, otherwise k3s. */
export function findRealCluster({ kubeconfig, home, simulated, k3s }: Places): RealCluster | undefined {
  const named = (kubeconfig ?? '').split(delimiter).filter((path) => path !== '');
  const files = [...named, join(home, '.kube', 'config'), k3s].filter(
    (path) => existsSync(path) && !resolve(path).startsWith(`${simulated}/`),
  );
  const found = files.flatMap((path) => {
    const config = new KubeConfig();
    try {
      config.loadFromFile(path);
    } catch {
      // One that belongs to root, or that is half written, is none of the person's clusters.
      return [];
    }
    const current = config.getCurrentContext();
    return config.contexts.map(({ name }) => ({
      kubeconfig: path,
      context: name,
      tool: path === k3s ? ('k3s' as const) : toolOf(name),
      isCurrent: name === current,
    }));
  });
  const chosen = found.find(({ isCurrent }) => isCurrent) ?? found.find(({ tool }) => tool !== 'other');
  return chosen && { kubeconfig: chosen.kubeconfig, context: chosen.context, tool: chosen.tool };
}

/** The cluster that was found. Error: `start/no-cluster`. */
export function needed(found: RealCluster | undefined): Pick<RealCluster, 'kubeconfig' | 'context'> {
  if (found) return { kubeconfig: found.kubeconfig, context: found.context };
  throw new ChartwrightError(
    'start/no-cluster',
    'there is no cluster with real containers: no current context of kubectl, and none of kind, k3d, minikube or k3s',
    '--real',
    'Make one, for example "kind create cluster" or "minikube start", or name yours with --kubeconfig.',
  );
}

function toolOf(context: string): RealCluster['tool'] {
  if (context.startsWith('kind-')) return 'kind';
  if (context.startsWith('k3d-')) return 'k3d';
  return context === 'minikube' ? 'minikube' : 'other';
}

/** The command that brings an image of this machine's docker into the cluster; undefined where only a registry can. */
export function loadCommand({ tool, context }: RealCluster, image: string): readonly string[] | undefined {
  if (tool === 'kind') return ['kind', 'load', 'docker-image', image, '--name', context.replace('kind-', '')];
  if (tool === 'k3d') return ['k3d', 'image', 'import', image, '--cluster', context.replace('k3d-', '')];
  if (tool === 'minikube') return ['minikube', 'image', 'load', image];
  return tool === 'k3s' ? ['npm', 'run', 'load-image', '--', image] : undefined;
}

/** Images of a manifest that no registry has: the person's own, as they are called in the cluster. */
export function ownImages(manifest: string): readonly string[] {
  const images = [...manifest.matchAll(/^\s*(?:- )?image: "?([^"\s]+)"?$/gm)].map(([, image = '']) => image);
  const isLocal = (image: string) => !/^[^/]*[.:][^/]*\//.test(image) && !image.startsWith('localhost/');
  return [...new Set(images.filter(isLocal))].sort();
}

/**
 * Loads the person's images into the cluster.
 *
 * Errors: `start/images` with all that this machine's docker lacks, or that only a registry could bring there.
 */
export async function loadImages(
  cluster: RealCluster,
  images: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const checked = await Promise.all(
    images.map(async (image) => ({ image, ...(await run('docker', ['image', 'inspect', image])) })),
  );
  const missing = checked.filter(({ code }) => code !== 0).map(({ image }) => image);
  if (missing.length > 0)
    throw new ChartwrightError(
      'start/images',
      `docker has no image ${missing.join(', ')}`,
      'the preset',
      `Build each, for example docker build --tag ${missing[0]} FOLDER, or take another preset.`,
    );
  for (const image of images) {
    const command = loadCommand(cluster, image);
    if (command === undefined) {
      say(`${image} is in docker here; ${cluster.context} must find it in a registry or on its nodes`);
      continue;
    }
    const [program = '', ...args] = command;
    say(command.join(' '));
    const { code, stderr } = await run(program, args, { timeoutMs: 10 * 60_000 });
    if (code !== 0)
      throw new ChartwrightError(
        'start/images',
        stderr.trim(),
        command.join(' '),
        'Load it yourself, then run this again.',
      );
  }
}
