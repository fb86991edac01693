import { basename, dirname, join } from 'node:path';
import { filesIn } from '../../generators/src/features/files-in.ts';
import { sharedScripts } from '../../generators/src/features/load.ts';
import type { Script as SourceScript } from '../../generators/src/model/container.ts';
import { scriptIn } from '../../generators/src/model/sources.ts';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { isRecord } from '../../tools/kubernetes/objects.ts';
import { serviceHosts } from '../../tools/scripts/network.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { objectsOf } from '../render/objects.ts';

/** A script as a case ships it, with the names of the Services of its release. */
export interface ShippedScript {
  /** `chart/case Kind/name: container name`. */
  readonly id: string;
  readonly script: Script;
  readonly hosts: Readonly<Record<string, string>>;
}

/** The password in every Secret that the scripts are given. */
export const PASSWORD = 'Correct0Horse0Battery0Staple';

const NAMESPACE = 'apps';

/** The text of a program that charts ship, with the scripts it takes in, by the path of its file in this workspace. */
export function sourceOf(path: string): string {
  const beside = filesIn(join(import.meta.dirname, '../..', dirname(path)));
  return complete(scriptIn(new Map([...beside, ...sharedScripts()]), basename(path), 'any', path)).trim();
}

function complete({ text, takes }: SourceScript): string {
  return takes.reduce<string>(
    (whole, taken) => whole.replace(`{{ include "${taken.define}" . }}`, () => complete(taken).trimEnd()),
    text,
  );
}

/** What a script runs: the text after `sh -c`, or its words; of a verification, what follows its own head. */
export function textOf({ command, args }: Script): string {
  const words = [...command, ...args];
  const text = (words[0] === 'sh' && words[1] === '-c' ? words.slice(2) : words).join(' ').trim();
  return text.startsWith(HEAD) ? text.split('\n').slice(2).join('\n') : text;
}

/** Where the two lines begin with which a verification says how to look. */
const HEAD = 'pods="--';

/** The last line of a verification that failed; empty for other scripts. */
export function howToLook({ args }: Script): string {
  const [names = '', trap = ''] = args.at(-1)?.split('\n') ?? [];
  if (!names.startsWith(HEAD)) return '';
  const pods = names.slice('pods="'.length, -1);
  return (/echo "([^"]*)"/.exec(trap)?.[1] ?? '').replaceAll('$pods', pods);
}

/** Every script of every case, in the order of the cases. */
export async function shippedScripts(): Promise<readonly ShippedScript[]> {
  const all = await Promise.all(cases().map((example) => scriptsOfCase(example)));
  return all.flat();
}

/** Every script of a chart that runs a text, rendered with further arguments of Helm; `fields` are those of its pods, for example `status.podIP`; `given` are Secrets with their keys. */
export async function scriptsOfCase(
  example: Case,
  args: readonly string[] = [],
  fields: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<readonly ShippedScript[]> {
  const objects = await objectsOf(example, args.length === 0 ? undefined : { args, namespace: NAMESPACE });
  const hosts = serviceHosts(objects, NAMESPACE);
  const secrets = { ...secretsUsedBy(objects), ...given };
  const scripts = scriptsOf(objects, { namespace: NAMESPACE, secrets, fields });
  return scripts.map((script) => ({ id: `${example.chart}/${example.name} ${script.id}`, script, hosts }));
}

/** The Secrets that pods take values from, each key with the password. */
export function secretsUsedBy(value: unknown): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const references = keyReferences(value);
  const names = [...new Set(references.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(
        references.filter((reference) => reference.name === name).map(({ key }) => [key, PASSWORD]),
      ),
    ]),
  );
}

function keyReferences(value: unknown): readonly { readonly name: string; readonly key: string }[] {
  if (Array.isArray(value)) return value.flatMap(keyReferences);
  if (!isRecord(value)) return [];
  const reference = value.secretKeyRef;
  const here = isRecord(reference) ? [{ name: String(reference.name), key: String(reference.key) }] : [];
  return [...here, ...mountedKeys(value), ...Object.values(value).flatMap(keyReferences)];
}

/** Keys of Secrets that the containers of a pod mount one by one. */
function mountedKeys(pod: Readonly<Record<string, unknown>>): ReturnType<typeof keyReferences> {
  const { volumes, initContainers = [], containers } = pod;
  if (!Array.isArray(volumes) || !Array.isArray(containers) || !Array.isArray(initContainers)) return [];
  const mounts = [...initContainers, ...containers]
    .filter(isRecord)
    .flatMap(({ volumeMounts }) => volumeMounts);
  return volumes.filter(isRecord).flatMap(({ name, secret }) =>
    mounts
      .filter(isRecord)
      .filter((mount) => isRecord(secret) && mount.name === name && mount.subPath !== undefined)
      .map((mount) => ({
        name: String(isRecord(secret) ? secret.secretName : ''),
        key: String(mount.subPath),
      })),
  );
}

/** The first script of a list that runs a text; throws where there is none. */
export function running(scripts: readonly ShippedScript[], text: string): ShippedScript {
  const found = scripts.find(({ script }) => textOf(script) === text);
  if (found === undefined) throw new Error('no case ships the script');
  return found;
}

/** The same script with other values in its environment. */
export function withEnv(
  { script, ...rest }: ShippedScript,
  env: Readonly<Record<string, string>>,
): ShippedScript {
  return { ...rest, script: { ...script, env: { ...script.env, ...env } } };
}

/** The last line of an output. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
