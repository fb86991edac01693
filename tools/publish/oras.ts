import { join } from 'node:path';
import { exists } from '../../generators/src/programs/cache.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { ensureGoTool } from '../toolchain/go.ts';

/** How a registry is reached. */
export interface Access {
  /** File with the certificate authorities that are trusted in place of those of the system. */
  readonly caFile?: string;
  /** Whether it speaks HTTP alone; else ORAS alone takes that for granted of `localhost`. */
  readonly plainHttp?: boolean;
}

/** What a program that speaks to a registry has said. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  /** The beginning of its standard error, in one line. */
  readonly said: string;
}

/** Runs a program with these words, in a folder where it matters; never throws for one that fails. */
export type Ask = (words: readonly string[], folder?: string) => Promise<Answer>;

const LIMIT_MS = 300_000;

/** The pinned ORAS, with the credentials of `helm registry login` and, where it has none, of `docker login`. */
export async function openOras(access: Access): Promise<Ask> {
  const [helm, oras] = await Promise.all([pinnedHelm(), ensureGoTool('oras')]);
  const logins = (await loginFiles(helm)).flatMap((file) => ['--registry-config', file]);
  return (words, folder) => askWith(oras, access, [...words, ...logins], folder);
}

/** Calls a program that takes `--ca-file` and `--plain-http` as Helm and ORAS do. */
export async function askWith(
  program: string,
  { caFile, plainHttp }: Access,
  words: readonly string[],
  folder?: string,
): Promise<Answer> {
  const { code, stdout, stderr } = await run(
    program,
    [
      ...words,
      ...(caFile === undefined ? [] : ['--ca-file', caFile]),
      ...(plainHttp === undefined ? [] : [`--plain-http=${plainHttp}`]),
    ],
    { timeoutMs: LIMIT_MS, ...(folder !== undefined && { cwd: folder }) },
  );
  return { code, stdout, said: stderr.trim().split('\n').slice(0, 6).join(' ').slice(0, 800) };
}

/** What to do about what a program has said of a registry, without a full stop; else it may want a login. */
export function remedyOf(said: string, host: string, otherwise: string): string {
  if (/gave HTTP response to HTTPS client|does not look like a TLS handshake/.test(said))
    return `${host} speaks HTTP without TLS, which "npm run publish" takes with --plain-http alone`;
  if (said.includes('HTTP request to an HTTPS server')) return `${host} speaks TLS: leave out --plain-http`;
  if (/x509: |failed to verify certificate/.test(said))
    return `Name the authority that vouches for the certificate of ${host} by --ca-file`;
  return otherwise;
}

/** Whether a registry has answered that there is nothing of this name. */
export function isAbsent({ code, said }: Answer): boolean {
  return code !== 0 && said.endsWith(': not found');
}

/** Files with logins that are there, in the order in which Helm asks them; none leaves it to ORAS, which asks docker's. */
async function loginFiles(helm: string): Promise<readonly string[]> {
  const { stdout } = await run(helm, ['env', 'HELM_REGISTRY_CONFIG']);
  const own = stdout.trim();
  if (!(await exists(own))) return [];
  const docker = join(process.env.DOCKER_CONFIG ?? join(process.env.HOME ?? '', '.docker'), 'config.json');
  return [own, docker];
}
