import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { type Answer, isAbsent, openOras, remedyOf } from '../publish/oras.ts';

/** What registries say of images; references are `HOST/PATH:TAG`. Errors of all: `images/registry`. */
export interface Registries {
  /** Tags of a repository, which is asked once. */
  readonly tags: (address: string) => Promise<readonly string[]>;
  /** The digest that a reference leads to; nothing where there is none. Registries do not count it as a pull. */
  readonly digest: (reference: string) => Promise<string | undefined>;
  /** Platforms of an image, for example `linux/arm64`; none where it is for one alone, or not there. */
  readonly platforms: (reference: string) => Promise<readonly string[]>;
}

/**
 * The registries that images name, by ORAS.
 *
 * @param caFile further certificate authority
 */
export async function withRegistries<T>(
  caFile: string | undefined,
  use: (registries: Registries) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-images-'));
  try {
    const authorities = join(folder, 'authorities.pem');
    if (caFile !== undefined)
      await writeFile(
        authorities,
        [...getCACertificates('system'), await readFile(caFile, 'utf8')].join('\n'),
      );
    return await use(await open(caFile === undefined ? {} : { caFile: authorities }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function open(access: { readonly caFile?: string }): Promise<Registries> {
  const ask = await openOras(access);
  const tags = new Map<string, Promise<readonly string[]>>();
  const listed = async (address: string) => {
    const { stdout } = answered(address, await ask(['repo', 'tags', '--exclude-digest-tags', address]));
    return stdout.split('\n').filter(Boolean);
  };
  return {
    tags: (address) => {
      const found = tags.get(address) ?? listed(address);
      tags.set(address, found);
      return found;
    },
    digest: async (reference) => {
      const found = await ask(['resolve', reference]);
      return isAbsent(found) ? undefined : answered(reference, found).stdout.trim();
    },
    platforms: async (reference) => {
      const found = await ask(['manifest', 'fetch', reference]);
      if (isAbsent(found)) return [];
      const { manifests = [] } = JSON.parse(answered(reference, found).stdout) as {
        manifests?: readonly {
          readonly platform?: { readonly os: string; readonly architecture: string };
        }[];
      };
      const names = manifests.flatMap(({ platform }) =>
        platform === undefined || platform.os === 'unknown' ? [] : `${platform.os}/${platform.architecture}`,
      );
      return [...new Set(names)];
    },
  };
}

function answered(asked: string, answer: Answer): Answer {
  if (answer.code === 0) return answer;
  const [host = ''] = asked.split('/');
  throw new ChartwrightError(
    'images/registry',
    `the registry does not tell: ${answer.said}`,
    asked,
    `${remedyOf(answer.said, host, `See that it answers; where it wants a login, "docker login ${host}"`)}.`,
  );
}
