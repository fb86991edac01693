import { isSecret, LOGIN_IN_URL, veil } from './secret-names.ts';
import type { Service } from './service.ts';

/** A flag with a confidential value behind it, as one word or two, in a script too. */
const FLAG =
  /(?<=^|\s)(--?[\w-]*(?:password|passwd|passphrase|requirepass|token|secret|api-?key|access-?key|basic-?auth)[=\s]["']?)([^\s"'$\uE000-]\S*?)(?=["']?(?:\s|$))/gi;
const LOGIN = /(:\/\/[^/@:\s]*:)([^/@\s$\uE000]{3,})(?=@)/g;
const PLAIN = /^(true|false|yes|no|none|\d{1,3})$|^\/|[{}<>]/i;
/** Letters of the shortest value that is looked for in words of other services. */
const SHORTEST = 8;

/** The services with what is confidential in their commands hidden: values of flags, logins in URLs, and what is a secret elsewhere. */
export function withoutLiterals(services: readonly Service[]): readonly Service[] {
  const known = knownSecrets(services);
  return services.map((service) => {
    const hidden = new Map(service.hidden.map((one) => [one.name, one]));
    const hide = (what: string, value: string): string => {
      const name = known.get(value) ?? `${service.name}_${what}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
      hidden.set(name, { name, operator: ':-', word: [value] });
      return veil(name);
    };
    const { command, entrypoint } = service;
    const words = (list: readonly string[] | undefined) => list && hiddenIn(list, hide, known);
    const own = {
      ...(command && { command: words(command) }),
      ...(entrypoint && { entrypoint: words(entrypoint) }),
    };
    return { ...service, ...own, hidden: [...hidden.values()] };
  });
}

type Hide = (what: string, value: string) => string;

function hiddenIn(
  words: readonly string[],
  hide: Hide,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  return words.map((word, index) => {
    const flag = words[index - 1] ?? '';
    const isValue = /^--?[\w-]+$/.test(flag) && !/\s/.test(word);
    const whole = isValue ? inFlags(`${flag} ${word}`, hide).slice(flag.length + 1) : inFlags(word, hide);
    const text = whole.replace(
      LOGIN,
      (_, before: string, value: string) => `${before}${hide('URL_PASSWORD', value)}`,
    );
    return [...known.keys()].reduce(
      (rest, value) => rest.replace(wordOf(value), (_, before: string) => `${before}${hide('', value)}`),
      text,
    );
  });
}

function inFlags(text: string, hide: Hide): string {
  return text.replace(FLAG, (all, flag: string, value: string) => {
    const name = flag.replace(/^-+|[=\s"']+$/g, '');
    const [user, password] = /auth$/i.test(name) ? value.split(/:(.*)/s) : [];
    if (PLAIN.test(value) || value.length < 4) return all;
    return password ? `${flag}${user}:${hide(`${name}_PASSWORD`, password)}` : `${flag}${hide(name, value)}`;
  });
}

const wordOf = (value: string) =>
  new RegExp(`(^|[^\\w-])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g');

/** Values that stand in a confidential variable, and nowhere else, with its name. */
function knownSecrets(services: readonly Service[]): ReadonlyMap<string, string> {
  const all = services.flatMap(({ environment }) => environment);
  const open = new Set(all.filter(({ name, value }) => !isSecret(name, value)).map(({ value }) => value));
  const hosts = new Set(services.flatMap((service) => service.hosts));
  return new Map(
    all
      .filter(({ name, value }) => isSecret(name, '') && !LOGIN_IN_URL.test(value))
      .filter(({ value }) => value.length >= SHORTEST && !open.has(value) && !hosts.has(value))
      .map(({ name, value }) => [value, name] as const)
      .toReversed(),
  );
}
