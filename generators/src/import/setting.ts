import { sentenceIn } from './comment.ts';
import { resolved, type Variable } from './compose/interpolate.ts';
import { CONFIDENTIAL, FOREIGN, LOGIN_IN_URL } from './compose/secret-names.ts';
import type { EnvironmentEntry } from './compose/service.ts';

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
  readonly secret?: 'generated' | 'required' | 'optional';
  /** Of a secret: what makes it the same under another name. */
  readonly identity?: string;
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
  /** Whether the file itself says it: the secret is none of others, demanded or empty. */
  readonly isSaid: boolean;
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
  const isForeign = FOREIGN.test(name) || LOGIN_IN_URL.test(value) || CONFIDENTIAL.test(value);
  const isDemanded = (segments ?? []).some((one) => typeof one !== 'string' && one.operator.endsWith('?'));
  const isEmpty = value === '' || (segments ?? []).some(isOptional);
  const secret =
    answer ?? known?.kind ?? (isForeign ? (isEmpty && !isDemanded ? 'optional' : 'required') : 'generated');
  return {
    secret,
    isSaid: known !== undefined || !isForeign || isDemanded || isEmpty,
    setting: {
      key: settingKey(name),
      env: name,
      description: described(comment, name),
      default: '',
      secret,
      identity: known?.identity ?? identityOf(value, segments, secret),
    },
  };
}

/** What stands where somebody else's key comes, or is too short for one. */
const PLACEHOLDER =
  /^.{0,7}$|^your|\byour[-_ ]|change.?(me|it|this|in)|x{3}|^<.*>$|^\[.*\]$|replace|^(insert|enter|put|add)[-_ ]|\b(todo|fixme|placeholder|dummy|example)\b/i;

/**
 * What makes a secret the same under another name: its value. One of others has a placeholder until somebody gives it, which
 * says no more than an empty value: then only the variable of the input that both have.
 */
function identityOf(value: string, segments: EnvironmentEntry['segments'], secret: SecretKind): string {
  const isGiven = secret === 'generated' || !PLACEHOLDER.test(value);
  if (value !== '' && isGiven) return value;
  return segments?.some((one) => typeof one !== 'string') ? JSON.stringify(segments) : '';
}

/** A secret that a text names by its variable. */
export function secretNamed(
  name: string,
  values: ReadonlyMap<string, string>,
  all: readonly Variable[],
): Setting {
  const segments = all.filter((one) => one.name === name).slice(0, 1);
  const value = resolved(segments, values);
  return secretOf({ name, value, segments, comment: '', path: '', at: '' }).setting;
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
