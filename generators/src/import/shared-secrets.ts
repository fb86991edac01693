import { grouped } from '../grouped.ts';
import type { JsonObject } from '../schema/index.ts';
import type { MadeChart } from './chart.ts';
import { secretKey } from './setting.ts';

/** The chart that makes Secrets under fixed names. */
export const SECRETS = 'secrets';

/** A confidential value that several charts have. */
export interface SharedSecret {
  /** Its key in the Secret that they share. */
  readonly key: string;
  readonly kind: 'generated' | 'required' | 'optional';
  readonly uses: readonly {
    readonly chart: string;
    /** Its key in the Secret of the chart, and among the values. */
    readonly key: string;
    readonly value: string;
  }[];
}

/** Values of the input that several charts have as a secret, under one name or several. */
export function sharedSecretsOf(charts: readonly MadeChart[]): readonly SharedSecret[] {
  const all = charts.flatMap(({ chart: { definition }, secrets }) =>
    secrets.map((secret) => ({ chart: definition.name, secret })),
  );
  const same = grouped(all, ({ secret: { identity = '', env, file = '' } }) =>
    ['', '[]', '[""]'].includes(identity) ? `named ${env || file}` : identity,
  );
  return [...same.values()].flatMap((uses): readonly SharedSecret[] => {
    const [first] = uses;
    if (first === undefined || new Set(uses.map(({ chart }) => chart)).size < 2) return [];
    const kinds = uses.map(({ secret }) => secret.secret);
    const kind = (['required', 'generated'] as const).find((one) => kinds.includes(one)) ?? 'optional';
    const keyOf = ({ file, env }: (typeof uses)[number]['secret']) => secretKey(file ?? env);
    return [
      {
        key: keyOf(first.secret),
        kind,
        uses: uses.map(({ chart, secret }) => ({ chart, key: keyOf(secret), value: secret.key })),
      },
    ];
  });
}

/** Values of an umbrella whose chart for Secrets makes those that its members share. */
export function sharedValues(umbrella: string, shared: readonly SharedSecret[]): JsonObject {
  if (shared.length === 0) return {};
  const name = `${umbrella}-shared`;
  const data = shared.map(({ key, kind }) => [
    key,
    kind === 'generated' ? { generate: 32 } : { value: 'change-me' },
  ]);
  const uses = grouped(
    shared.flatMap((one) => one.uses.map((use) => ({ ...use, shared: one.key }))),
    ({ chart }) => chart,
  );
  const members = [...uses].map(([chart, own]) => [
    chart,
    {
      secrets: {
        from: Object.fromEntries(
          own.map(({ key, shared: there }) => [key, { secret: name, ...(there !== key && { key: there }) }]),
        ),
      },
    },
  ]);
  return {
    [SECRETS]: { secrets: { shared: { name, data: Object.fromEntries(data) } } },
    ...Object.fromEntries(members),
  };
}
