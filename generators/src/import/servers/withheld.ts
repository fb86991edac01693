import type { JsonObject, JsonValue } from '../../schema/index.ts';
import { CONFIDENTIAL } from '../compose/secret-names.ts';
import type { Place, Tree } from '../compose/tree.ts';
import type { SayOf } from './desk.ts';

/** Keys of configuration files whose text is confidential. */
const SECRET_KEY =
  /(password|passwd|passphrase|secret|token|credentials|authorization|(api|access|secret|routing|service|user|integration|private|encryption|license)_?key|api_url|webhook_url)$/i;
/** Blocks of Grafana that have secrets alone. */
const SECRET_BLOCK = /(^|\.)secure(JsonData|Settings)\./;
/** Keys that name a file. */
const FILE_KEY = /_file$|^\$__file/;
/** URLs with a user or a password. */
const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i;
/** URLs that anybody may write to who knows them. */
const OPEN_URL =
  /https:\/\/(hooks\.slack\.com|discord(app)?\.com\/api\/webhooks|chat\.googleapis\.com|[a-z0-9.-]*webhook\.office\.com|api\.telegram\.org|outlook\.office\.com)|[?&][\w-]*(token|key|secret|sig|signature|password)=/i;

/** Something of a file that stands in no value. */
export interface Withheld {
  readonly key: string;
  readonly at: Place;
  /** A secret, or a file that a pod here has not. */
  readonly kind: 'secret' | 'file';
}

/** A value without what is confidential in it. */
export interface Open {
  readonly value: JsonValue;
  readonly withheld: readonly Withheld[];
}

/** Whether a text is confidential, whatever it is called. */
export function isConfidential(text: string): boolean {
  return LOGIN_IN_URL.test(text) || CONFIDENTIAL.test(text) || OPEN_URL.test(text);
}

/** What stands below a tree, without its secrets and files. */
export function openOf(tree: Tree, key = ''): Open {
  const withheld: Withheld[] = [];
  const openAt = (one: Tree, path: string): JsonValue | undefined => {
    const name = path.split('.').findLast((word) => !/^\d+$/.test(word)) ?? '';
    if (one.kind === 'leaf') {
      const text = one.text ?? '';
      const isWord = typeof one.value !== 'boolean' && text !== '';
      const kind = FILE_KEY.test(name)
        ? 'file'
        : (isWord && (SECRET_KEY.test(name) || SECRET_BLOCK.test(path))) || isConfidential(text)
          ? 'secret'
          : undefined;
      if (kind === undefined) return (one.value ?? one.text ?? undefined) as JsonValue | undefined;
      withheld.push({ key: path, at: one.at, kind });
      return undefined;
    }
    if (one.kind === 'list')
      return one.items.flatMap((item, index) => {
        const value = openAt(item, `${path}.${index}`);
        return value === undefined ? [] : [value];
      });
    const fields = [...one.fields].flatMap(([field, below]): (readonly [string, JsonValue])[] => {
      const value = openAt(below, [path, field].filter(Boolean).join('.'));
      return value === undefined ? [] : [[field, value]];
    });
    return Object.fromEntries(fields) as JsonObject;
  };
  const value = openAt(tree, key) ?? null;
  return { value, withheld };
}

/**
 * Says what to do with what was withheld.
 *
 * @param owner of the secrets, for the name of their key
 * @param form how a configuration names a key of the Secret, in place of the key of a file
 */
export function sayWithheld(
  say: SayOf,
  chart: string,
  withheld: readonly Withheld[],
  owner = '',
  form: (key: string, secret: string) => string = (key, secret) => `${key}_file: /run/credentials/${secret}`,
): void {
  for (const { key, at, kind } of withheld) {
    const name = key.split('.').findLast((word) => !/^\d+$/.test(word)) ?? '';
    const secret = secretName(owner, name.replace(/_file$/, ''));
    const says =
      kind === 'secret'
        ? `it is a secret: put it into \`${chart}.credentials\` under \`${secret}\`, and write \`${form(name, secret)}\` there`
        : `bring the file as the key \`${secret}\` of \`${chart}.credentials\`, and write \`${name}: /run/credentials/${secret}\` there`;
    say(key, at, 'asked', says);
  }
}

/** `slack_api_url` → `slack-api-url`. */
export function secretName(...words: readonly string[]): string {
  return words
    .filter(Boolean)
    .join('-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
