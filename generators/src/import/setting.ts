import { sentenceIn } from './comment.ts';
import { wholeVariable } from './compose/confidential.ts';
import { resolved, type Variable } from './compose/interpolate.ts';
import { CONFIDENTIAL, FOREIGN, isSecret, isTelling, LOGIN_IN_URL } from './compose/secret-names.ts';
import type { EnvironmentEntry, HiddenVariable } from './compose/service.ts';

/** A value of the chart that a variable of the containers takes. */
export interface Setting {
  /** Key below `config` or `secrets`. */
  readonly key: string;
  readonly env: string;
  /** Name of the secret of the project that containers have as a file. */
  readonly file?: string;
  /** Workload in whose block it stands, where the variable means something else in others. */
  readonly block?: string;
  readonly description: string;
  readonly default: string | number | boolean;
  /** Whether the input stops without a value for it. */
  readonly isDemanded?: true;
  readonly secret?: 'generated' | 'required' | 'optional';
  /** Of a secret that is generated: how long, and how it is written. */
  readonly form?: SecretForm;
  /** Of a secret: what makes it the same under another name. */
  readonly identity?: string;
  /** Whether only further containers of the pod take it. */
  readonly beside?: true;
}

/** How what is generated looks: its letters, and whether they are written as base64. */
interface SecretForm {
  readonly length: number;
  readonly isBase64?: true;
}

/** How a secret comes about. */
export type SecretKind = NonNullable<Setting['secret']>;
export const SECRET_WORDS: Readonly<Record<SecretKind, string>> = {
  generated: 'generated at the first install',
  required: 'to be given',
  optional: 'where it is needed',
};

interface GuessedSecret {
  readonly setting: Setting;
  readonly secret: SecretKind;
  /** Whether the file itself says it: the secret is none of others, demanded, empty, or not filled in. */
  readonly isSaid: boolean;
  /** Why nobody but a person knows it, where the file does not say. */
  readonly why: string;
}

/**
 * The secret that a variable is.
 *
 * @param answer how it comes about, where a person has said so
 */
export function secretOf(
  { name, value, segments, comment, secret: known }: EnvironmentEntry,
  answer?: SecretKind,
): GuessedSecret {
  const said = isSecret(name, '') ? name : (wholeVariable(segments) ?? name);
  const isForeign = FOREIGN.test(said) || LOGIN_IN_URL.test(value) || CONFIDENTIAL.test(value);
  const isDemanded = (segments ?? []).some((one) => typeof one !== 'string' && one.operator.endsWith('?'));
  const isEmpty = value === '' || isPlaceholder(value) || (segments ?? []).some(isOptional);
  const isHex = !isForeign && CIPHER.test(name) && (HEX.test(value) || /\s-hex\b/.test(comment));
  const own = isHex ? 'required' : 'generated';
  const secret =
    answer ?? known?.kind ?? (isForeign ? (isEmpty && !isDemanded ? 'optional' : 'required') : own);
  const form = formOf(value, comment);
  return {
    secret,
    isSaid: known !== undefined || (!isForeign && !isHex) || isDemanded || (isEmpty && !isHex),
    why: isHex ? 'it has to be hexadecimal digits' : 'it seems to be the key of somebody else',
    setting: {
      key: settingKey(name),
      env: name,
      description: described(comment, name),
      default: '',
      secret,
      ...(form && { form }),
      identity: known?.identity ?? identityOf(name, value, segments, secret),
    },
  };
}

/** Names of keys that a program takes apart: their form matters. */
const CIPHER = /ENCRYPT|CIPHER|(^|_)AES/i;
const HEX = /^(?=.*\d)(?=.*[a-f])([\da-f]{2}){16,64}$/i;

/** The form of a value, or what a comment makes it with; undefined for any. */
function formOf(value: string, comment: string): SecretForm | undefined {
  const [, way = '', bytes = ''] = /\brand\s+-(hex|base64)\s+(\d+)/.exec(comment) ?? [];
  const count = Number(bytes);
  if (way === 'hex' && count >= 8 && count <= 64) return { length: 2 * count };
  if (way === 'base64' && count >= 8 && count <= 128) return { length: count, isBase64: true };
  if (isPlaceholder(value) || !/^[\w+/=-]{16,128}$/.test(value)) return undefined;
  const isBase64 = /^([\w+/-]{4}){4,}([\w+/-]{3}=|[\w+/-]{2}==)$/.test(value);
  if (isBase64) return { length: Buffer.from(value, 'base64').length, isBase64: true };
  return isTelling(value) && value.length !== 32 ? { length: value.length } : undefined;
}

/** Letters that a key of somebody else has at least. */
const SHORTEST_KEY = 8;
/** What stands where somebody else's key comes. */
const PLACEHOLDER =
  /^your|\byour[-_ ]|change.?(me|it|this|in)|x{3}|^<.*>$|^\[.*\]$|replace|^(insert|enter|put|add)[-_ ]|\b(todo|fixme|placeholder|dummy|example)\b/i;
const PASSWORD = /PASS|PWD|PW$/i;
const isPlaceholder = (value: string) => !value.includes('://') && PLACEHOLDER.test(value);

/**
 * What makes a secret the same under another name: its value. One of others has a placeholder until somebody gives it, which
 * says no more than an empty value: then only the variable of the input that both have.
 */
function identityOf(
  name: string,
  value: string,
  segments: EnvironmentEntry['segments'],
  secret: SecretKind,
): string {
  const isMade = secret === 'generated' && value !== '';
  // The placeholder of passwords is not that of keys: who is let in and what is signed are two things.
  if (isPlaceholder(value)) {
    if (isMade) return PASSWORD.test(name) ? value : `key ${value}`;
  } else if (isMade || value.length >= SHORTEST_KEY) return value;
  return segments?.some((one) => typeof one !== 'string') ? JSON.stringify(segments) : '';
}

/** A secret that a text names by its variable. */
export function secretNamed(
  name: string,
  values: ReadonlyMap<string, string>,
  all: readonly HiddenVariable[],
): Setting {
  const segments = all.filter((one) => one.name === name).slice(0, 1);
  const value = resolved(segments, values);
  const secret = segments[0]?.secret;
  return secretOf({ name, value, segments, comment: '', path: '', at: '', ...(secret && { secret }) })
    .setting;
}

const isOptional = (one: string | Variable) =>
  typeof one !== 'string' && one.operator.endsWith('-') && one.word.length === 0;

/** The comment of the file as one sentence, or what there is to say without one. */
export function described(comment: string, name: string): string {
  return sentenceIn(comment, 190) ?? `Variable ${name} of the application.`;
}

/** `DB_HOST` → `dbHost`. */
export function camel(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const text = words
    .map((word, index) => {
      const lower = /[a-z]/.test(word) ? word : word.toLowerCase();
      return index === 0
        ? lower.charAt(0).toLowerCase() + lower.slice(1)
        : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join('');
  return /^[a-z]/.test(text) ? text : `x${text}`;
}

/** Words that YAML or Helm reads differently get a longer name. */
export function settingKey(name: string): string {
  const key = camel(name);
  return ['on', 'off', 'yes', 'no', 'null', 'true', 'false', 'y', 'n'].includes(key) ? `${key}Value` : key;
}

/** `DB_PASSWORD` → `db-password`: its key in the Secret of the chart. */
export function secretKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}
