import { handedOn, type JsonObject, type SchemaSource } from '../schema/index.ts';
import { USED } from './connection-schema.ts';
import type { ChartDefinition } from './definition.ts';
import type { Subchart } from './model.ts';
import type { Report } from './vocabulary.ts';

/** The charts of others that a chart brings, with all that the definition leaves out. */
export function subchartsOf({ subcharts = {} }: ChartDefinition): readonly Subchart[] {
  return Object.entries(subcharts).map(([alias, { name = alias, digest = '', values = {}, ...rest }]) => ({
    ...rest,
    alias,
    name,
    digest,
    values: values as JsonObject,
  }));
}

/** Reports a digest of a folder, and a member of an umbrella: what it would bring, the umbrella's checks and waits do not know. */
export function checkSubcharts({ subcharts = {}, umbrellas = [] }: ChartDefinition, report: Report): void {
  for (const [alias, { repository, digest }] of Object.entries(subcharts)) {
    if (digest !== undefined && repository.startsWith('file://'))
      report('folder-digest', 'a folder has no digest', `subcharts.${alias}.digest`, 'Leave it out.');
  }
  if (Object.keys(subcharts).length > 0 && umbrellas.length > 0)
    report(
      'subchart-in-umbrella',
      `a member of an umbrella brings no charts of others, and this one is of ${umbrellas.join(' and ')}`,
      'subcharts',
      'Leave the umbrella, or install that chart as a release of its own and connect to it.',
    );
}

/** The values of a subchart: a switch, and a block that nothing here checks. */
export function subchartSource(
  { alias, name, repository, version, values }: Subchart,
  file: string,
): SchemaSource {
  const { enabled = false, ...own } = values;
  const description = `Values of the chart ${name} ${version} of ${repository}; only that chart checks them.`;
  return {
    file,
    schema: {
      properties: {
        [alias]: {
          type: 'object',
          description,
          'x-order': 452,
          'x-section': USED,
          additionalProperties: true,
          properties: {
            enabled: {
              type: 'boolean',
              description: `Whether ${name} is installed with this chart.`,
              default: enabled,
            },
            ...Object.fromEntries(Object.entries(own).map(([key, given]) => [key, handedOn(key, given)])),
          },
        },
      },
    },
  };
}
