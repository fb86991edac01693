import { grouped } from '../grouped.ts';
import type { EnvDefinition } from '../model/definition.ts';
import type { JsonObject } from '../schema/index.ts';
import type { Environment } from './environment.ts';
import type { Line } from './report.ts';
import { nameOf, type Part } from './roles.ts';
import { ROOT_USER } from './runs-as.ts';
import { type Setting, secretKey } from './setting.ts';

/** Settings of all workloads, each once; a variable that means something else elsewhere has a value of its own there. */
export function settingsOf(own: readonly Part[], environments: ReadonlyMap<Part, Environment>) {
  const settings: Setting[] = [];
  const reaching = new Map<Part, readonly string[]>();
  const aliases = new Map<Part, EnvDefinition>();
  const places = new Map<Part, ReadonlyMap<string, string>>();
  const beside = new Map<Part, ReadonlyMap<string, string>>();
  for (const part of own) {
    const became = new Map<string, string>();
    const names: string[] = [];
    const others = new Map<string, string>();
    const env: Record<string, NonNullable<EnvDefinition[string]>> = {};
    const mine = environments.get(part)?.settings ?? [];
    for (const setting of mine) {
      if (setting.file !== undefined) continue;
      // Another value under that name would be the container's own variable.
      const isFree = (twin: Setting) =>
        mine.every(({ env: name, identity }) => name !== twin.env || identity === twin.identity);
      const twin =
        setting.secret &&
        settings.find((one) => one.identity && one.identity === setting.identity && isFree(one));
      const before = twin ?? settings.find((one) => one.env === setting.env);
      const isSame = before && (before.secret !== undefined || before.default === setting.default);
      const one = before ?? withOwnKey(setting, settings);
      if (before === undefined) settings.push(one);
      if (setting.beside) {
        became.set(placeOf(setting), placeOf(one));
        others.set(setting.env, one.env);
      } else if (before === undefined || isSame) {
        became.set(placeOf(setting), placeOf(one));
        names.push(one.env);
        if (before && before.env !== setting.env) env[setting.env] = `$(${before.env})`;
      } else {
        became.set(placeOf(setting), `${nameOf(part)}.${placeOf(setting)}`);
        settings.push({ ...setting, env: '', block: nameOf(part) });
        env[setting.env] = { value: `config.${setting.key}` };
      }
    }
    reaching.set(part, [...new Set(names)]);
    aliases.set(part, env);
    places.set(part, became);
    beside.set(part, others);
  }
  // A secret that is a file here and a variable there is one value.
  const files = own.flatMap((part) => environments.get(part)?.settings.filter(({ file }) => file) ?? []);
  for (const setting of files)
    if (!settings.some(({ key, secret }) => secret && key === setting.key)) settings.push(setting);
  return { settings, reaching, aliases, places, beside };
}

/** Where it stands among the values. */
const placeOf = ({ secret, key }: Setting) => `${secret ? 'secrets' : 'config'}.${key}`;

/** Lines with the places that settings have in the end, where they said those that they would have alone. */
export function withPlaces(lines: readonly Line[], became: ReadonlyMap<string, string> = new Map()) {
  return lines.map((line) => ({
    ...line,
    says: line.says.replace(/`((?:secrets|config)\.\w+)`/g, (all, place: string) =>
      became.has(place) ? `\`${became.get(place)}\`` : all,
    ),
  }));
}

/** Two variables may differ in their letters' case alone. */
function withOwnKey(setting: Setting, others: readonly Setting[]): Setting {
  const taken = others.filter(({ secret, block }) => !secret === !setting.secret && !block);
  const count = taken.filter(({ key }) => key.replace(/\d+$/, '') === setting.key.replace(/\d+$/, '')).length;
  const isTaken = taken.some(({ key }) => key === setting.key);
  return isTaken ? { ...setting, key: `${setting.key}${count + 1}` } : setting;
}

/** The switch of a workload that runs as user 0. */
const ROOT: JsonObject = {
  [ROOT_USER]: {
    type: 'object',
    description: 'User 0.',
    'x-order': 30,
    properties: {
      enabled: {
        type: 'boolean',
        description: 'Whether it runs as user 0; needs a namespace whose Pod Security is privileged.',
        default: false,
      },
    },
  },
};

/** The values schema of the settings; those of one workload alone stand in its block, as does the switch of one that may be user 0. */
export function schemaOf(
  settings: readonly Setting[],
  profiles?: JsonObject,
  rootUsers: readonly string[] = [],
): JsonObject {
  const properties = (list: readonly Setting[]): JsonObject =>
    Object.fromEntries(
      list.map((one) => [
        one.key,
        {
          type: typeof one.default === 'number' ? 'integer' : typeof one.default,
          description: one.description,
          default: one.default,
          ...(one.env !== '' && { 'x-env': one.env }),
          ...(one.secret && { 'x-secret': secretKey(one.file ?? one.env) }),
          ...(one.secret === 'generated' && { 'x-generate': one.form?.length ?? 32 }),
          ...(one.secret === 'generated' && one.form?.isBase64 && { 'x-generate-as': 'base64' }),
          ...(one.secret === 'required' && { 'x-required': true }),
        },
      ]),
    );
  const group = (list: readonly Setting[], description: string, order: number): JsonObject => ({
    type: 'object',
    description,
    'x-order': order,
    properties: properties(list),
  });
  const plain = settings.filter(({ secret, block }) => secret === undefined && block === undefined);
  const secret = settings.filter((one) => one.secret !== undefined);
  const blocks = new Set([...settings.flatMap(({ block }) => block ?? []), ...rootUsers]);
  blocks.delete('main');
  const own = [...blocks].map((block): [string, JsonObject] => {
    const list = settings.filter((one) => one.block === block);
    const config = group(list, 'Settings that mean something else in other workloads.', 100);
    const properties = {
      ...(rootUsers.includes(block) && ROOT),
      ...(list.length > 0 && { config }),
    };
    return [block, { type: 'object', description: `Settings of ${block}.`, properties }];
  });
  return {
    $schema: '../../../schemas/meta.schema.json',
    title: 'Settings',
    description: 'Settings of the application.',
    properties: {
      ...(profiles && { profiles }),
      ...(rootUsers.includes('main') && ROOT),
      ...(plain.length > 0 && { config: group(plain, 'Settings of the application.', 100) }),
      ...(secret.length > 0 && { secrets: group(secret, 'Confidential values of the application.', 110) }),
      ...Object.fromEntries(own),
    },
  };
}

/** Values for the secrets and settings that somebody must give. */
export function neededOf(settings: readonly Setting[]): JsonObject {
  const given = (list: readonly Setting[]) =>
    Object.fromEntries(list.map(({ key }): [string, string] => [key, 'change-me']));
  const secrets = settings.filter(({ secret }) => secret === 'required');
  const config = grouped(demandedOf(settings), blockOf);
  const main = config.get('main');
  return {
    ...(main && { config: given(main) }),
    ...(secrets.length > 0 && { secrets: given(secrets) }),
    ...Object.fromEntries(
      [...config].flatMap(([block, list]) => (block === 'main' ? [] : [[block, { config: given(list) }]])),
    ),
  };
}

const blockOf = ({ block = 'main' }: Setting) => block;
const demandedOf = (settings: readonly Setting[]) => settings.filter(({ isDemanded }) => isDemanded);

/** The file with what the chart refuses to be installed without, beside secrets, which every chart asks for. */
export function validationsOf(settings: readonly Setting[]): Readonly<Record<string, string>> {
  const all = demandedOf(settings).map((one) => {
    const path = `${blockOf(one) === 'main' ? '' : `${one.block}.`}config.${one.key}`;
    return `{{- if eq (toString .Values.${path}) "" }}\n${path} is missing: set it.\n{{- end }}\n`;
  });
  return all.length === 0 ? {} : { 'templates/validations.tpl': all.join('') };
}
