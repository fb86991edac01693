import type { JsonValue } from '../schema/index.ts';
import { pathText } from './peer-path.ts';

/** Why a text with a template of Helm has no place in values. */
export const TEMPLATED = 'values here are text, and no template of Helm: write what it stands for';
const TEMPLATE = /\{\{[^{}]*(\.(Values|Release|Chart|Capabilities|Template)\b|\b(include|tpl)\b)/;

/** A value without the texts in it that Helm renders there, and their paths; of a list, whole entries. */
export function withoutTemplates(
  given: JsonValue,
  path: string,
): { readonly text: JsonValue | undefined; readonly templated: readonly string[] } {
  if (!TEMPLATE.test(JSON.stringify(given))) return { text: given, templated: [] };
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  if (entries.length === 0) return { text: undefined, templated: [path] };
  if (Array.isArray(given)) {
    const isText = (one: JsonValue) => !TEMPLATE.test(JSON.stringify(one));
    const templated = entries.flatMap(([index, one]) => (isText(one) ? [] : [`${path}[${index}]`]));
    return { text: filled(given.filter(isText)), templated };
  }
  const inner = entries.map(
    ([key, one]) => [key, withoutTemplates(one, path + pathText([key], '.'))] as const,
  );
  return {
    text: filled(
      Object.fromEntries(inner.flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]]))),
    ),
    templated: inner.flatMap(([, { templated }]) => templated),
  };
}

function filled(given: JsonValue): JsonValue | undefined {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0 ? undefined : given;
}
