import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, posix } from 'node:path';
import type { FileEntry } from './entries.ts';
import { segmentsOf, variablesIn } from './interpolate.ts';
import { textOf } from './merge.ts';
import { type Project, text } from './project.ts';
import { CONFIDENTIAL, isSecret } from './secret-names.ts';
import type { Service } from './service.ts';
import { fieldOf, inputError, type Tree } from './tree.ts';

/** Names of files that are certificates and keys. */
export const CERTIFICATE = /\.(pem|key|crt|cer|p12|pfx|jks)$/i;

/** Largest file, in bytes, that comes along. */
const LARGEST_FILE = 100_000;
/** Files of a folder of settings that come along; one with more is something else. */
const MOST_FILES = 20;
/** Where servers are set up, which is no data. */
export const SETUP =
  /^\/etc(\/|$)|(^|\/)[\w.-]*(conf(ig)?|certs?|ssl|tls|init(db)?[\w.-]*|provisioning|scripts?|plugins?)(\.d)?(\/|$)/i;

/** The service with its configs and secrets, and the text of the files that it mounts. */
export function withFiles(service: Service, project: Project): Service {
  const listed = (key: 'configs' | 'secrets') => entriesOf(service, key, project);
  const bound = service.volumes.flatMap(({ kind, path, at, source, target, readOnly }) => {
    if (kind !== 'bind') return [];
    const found = smallFile(source, project);
    if (found !== undefined) return [{ path, at, source, target, text: found }];
    return readOnly || SETUP.test(target) ? filesIn({ path, at, source, target }, project) : [];
  });
  return {
    ...service,
    files: [...bound, ...listed('configs').map((one) => ({ ...one, ...configText(one, project) }))],
    secretFiles: listed('secrets').map((one) => ({ ...one, ...secretOf(one, project) })),
  };
}

/** Path below src/files of a file that comes along. */
export function ownName({ path, source }: FileEntry): string {
  const name = path.includes('.configs.') ? `configs/${source}` : normalize(source).replace(/^(\.\.\/)+/, '');
  // A file of that ending would be one of ours, with values in it.
  return name.replace(/\.tpl$/, '.tpl.txt');
}

function entriesOf({ name, keys }: Service, key: 'configs' | 'secrets', project: Project) {
  const list = keys.fields.get(key);
  const said = (tree: Tree | undefined) =>
    tree?.kind === 'leaf' && tree.text !== null ? text(tree.text, project.environment, tree.at) : '';
  return (list?.kind === 'list' ? list.items : []).map((item, index) => {
    const source = item.kind === 'leaf' ? said(item) : said(fieldOf(item, ['source']));
    if (!project[key].has(source))
      throw inputError(`there is no ${source} in the ${key} of the project`, item.at, 'Mend the name.');
    const target = said(fieldOf(item, ['target'])) || source;
    const folder = key === 'secrets' ? '/run/secrets' : '';
    const mode = said(fieldOf(item, ['mode']));
    return {
      ...{ path: `${name}.${key}.${index}`, at: item.at, source, text: undefined },
      target: target.startsWith('/') ? target : `${folder}/${target}`,
      ...(/^0?o?[0-7]{3}$/.test(mode) && { mode: Number.parseInt(mode.replace(/^0?o?/, ''), 8) }),
    };
  });
}

/** What a config says: in the file itself, in a variable, or in a file of the project. */
function configText(
  { source }: { readonly source: string },
  project: Project,
): Pick<FileEntry, 'text' | 'isConfidential'> {
  const { environment, configs } = project;
  const content = fieldOf(configs.get(source), ['content']);
  const written = textOf(content);
  const variable = textOf(fieldOf(configs.get(source), ['environment']));
  const file = textOf(fieldOf(configs.get(source), ['file']));
  if (written !== undefined && content) {
    const hidden = variablesIn(segmentsOf(written) ?? []).some((one) => isSecret(one.name, ''));
    return plain(text(written, environment, content.at), hidden);
  }
  if (variable !== undefined) return plain(environment.get(variable) ?? '', isSecret(variable, ''));
  return { text: file === undefined ? undefined : smallFile(text(file, environment, ''), project) };
}

function plain(said: string, isHidden: boolean): Pick<FileEntry, 'text' | 'isConfidential'> {
  const isConfidential = isHidden || CONFIDENTIAL.test(said);
  return {
    text: said === '' || isConfidential ? undefined : said,
    ...(isConfidential && { isConfidential }),
  };
}

/** Certificates, and what stands outside of the project, only a person can bring. */
function secretOf({ source }: { readonly source: string }, { secrets, environment, folder }: Project) {
  const tree = secrets.get(source);
  const said = (key: string) => text(textOf(fieldOf(tree, [key])), environment, tree?.at ?? '');
  const isOutside = said('file') === '' && said('environment') === '';
  const isCertificate =
    CERTIFICATE.test(said('file')) || /(^|[_-])(cert|crt|tls|ssl|ca|pem)($|[_-])/i.test(source);
  const path = join(folder, said('file'));
  const value =
    said('environment') !== ''
      ? environment.get(said('environment'))
      : said('file') !== '' && existsSync(path) && statSync(path).isFile()
        ? readFileSync(path, 'utf8').trim()
        : undefined;
  return { isBrought: isOutside || isCertificate, value: value ?? '' };
}

/** A file of the project that is text, small and not confidential; undefined for any other. */
function smallFile(source: string, { folder }: Project): string | undefined {
  const path = join(folder, source);
  if (isOutside(source) || !existsSync(path)) return undefined;
  const said = textFile(path);
  return said === undefined || CONFIDENTIAL.test(said) ? undefined : said;
}

/** The files of a folder of settings; none where it is no such one, or not all of them can come along. */
function filesIn(volume: Omit<FileEntry, 'text'>, project: Project): readonly FileEntry[] {
  const whole = join(project.folder, volume.source);
  if (isOutside(volume.source) || !existsSync(whole) || !statSync(whole).isDirectory()) return [];
  const paths = filesBelow(whole, MOST_FILES);
  const files = paths.map((below): FileEntry => {
    const source = join(volume.source, below);
    return { ...volume, source, target: posix.join(volume.target, below), text: smallFile(source, project) };
  });
  return paths.length > MOST_FILES || files.some(({ text: said }) => said === undefined) ? [] : files;
}

/** Whether a path leads out of the project. */
export const isOutside = (source: string) => source.startsWith('/') || source.startsWith('~');

/** What a file says; undefined for one that is large, no text, or a certificate. */
export function textFile(path: string): string | undefined {
  const { size } = statSync(path);
  if (!statSync(path).isFile() || size > LARGEST_FILE || CERTIFICATE.test(path)) return undefined;
  const said = readFileSync(path, 'utf8');
  return said.includes('\0') ? undefined : said;
}

/** Paths of the files below a folder, but for links that lead nowhere; a few more than `most` where there are more. */
export function filesBelow(folder: string, most: number, before = ''): readonly string[] {
  const found: string[] = [];
  const entries = readdirSync(join(folder, before), { withFileTypes: true });
  for (const one of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(before, one.name);
    if (found.length > most) break;
    if (one.isDirectory()) found.push(...filesBelow(folder, most, path));
    else if (existsSync(join(folder, path))) found.push(path);
  }
  return found;
}
