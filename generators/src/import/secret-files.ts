import type { WorkloadDefinition } from '../model/definition.ts';
import type { SecretFile } from './compose/entries.ts';
import { type Ask, told } from './questions.ts';
import type { Line } from './report.ts';
import type { Part, Target } from './roles.ts';
import { SECRET_WORDS, type SecretKind, type Setting, secretKey, secretOf } from './setting.ts';
import { claimName } from './shared-volumes.ts';

/** What the files with secrets of a service become. */
export interface SecretFiles {
  readonly settings: readonly Setting[];
  /** Connections to the servers whose password is such a file. */
  readonly connections: readonly string[];
  readonly lines: readonly Line[];
}

/** Secrets of the project that a service has as files: keys of the chart's Secret, passwords of connections, or to be brought. */
export function secretFilesOf({ service }: Part, targets: readonly Target[], ask: Ask): SecretFiles {
  const settings: Setting[] = [];
  const connections: string[] = [];
  const lines: Line[] = [];
  for (const file of service.secretFiles ?? []) {
    const { path, at, source, target, isBrought } = file;
    const line = (verdict: Line['verdict'], says: string) => lines.push({ path, at, verdict, says });
    const named = namedBy(file, targets);
    if (named !== undefined) {
      connections.push(named.connection);
      line('carried', `the ${named.property} of \`connections.${named.connection}\`, at ${target}`);
      continue;
    }
    const connection = servedBy(file, targets);
    if (connection !== undefined) {
      connections.push(connection);
      line('carried', `the password of \`connections.${connection}\`, at ${target}`);
    } else if (isBrought)
      line('asked', `create the Secret ${secretKey(source)} before the release: it is at ${target}`);
    else {
      const guessed = secretOf({ name: source, value: file.value, segments: [], comment: '', path, at });
      const answer = ask('secrets', source, guessed.secret, undefined, guessed.isSaid);
      const secret = answer.value as SecretKind;
      settings.push({ ...guessed.setting, env: '', file: source, secret });
      const where = `\`secrets.${guessed.setting.key}\` at ${target}, ${SECRET_WORDS[secret]}`;
      if (guessed.isSaid && !answer.isGiven) line('carried', where);
      else line(...told(answer, where, 'it seems to be the key of somebody else'));
    }
  }
  return { settings, connections, lines };
}

/** The mounts of these files. */
export function secretMounts(
  { service }: Part,
  chart: string,
  settings: readonly Setting[],
  targets: readonly Target[],
  taken: object,
): NonNullable<WorkloadDefinition['mounts']> {
  const mounts: Record<string, NonNullable<WorkloadDefinition['mounts']>[string]> = {};
  for (const file of service.secretFiles ?? []) {
    if (namedBy(file, targets) !== undefined) continue;
    const { source, target, isBrought, mode } = file;
    const name = claimName(source, [...Object.keys(taken), ...Object.keys(mounts)]);
    const connection = servedBy(file, targets);
    const of = (property: string, key: string) =>
      connection === undefined
        ? `{{ include "${chart}.${property}" (dict "root" . "key" "${key}") | quote }}`
        : `{{ include "${chart}.connections.${connection}.${property}" . | quote }}`;
    const setting = settings.find((one) => one.key === settingOf(source).key && one.secret !== undefined);
    const key = secretKey(setting?.file ?? setting?.env ?? source);
    mounts[name] =
      isBrought && connection === undefined
        ? { secret: secretKey(source), path: target, subPath: source, optional: true }
        : { secret: of('secretName', key), path: target, subPath: of('secretKey', key) };
    if (mode !== undefined) mounts[name] = { ...mounts[name], path: target, mode: mode | 0o440 };
  }
  return mounts;
}

const settingOf = (name: string) =>
  secretOf({ name, value: '', segments: [], comment: '', path: '', at: '' }).setting;

/** Files with the user or database of a connection to PostgreSQL, which are no secrets: path below src/files → text, and where it is mounted. */
export function namedFiles({ service }: Part, chart: string, targets: readonly Target[]) {
  return (service.secretFiles ?? []).flatMap((file) => {
    const named = namedBy(file, targets);
    if (named === undefined) return [];
    const text = `{{ include "${chart}.connections.${named.connection}.${named.property}" . }}`;
    return [{ file: `${secretKey(file.source)}.tpl`, target: file.target, text }];
  });
}

/** The connection to PostgreSQL whose user or database a file is. */
function namedBy(file: SecretFile, targets: readonly Target[]) {
  return (['username', 'database'] as const)
    .map((property) => ({ property, connection: fileOf(file, targets, property) }))
    .flatMap(({ property, connection }) => (connection === undefined ? [] : [{ property, connection }]))
    .at(0);
}

/** The connection to the server here whose password a file is. */
function servedBy(file: SecretFile, targets: readonly Target[]): string | undefined {
  return fileOf(file, targets, 'password');
}

function fileOf(
  { source }: SecretFile,
  targets: readonly Target[],
  property: 'password' | 'username' | 'database',
): string | undefined {
  return targets.find(({ part: { role, service } }) => {
    if (role.kind !== 'server' || (property !== 'password' && role.server.type !== 'postgres')) return false;
    const own = service.secretFiles?.find((one) => one.source === source)?.target;
    const { password = [], user = [], database = [] } = role.server;
    const names = { password, username: user, database }[property].map((name) => `${name}_FILE`);
    return service.environment.some(({ name, value }) => names.includes(name) && value === own);
  })?.connection;
}
