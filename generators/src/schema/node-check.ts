import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { type Fitting, misfits } from './fit.ts';
import { isGroup, isMoved } from './node.ts';
import type { SchemaNode } from './types.ts';

/** Keys and words that YAML 1.1, which Helm reads, parses as booleans. */
const YAML_BOOLEANS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);

/** Pattern syntax that RE2 and ECMAScript do not share or interpret differently. */
const UNPORTABLE = [
  { part: /\(\?[=!]|\(\?<[=!]/, name: 'look-around' },
  { part: /\(\?P?<[A-Za-z]/, name: 'a named group' },
  { part: /\\[1-9]|\\k</, name: 'a back-reference' },
  { part: /\\[sS]/, name: '\\s' },
  { part: /\\u|\\c[A-Za-z]/, name: '\\u or \\c' },
  { part: /\\[AzZQECG]|\[\[:/, name: 'RE2-only syntax' },
] as const;

/**
 * What JSON Schema cannot say about a resolved schema: a default or `required` for each leaf, defaults that fit,
 * portable patterns, keys that YAML leaves alone.
 *
 * @param pointer where the node stands in the file.
 * @param inTree whether the node is part of the values themselves, not the form of a list's or map's entries.
 */
export function nodeErrors(
  root: SchemaNode,
  file: string,
  pointer: string,
  inTree: boolean,
): readonly ChartwrightError[] {
  const errors: ChartwrightError[] = [];
  const fittings: (Fitting & { readonly where: string })[] = [];
  const report = (code: string, what: string, where: string, remedy: string): void => {
    errors.push(new ChartwrightError(`schema/${code}`, what, `${file}: ${where || '/'}`, remedy));
  };

  const visit = (node: SchemaNode, where: string, isValue: boolean): void => {
    patternErrors(node, where, report);
    settingErrors(node, where, report);
    for (const name of node.required ?? []) {
      if (node.properties && name in node.properties) continue;
      const near = nearestName(name, Object.keys(node.properties ?? {}));
      report(
        'unknown-required',
        `"${name}" is required but not a property`,
        where,
        near ? `Did you mean ${near}?` : 'Declare it.',
      );
    }
    if (node.default === null)
      report('null-default', 'the default is null', where, 'Use an empty string, list or map.');
    else if (node.default !== undefined) fittings.push({ node, value: node.default, where });
    const grouping = isValue && isGroup(node);
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      const at = `${where}/properties/${name}`;
      propertyErrors(name, child, at, report);
      if (child['x-moved-to'] !== undefined && !grouping) {
        report(
          'moved-inside',
          'only a key of values can move, not a part of what is given whole',
          at,
          'Remove x-moved-to, or move all of it.',
        );
      }
      if (grouping && lacksDefault(child) && !node.required?.includes(name)) {
        report(
          'no-default',
          'the leaf has neither a default nor its name in "required"',
          at,
          'Give it a default.',
        );
      }
      visit(child, at, grouping);
    }
    if (node.items) visit(node.items, `${where}/items`, false);
    if (node.propertyNames) visit(node.propertyNames, `${where}/propertyNames`, false);
    if (typeof node.additionalProperties === 'object') {
      visit(node.additionalProperties, `${where}/additionalProperties`, false);
    }
    node.oneOf?.forEach((branch, index) => {
      visit(branch, `${where}/oneOf/${index}`, false);
    });
  };
  visit(root, pointer, inTree);
  // A broken pattern would stop ajv.
  if (errors.some(({ code }) => code === 'schema/pattern')) return errors;

  for (const [index, problems] of misfits(fittings).entries()) {
    const where = fittings[index]?.where ?? '';
    for (const problem of problems) {
      report(
        'default-misfit',
        `the default does not fit its own schema: ${problem}`,
        where,
        'Change one of the two.',
      );
    }
  }
  return errors;
}

type Report = (code: string, what: string, where: string, remedy: string) => void;

/** A key that moved has no default on purpose: it is accepted, and shown nowhere. */
function lacksDefault(node: SchemaNode): boolean {
  return node.default === undefined && !isGroup(node) && !isMoved(node);
}

function propertyErrors(name: string, node: SchemaNode, where: string, report: Report): void {
  if (YAML_BOOLEANS.has(name.toLowerCase())) {
    report('yaml-boolean', `YAML reads the key ${name} as a boolean`, where, 'Choose a longer name.');
  }
  if (node.description === undefined) {
    report(
      'no-description',
      'neither the reference nor its target has a description',
      where,
      'Add "description".',
    );
  }
  if (node['x-moved-to'] !== undefined && node.default !== undefined) {
    report('moved-default', 'a moved key has a default', where, `Remove it; ${node['x-moved-to']} has one.`);
  }
}

function patternErrors({ pattern }: SchemaNode, where: string, report: Report): void {
  if (pattern === undefined) return;
  const withoutBackslashes = pattern.replaceAll('\\\\', '');
  for (const { part, name } of UNPORTABLE) {
    if (!part.test(withoutBackslashes)) continue;
    report(
      'pattern',
      `the pattern ${pattern} uses ${name}`,
      where,
      'Use only what RE2 and ECMAScript share.',
    );
  }
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report('pattern', `the pattern does not compile: ${reason}`, where, 'Correct it.');
  }
}

function settingErrors(node: SchemaNode, where: string, report: Report): void {
  if (node['x-env'] !== undefined && Array.isArray(node.type)) {
    report(
      'setting-type',
      'a setting has several types',
      where,
      'Give it one: its type decides how it is printed.',
    );
  }
  if (node['x-secret'] === undefined) return;
  if (node.type !== 'string')
    report('secret-type', 'a secret is no string', where, 'Give it the type string.');
  if (node.default !== undefined && node.default !== '') {
    report(
      'secret-default',
      'a secret has a default that everyone can read',
      where,
      'Make the default ""; x-generate fills it.',
    );
  }
}
