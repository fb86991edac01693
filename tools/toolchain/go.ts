import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { cached } from '../../generators/src/programs/cache.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { run } from '../../generators/src/programs/run.ts';
import { KUBERNETES_GROUP } from '../kubernetes/version.ts';

const MODULES = join(import.meta.dirname, 'go');
const BUILD_TIMEOUT_MS = 30 * 60_000;

interface GoTool {
  /** Folder below `go/` with the module that pins it; tools of one group share dependencies and are built together. */
  readonly group: string;
  /** Import path of its main package; `.` is one of our own, in that folder. */
  readonly package: string;
  /** Arguments that make it print its version and end with 0. */
  readonly check: readonly string[];
  /** Build tags, the same for all tools of a group. */
  readonly tags?: string;
}

const kubernetes = (name: string): GoTool => ({
  group: KUBERNETES_GROUP,
  package: `k8s.io/kubernetes/cmd/${name}`,
  check: ['--version'],
});

/** Service discovery of clouds makes nine tenths of a build; charts discover through Kubernetes, DNS and files. */
const prometheus = (name: string): GoTool => ({
  group: 'prometheus',
  package: `github.com/prometheus/prometheus/cmd/${name}`,
  check: ['--version'],
  tags: 'remove_all_sd,enable_kubernetes_sd,enable_dns_sd',
});

const TOOLS = {
  'kube-apiserver': kubernetes('kube-apiserver'),
  'kube-controller-manager': kubernetes('kube-controller-manager'),
  'kube-scheduler': kubernetes('kube-scheduler'),
  etcd: { group: 'etcd', package: 'go.etcd.io/etcd/server/v3', check: ['--version'] },
  ct: { group: 'ct', package: 'github.com/helm/chart-testing/v3/ct', check: ['version'] },
  actionlint: {
    group: 'actionlint',
    package: 'github.com/rhysd/actionlint/cmd/actionlint',
    check: ['-version'],
  },
  promtool: prometheus('promtool'),
  prometheus: prometheus('prometheus'),
  amtool: {
    group: 'alertmanager',
    package: 'github.com/prometheus/alertmanager/cmd/amtool',
    check: ['--version'],
  },
  minio: { group: 'minio', package: 'github.com/minio/minio', check: ['--version'] },
  mc: { group: 'mc', package: 'github.com/minio/mc', check: ['--version'] },
  oras: { group: 'oras', package: 'oras.land/oras/cmd/oras', check: ['version'] },
  registry: { group: 'registry', package: '.', check: ['--version'] },
  'helm-renders': { group: 'helm', package: '.', check: ['--version'] },
} satisfies Record<string, GoTool>;

/** A tool that is built here with pinned Go modules. */
export type GoToolName = keyof typeof TOOLS;

/** All of them, in the order in which they are worth building. */
export const goTools = Object.keys(TOOLS) as readonly GoToolName[];

/** Folder below `go/` that pins a tool. */
export function groupOf(name: GoToolName): string {
  return TOOLS[name].group;
}

/** Path of a tool's binary, built first if it is not in the cache; its whole group is built with it. */
export async function ensureGoTool(name: GoToolName): Promise<string> {
  const { group } = TOOLS[name];
  const folder = await cached(await groupKey(group), (draft) => buildGroup(group, draft));
  return join(folder, name);
}

/** Key of a group in the cache; it changes with any pinned version, the platform and the way of building. */
export async function groupKey(group: string): Promise<string> {
  if (!existsSync(join(MODULES, group))) {
    throw new ChartwrightError(
      'toolchain/unknown-version',
      `there are no modules of ${group}`,
      'CHARTWRIGHT_KUBERNETES',
      'Name one of the versions in tools/toolchain/go, or none for the newest.',
    );
  }
  const hash = createHash('sha256');
  for (const file of (await readdir(join(MODULES, group))).sort())
    hash.update(await readFile(join(MODULES, group, file)));
  hash.update(`${process.platform} ${process.arch} trimpath static undebugged${tagsOf(group).join(' ')}`);
  return join('go', `${group}-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Folder with the files of a module pinned in `go/<group>/go.mod`, fetched first if need be.
 * Read-only, and kept by Go itself: copy what must last.
 */
export async function goModuleFolder(group: string, module: string): Promise<string> {
  const version = await pinnedVersion(group, module);
  const result = await go(group, ['mod', 'download', '-json', `${module}@${version}`]);
  return (JSON.parse(result) as { Dir: string }).Dir;
}

/** The version of a module that `go/<group>/go.mod` requires, for example `v1.37.1`. */
export async function pinnedVersion(group: string, module: string): Promise<string> {
  const { Require } = JSON.parse(await go(group, ['mod', 'edit', '-json'])) as {
    Require: readonly { Path: string; Version: string }[];
  };
  const found = Require.find(({ Path }) => Path === module);
  if (found !== undefined) return found.Version;
  throw new ChartwrightError(
    'toolchain/unknown-module',
    `${module} is not required`,
    `tools/toolchain/go/${group}/go.mod`,
    'Add it with its exact version.',
  );
}

/** In one call, so that a program is linked while another one is compiled; nobody debugs them, which spares a tenth of the work. */
async function buildGroup(group: string, folder: string): Promise<void> {
  const members = toolsOf(group);
  const flags = ['-trimpath', '-gcflags', 'all=-dwarf=false', ...tagsOf(group)];
  const linker = ['-ldflags', await linkerFlags(group)];
  // Of several programs Go takes the names from their packages, of one from here.
  const [[only] = ['']] = members;
  const output = members.length > 1 ? folder : join(folder, only);
  await withProgress(`building ${members.map(([name]) => name).join(', ')}`, () =>
    go(group, ['build', ...flags, ...linker, '-o', output, ...members.map(([, tool]) => tool.package)]),
  );
  for (const [name, tool] of members) {
    const check = await run(join(folder, name), tool.check, { timeoutMs: 20_000 });
    if (check.code !== 0) {
      throw new ChartwrightError(
        'toolchain/broken-tool',
        `the freshly built ${name} does not run: ${check.stderr.trim().slice(-500)}`,
        `tools/toolchain/go/${group}`,
        'Check that the pinned versions support this platform.',
      );
    }
  }
}

function toolsOf(group: string): readonly (readonly [string, GoTool])[] {
  return Object.entries<GoTool>(TOOLS).filter(([, tool]) => tool.group === group);
}

function tagsOf(group: string): readonly string[] {
  const [tags] = toolsOf(group).flatMap(([, tool]) => tool.tags ?? []);
  return tags === undefined ? [] : ['-tags', tags];
}

/** Without a version linked in, Kubernetes reports a nonsense one and the `kubeVersion` of charts fails. */
async function linkerFlags(group: string): Promise<string> {
  const base = '-s -w';
  if (group !== KUBERNETES_GROUP) return base;
  const version = await pinnedVersion(group, 'k8s.io/kubernetes');
  const [major = '1', minor = '0'] = version.slice(1).split('.');
  const variables = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  const settings = packages.flatMap((path) =>
    Object.entries(variables).map(([name, value]) => `-X ${path}.${name}=${value}`),
  );
  return [base, ...settings].join(' ');
}

async function go(group: string, args: readonly string[]): Promise<string> {
  const where = `tools/toolchain/go/${group}`;
  const result = await run('go', args, {
    cwd: join(MODULES, group),
    env: { CGO_ENABLED: '0' },
    timeoutMs: BUILD_TIMEOUT_MS,
  });
  if (result.code === 0) return result.stdout;
  if (result.code === 127) {
    throw new ChartwrightError(
      'toolchain/no-go',
      'Go is not installed, and the test cluster is built with it',
      where,
      'Install Go 1.21 or newer (go.dev/doc/install); it fetches the exact toolchain by itself.',
    );
  }
  throw new ChartwrightError(
    'toolchain/go-failed',
    `"go ${args.slice(0, 2).join(' ')}" failed: ${result.stderr.trim().slice(-1500)}`,
    where,
    'A first build needs a Go module proxy and about 4 GB of free disk.',
  );
}
