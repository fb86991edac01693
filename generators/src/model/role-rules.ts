import type { SchemaNode } from '../schema/index.ts';
import type { OptionMistake, Rule } from './feature.ts';

/** Verbs with which an account takes rights that nobody gave it. */
const TAKING = ['bind', 'escalate', 'impersonate'];

/** The option `rules`. */
export function rulesOption(
  description: string,
  more: NonNullable<SchemaNode['properties']> = {},
): SchemaNode {
  return {
    type: 'array',
    description,
    items: {
      type: 'object',
      properties: {
        apiGroups: { type: 'array', description: 'API groups.', items: { type: 'string' } },
        resources: { type: 'array', description: 'Resources.', items: { type: 'string' } },
        verbs: { type: 'array', description: 'Verbs.', items: { type: 'string' } },
        ...more,
      },
      required: Object.keys(more).length > 0 ? ['verbs'] : ['apiGroups', 'resources', 'verbs'],
    },
  };
}

/** The rules of an option that fits its schema. */
export function rulesOf(rules: unknown): readonly Rule[] {
  return Array.isArray(rules) ? (rules as readonly Rule[]) : [];
}

/** Rules that give more than they say. */
export function wideRules(rules: readonly Rule[]): readonly OptionMistake[] {
  const words = rules.flatMap(({ apiGroups = [], resources = [], nonResourceURLs = [], verbs }) => [
    ...[...apiGroups, ...resources, ...nonResourceURLs, ...verbs].filter((word) => word.includes('*')),
    ...verbs.filter((verb) => TAKING.includes(verb)),
  ]);
  return [...new Set(words)].map((word) => ({
    what: `a rule with ${word} gives more than anybody can read in it`,
    remedy: 'Name what the workload needs.',
  }));
}
