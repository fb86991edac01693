import { ChartwrightError } from '../../generators/src/errors.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { run } from '../../generators/src/programs/run.ts';

const INSTALL_TIMEOUT_MS = 10 * 60_000;

/**
 * Debian packages that the project uses and the program or library each brings:
 * busybox, redis-server, postgresql, nginx-light, rclone and dumb-init run the scripts that charts ship, openssl signs the certificates of the test cluster,
 * prometheus-redis-exporter and prometheus-postgres-exporter ask Redis and PostgreSQL for their metrics,
 * mosquitto and its clients are an application that a chart was imported for,
 * bubblewrap gives a read-only root, libnss-wrapper a name to users that have none.
 */
export const debianPackages = {
  busybox: 'busybox',
  'redis-server': 'redis-server',
  openssl: 'openssl',
  bubblewrap: 'bwrap',
  postgresql: 'pg_ctlcluster',
  'nginx-light': 'nginx',
  rclone: 'rclone',
  'dumb-init': 'dumb-init',
  'libnss-wrapper': 'libnss_wrapper.so',
  mosquitto: 'mosquitto',
  'mosquitto-clients': 'mosquitto_pub',
  'prometheus-redis-exporter': 'prometheus-redis-exporter',
  'prometheus-postgres-exporter': 'prometheus-postgres-exporter',
} as const satisfies Record<string, string>;

/** Looks for a program on PATH, or a library. */
const PRESENT = 'command -v "$0" || ls /usr/lib/*/"$0"';

/** One of {@link debianPackages}. */
export type DebianPackage = keyof typeof debianPackages;

/** Which of the packages lack their program on PATH. */
export async function missingPackages(packages: readonly DebianPackage[]): Promise<DebianPackage[]> {
  const found = await Promise.all(
    packages.map(
      async (name) =>
        (await run('sh', ['-c', PRESENT, debianPackages[name]], { timeoutMs: 120_000 })).code === 0,
    ),
  );
  return packages.filter((_, index) => found[index] === false);
}

/** Installs the packages whose program is missing; throws, naming them, where that is not possible. Starts no service. */
export async function ensureDebian(packages: readonly DebianPackage[]): Promise<void> {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  const prefix = await rootPrefix(missing);
  await withProgress(`installing ${missing.join(', ')}`, () => install(prefix, missing));
  const still = await missingPackages(missing);
  if (still.length > 0) throw notInstalled(still, 'the package manager did not bring their programs');
}

/** Services ask `policy-rc.d` before they start while their package is installed; 101 means "do not". */
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
install() { apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"; }
install "$@" || { apt-get -qq update && install "$@"; }
`;

async function install(prefix: readonly string[], packages: readonly string[]): Promise<void> {
  const [command = 'sh', ...args] = [...prefix, 'sh', '-c', INSTALL, 'install', ...packages];
  const result = await run(command, args, { timeoutMs: INSTALL_TIMEOUT_MS });
  if (result.code !== 0) throw notInstalled(packages, result.stderr.trim().slice(-500));
}

async function rootPrefix(missing: readonly string[]): Promise<readonly string[]> {
  if ((await run('which', ['apt-get'], { timeoutMs: 120_000 })).code !== 0) {
    throw notInstalled(missing, 'this system has no apt-get');
  }
  if (process.getuid?.() === 0) return [];
  if ((await run('sudo', ['-n', 'true'], { timeoutMs: 120_000 })).code === 0) return ['sudo', '-n'];
  throw notInstalled(missing, 'only root may install packages');
}

function notInstalled(packages: readonly string[], reason: string): ChartwrightError {
  return new ChartwrightError(
    'toolchain/missing-packages',
    `missing system packages: ${packages.join(', ')} (${reason})`,
    'tools/toolchain',
    `Install them, on Debian with "apt-get install ${packages.join(' ')}", and run again.`,
  );
}
