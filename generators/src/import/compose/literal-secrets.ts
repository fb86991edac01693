import { resolved, type Segments } from './interpolate.ts';
import { CONFIDENTIAL, isSecret, isTelling, isVeiled, LOGIN_IN_URL, veil } from './secret-names.ts';
import type { EnvironmentEntry, FurtherText, HiddenVariable, Service } from './service.ts';

/** A value behind a flag, quoted or not. */
const VALUE = /["']?([^\s"'$\uE000-][^\s"']*)(?=["']?(?:\s|$|[;&|)]))/.source;
/** A flag or variable with a confidential value behind it, as one word or two, in a script too. */
const FLAG = new RegExp(
  `((?<=^|\\s)--?[\\w.-]*(?:password|passwd|passphrase|requirepass|token|secret|api-?key|access-?key|auth|(?<!by|com)pass|pwd?)[=\\s]|(?<=^|[\\s;&|("'])\\w*(?:PASSWORD|PASSWD|_PWD|PASS|TOKEN|SECRET|_AUTH|API_KEY)=)${VALUE}`,
  'gi',
);
/** Programs whose short flags have a password: in the same word, in the next, or behind a user and a colon. */
const SHORT = [
  [/\b(mysql|mariadb)\w*\b/, '-p'],
  [/\b(mongo(sh|dump|restore)?|cypher-shell|nats|mosquitto_\w+|sqlcmd|cqlsh|influx)\b/, '-[pP]\\s'],
  [/\bredis-cli\b|\bvalkey-cli\b/, '-a\\s'],
  [/\b(curl|wget|http)\b/, '-u\\s?|--user[=\\s]'],
] as const;
/** What is behind -p of any program, where it looks like a password. */
const ANY = /((?<=^|\s)-p\s)["']?((?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8,})(?=["']?(?:\s|$))/gi;
/** A variable of a script, or a key of a text, with its confidential value. */
const KEYED =
  /((?:password|passwd|passphrase|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?)((?!\d+(?:[/\s]|$))[^\s"'#$\uE000]{4,})/gi;
const ASSIGNED = /(?<=^|[\s;&|("'])([A-Za-z_]\w*)(=["']?)([^\s"'$;&|\uE000]{4,})/g;
/** What a header says of who asks. */
const HEADER = /(authorization["']?\s*[:=]?\s*["']?(?:basic|bearer|token)\s+|\bbearer\s+)([\w.~+/=-]{8,})/gi;
/** Letters of the shortest value that is looked for in words of other services. */
const SHORTEST = 8;
const LOGIN = /(:\/\/[^/@:\s]*:)([^/@\s$\uE000]{3,})(?=@)/g;
const PLAIN = /^(true|false|yes|no|none|basic|\d{1,3})$|^\/|[{}<>]|^\w+:\/\//i;

/**
 * The services with what is confidential in their words hidden, in their commands and checks and in whatever else their pods
 * say: values of flags and variables, logins, and what is a secret elsewhere. A variable that has such a value under another
 * name has it as a variable.
 *
 * @param environment values of the variables of the input
 */
export function withoutLiterals(
  services: readonly Service[],
  environment: ReadonlyMap<string, string> = new Map(),
): readonly Service[] {
  const everywhere = knownSecrets(services, environment);
  return services.map((service) => {
    const own = secretsOf(service.environment);
    const known = new Map([...everywhere, ...own.filter(([value]) => everywhere.has(value))]);
    const hidden = new Map<string, HiddenVariable>(service.hidden.map((one) => [one.name, one]));
    const named = new Map([...everywhere, ...own]);
    const hide: Hide = (what, value, secret) => {
      const there = named.get(value);
      const isOther = service.environment.some((one) => one.name === there && one.value !== value);
      const whole = `${service.name}_${what}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
      const name = there !== undefined && !isOther ? there : free(whole, value, hidden);
      hidden.set(name, { name, operator: ':-', word: [value], ...(secret && { secret }) });
      return veil(name);
    };
    const { command, entrypoint, check, further } = service;
    const words = (list: readonly string[]) => hiddenIn(list, hide, known);
    return {
      ...service,
      ...(command && { command: words(command) }),
      ...(entrypoint && { entrypoint: words(entrypoint) }),
      check: words(check),
      ...(further && { further: further.map((text) => hiddenText(text, hide, known)) }),
      environment: service.environment.map((one) =>
        withoutLiteral(withVariables(one, everywhere, environment)),
      ),
      files: (service.files ?? []).map((file) =>
        hasAny(file.text, everywhere.keys()) ? { ...file, text: undefined, isConfidential: true } : file,
      ),
      hidden: [...hidden.values()],
      confidential: [...everywhere.keys()],
    };
  });
}

/** Whether a text has one of several values. */
const hasAny = (text: string | undefined, values: Iterable<string>) =>
  [...values].some((value) => text?.includes(value));

/** A variable whose text has secrets of others under another name. */
function withVariables(
  entry: EnvironmentEntry,
  known: ReadonlyMap<string, string>,
  environment: ReadonlyMap<string, string>,
): EnvironmentEntry {
  const { name, value, secret, written } = entry;
  const isDone = secret !== undefined || written !== undefined || isSecret(name, value);
  if (isDone || !hasAny(value, known.keys())) return entry;
  const segments = (entry.segments ?? [value]).flatMap((part) =>
    typeof part === 'object' && isSecret(part.name, '')
      ? [part]
      : [...known].reduce<Segments>(
          (all, [text, own]) => all.flatMap((one) => cut(one, text, own)),
          hasAny(resolved([part], environment), known.keys()) ? [resolved([part], environment)] : [part],
        ),
  );
  return { ...entry, segments };
}

/** A part of a text with a variable wherever it has a value. */
function cut(part: Segments[number], value: string, name: string): Segments {
  if (typeof part !== 'string' || !part.includes(value)) return [part];
  const variable = { name, operator: ':-', word: [value] } as const;
  return part
    .split(value)
    .flatMap((one, index) => [...(index === 0 ? [] : [variable]), ...(one === '' ? [] : [one])]);
}

/** A variable that is a secret where its text has one as it stands. */
function withoutLiteral(entry: EnvironmentEntry): EnvironmentEntry {
  const { name, value, written, secret, segments = [] } = entry;
  const isNamed = segments.some((one) => typeof one !== 'string' && isSecret(one.name, ''));
  const text = written ?? value;
  if (secret || isNamed || (written === undefined && isSecret(name, value)) || !isOpen(text)) return entry;
  const { written: _, ...rest } = entry;
  return { ...rest, secret: { identity: value, kind: 'required' } };
}

/** Whether a text has something confidential as it stands. */
function isOpen(text: string): boolean {
  return CONFIDENTIAL.test(text) || hiddenIn([text], () => veil(''), new Map())[0] !== text;
}

/** The name, or one with a number where another value has it. */
function free(name: string, value: string, hidden: ReadonlyMap<string, HiddenVariable>): string {
  const all = [name, ...Array.from({ length: hidden.size + 1 }, (_, index) => `${name}_${index + 2}`)];
  return all.find((one) => (hidden.get(one)?.word.join('') ?? value) === value) ?? name;
}

type Hide = (what: string, value: string, secret?: FurtherText['secret']) => string;

/** A text, all of it hidden where it is the value of a confidential variable. */
function hiddenText(text: FurtherText, hide: Hide, known: ReadonlyMap<string, string>): FurtherText {
  const { variable, secret, words } = text;
  const [value = ''] = words;
  const isWhole =
    variable !== undefined && (secret !== undefined || (value !== '' && isSecret(variable, value)));
  return { ...text, words: isWhole ? [hide(variable, value, secret)] : hiddenIn(words, hide, known) };
}

function hiddenIn(
  words: readonly string[],
  hide: Hide,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const line = words.join(' ');
  const short = SHORT.flatMap(([program, flag]) =>
    program.test(line) ? [new RegExp(`((?<=^|\\s)(?:${flag}))${VALUE}`, 'g')] : [],
  );
  const inFlags = (text: string) =>
    [FLAG, ...short, ANY].reduce((rest, flag) => inFlag(rest, flag, hide), text);
  return words.map((word, index) => {
    const flag = words[index - 1] ?? '';
    const isValue = /^--?[\w.-]+$/.test(flag) && !/\s/.test(word);
    const whole = isValue ? inFlags(`${flag} ${word}`).slice(flag.length + 1) : inFlags(word);
    const text = inText(whole, hide);
    return [...known.keys()]
      .filter((value) => text.includes(value))
      .reduce(
        (rest, value) => rest.replace(wordOf(value), (_, before: string) => `${before}${hide('', value)}`),
        text,
      );
  });
}

/** A text with logins in URLs, headers, and values of confidential variables and keys hidden. */
function inText(text: string, hide: Hide): string {
  const put = (name: string) => (all: string, before: string, value: string) =>
    PLAIN.test(value) ? all : `${before}${hide(name, value)}`;
  return text
    .replace(LOGIN, (_, before: string, value: string) => `${before}${hide('URL_PASSWORD', value)}`)
    .replace(HEADER, put('AUTHORIZATION'))
    .replace(ASSIGNED, (all, name: string, sign: string, value: string) =>
      isSecret(name, '') && !PLAIN.test(value) ? `${name}${sign}${hide(name, value)}` : all,
    )
    .replace(KEYED, (all, key: string, value: string) =>
      PLAIN.test(value) ? all : `${key}${hide(key.replace(/[^\w-]+$/, ''), value)}`,
    );
}

function inFlag(text: string, pattern: RegExp, hide: Hide): string {
  return text.replace(pattern, (all, flag: string, value: string) => {
    const before = all.slice(0, all.length - value.length);
    const name = flag.replace(/^-+|[=\s"']+$/g, '');
    const isClient = /^(u|user)$/i.test(name);
    const [user, password] = isClient || /auth$/i.test(name) ? value.split(/:(.*)/s) : [];
    if (password)
      return password.length < 3 || PLAIN.test(password) || isVeiled(password)
        ? all
        : `${before}${user}:${hide(`${isClient ? 'LOGIN' : name}_PASSWORD`, password)}`;
    return isClient || /^auth$/i.test(name) || PLAIN.test(value) || value.length < 4
      ? all
      : `${before}${hide(name, value)}`;
  });
}

/** A value wherever it stands, or as a word of its own where other words may have it as a part. */
function wordOf(value: string): RegExp {
  const text = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(isTelling(value) ? `()${text}` : `(^|[^\\w-])${text}(?![\\w-])`, 'g');
}

/** Says whether a text has something confidential: by its words, or a value that is in a confidential variable of these services. */
export function confidentialTo(services: readonly Service[]): (text: string) => boolean {
  const values = [...knownSecrets(services, new Map()).keys()].map(wordOf);
  return (text) => isOpen(text) || values.some((value) => text.search(value) >= 0);
}

/** Value → name of the first confidential variable that has it. */
function secretsOf(
  environment: readonly Pick<EnvironmentEntry, 'name' | 'value' | 'secret'>[],
): readonly (readonly [string, string])[] {
  return environment
    .filter(
      ({ name, value, secret }) => value !== '' && (secret || (isSecret(name, '') && isSecret(name, value))),
    )
    .filter(({ value }) => !LOGIN_IN_URL.test(value))
    .map(({ name, value }) => [value, name] as const)
    .toReversed();
}

/** Values of confidential variables with their names: those that tell enough to be known wherever they stand. */
function knownSecrets(
  services: readonly Service[],
  environment: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const all = services.flatMap((service) => service.environment);
  const open = new Set(
    all.filter(({ name, value, secret }) => !secret && !isSecret(name, value)).map(({ value }) => value),
  );
  const names = new Set(
    services.flatMap(({ name, image, hosts }) => [name, image, ...hosts.filter((host) => !isTelling(host))]),
  );
  const given = [...environment].map(([name, value]) => ({ name, value }));
  return new Map(
    [...secretsOf(given), ...secretsOf(all)].filter(
      ([value]) => value.length >= SHORTEST && (isTelling(value) || !open.has(value)) && !names.has(value),
    ),
  );
}
