import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { type Access, askWith, isAbsent, openOras, remedyOf } from './oras.ts';

/** A manifest as a registry has it. */
export interface Manifest {
  readonly digest: string;
  readonly layers: readonly { readonly mediaType: string; readonly digest: string }[];
}

/** A manifest that says of another one what belongs to it. */
export interface Referrer {
  readonly digest: string;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A text with its media type, and what is said of it. */
export interface Artifact {
  readonly type: string;
  readonly file: string;
  readonly text: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** One path of a registry; references are `NAME:TAG` or `NAME@sha256:…`. Errors of all: `publish/registry`. */
export interface Registry {
  /** Host and path, for example `registry.example.com/charts`. */
  readonly address: string;
  /** What a reference leads to; nothing where there is none. */
  manifest(reference: string): Promise<Manifest | undefined>;
  /** The text of a blob. */
  blob(name: string, digest: string): Promise<string>;
  /** Pushes a packed chart as Helm does, and the provenance beside it; the time of the file becomes that of the manifest. */
  pushChart(archive: string): Promise<void>;
  referrers(reference: string): Promise<readonly Referrer[]>;
  /** Attaches an artifact and returns the digest of its manifest. */
  attach(reference: string, artifact: Artifact): Promise<string>;
  /** Pushes an artifact with a config of the given type and nothing in it. */
  push(reference: string, config: string, artifact: Artifact): Promise<void>;
}

/** Annotation with the time of a manifest, as `timeText` writes it; without one it would get the present time. */
export const CREATED = 'org.opencontainers.image.created';

/** Seconds since 1970 as Helm writes them. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

/** A registry by the pinned Helm and ORAS, with the logins of both. */
export async function openRegistry(address: string, access: Access): Promise<Registry> {
  const [helm, ask] = await Promise.all([pinnedHelm(), openOras(access)]);
  const answer = async (args: readonly string[], cwd?: string): Promise<string> => {
    const { code, stdout, said } = await ask(args, cwd);
    if (code !== 0) throw refused(address, said);
    return stdout;
  };
  return {
    address,
    manifest: async (reference) => {
      const args = ['manifest', 'fetch', '--format', 'json', `${address}/${reference}`];
      const found = await ask(args);
      if (isAbsent(found)) return undefined;
      if (found.code !== 0) throw refused(address, found.said);
      const { digest, content } = JSON.parse(found.stdout) as { digest: string; content: Manifest };
      return { digest, layers: content.layers };
    },
    blob: (name, digest) => answer(['blob', 'fetch', '--output', '-', `${address}/${name}@${digest}`]),
    pushChart: async (archive) => {
      const parent = `oci://${address}`;
      const { code, said } = await askWith(helm, access, ['push', archive, parent]);
      if (code !== 0) throw refused(address, said);
    },
    referrers: async (reference) => {
      const args = ['discover', '--depth', '1', '--format', 'json', `${address}/${reference}`];
      const { referrers } = JSON.parse(await answer(args)) as {
        referrers?: readonly (Omit<Referrer, 'annotations'> & Partial<Referrer>)[];
      };
      return (referrers ?? []).map((one) => ({ ...one, annotations: one.annotations ?? {} }));
    },
    attach: async (reference, artifact) => {
      const target = ['attach', '--format', 'json', '--artifact-type', artifact.type];
      const text = await withFile(artifact, (words, folder) =>
        answer([...target, `${address}/${reference}`, ...words], folder),
      );
      return (JSON.parse(text) as { digest: string }).digest;
    },
    push: async (reference, config, artifact) => {
      await withFile(artifact, (words, folder) =>
        answer(['push', '--config', `/dev/null:${config}`, `${address}/${reference}`, ...words], folder),
      );
    },
  };
}

async function withFile<T>(
  { file, type, text, annotations }: Artifact,
  use: (words: readonly string[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'artifact-'));
  try {
    await writeFile(join(folder, file), text);
    const said = Object.entries(annotations).flatMap(([key, value]) => ['--annotation', `${key}=${value}`]);
    return await use([`${file}:${type}`, ...said, '--no-tty'], folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function refused(address: string, said: string): ChartwrightError {
  const [host = ''] = address.split('/');
  const login = `Log in by "helm registry login ${host}" or "docker login ${host}" as who may push there, see that it answers`;
  return new ChartwrightError(
    'publish/registry',
    `the registry does not do it: ${said}`,
    address,
    `${remedyOf(said, host, login)}, and run the same again: what is complete stays.`,
  );
}
