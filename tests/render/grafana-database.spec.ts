import { expect, it } from 'vitest';
import { cases, render } from '../../tools/cases/cases.ts';

const example = cases().find(({ chart, name }) => chart === 'grafana' && name === 'replicas');

it.each([
  ['prefer', '', 'disable'],
  ['disable', '', 'disable'],
  ['require', '', 'require'],
  ['prefer', 'database-ca', 'verify-full'],
])('Grafana asks its database for TLS as the connection says: %s, CA "%s"', async (mode, ca, expected) => {
  if (example === undefined) throw new Error('grafana has no case replicas');
  const set = `connections.postgres.sslMode=${mode},connections.postgres.caSecret=${ca}`;
  const text = await render(example, { args: ['--set', set] });
  const found = [...text.matchAll(/GF_DATABASE_SSL_MODE\n +value: "?([a-z-]+)"?/g)].map(([, one]) => one);
  expect([...new Set(found)]).toEqual([expected]);
});
