import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chartFiles, createWorkspace, schemaText, web } from '../testing/workspace.ts';
import { translate, translationText } from './translate.ts';

const PEER = `chart: example/shop
version: 4.2.0
alike: [{ there: server, values: [nodeSelector] }]
values:
  server.image.tag: image.tag
  replicas: replicaCount
  mode: { to: mode, values: { fast: quick, "true": slow } }
  server\\.ini.limits: { to: settings, note: Read them again. }
  ports[0].name: greeting
  root: { why: No pod runs as root. }
`;

const schema = schemaText({
  mode: { type: 'string', description: 'Mode.', enum: ['quick', 'slow'], default: 'slow', 'x-env': 'MODE' },
  greeting: { type: 'string', description: 'Greeting.', default: '', 'x-env': 'GREETING' },
  settings: {
    type: 'object',
    description: 'Settings.',
    default: {},
    additionalProperties: { type: 'string', description: 'One.' },
    'x-env': 'SETTINGS',
  },
});

/** What becomes of a values file of `example/shop`. */
async function translated(values: string, peer = PEER): Promise<string> {
  const { root, write } = createWorkspace(
    chartFiles(
      { name: 'shop', workloads: { main: web() } },
      { 'values.schema.json': schema, 'peers/example-shop.yaml': peer },
    ),
  );
  write('theirs.yaml', values);
  return translationText(await translate(root, 'example/shop', join(root, 'theirs.yaml')));
}

it('moves what has a place here, in our words, and says what to look at', async () => {
  const values = `
    server: { image: { tag: 1.2.3 }, nodeSelector: { disk: fast } }
    replicas: 3
    mode: fast
    server.ini: { limits: { a: b } }
    ports: [{ name: hello }]
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server\\.ini.limits: Read them again.
    image:
      tag: 1.2.3
    nodeSelector:
      disk: fast
    replicaCount: 3
    mode: quick
    settings:
      a: b
    greeting: hello"
  `);
});

it('leaves out what is not there, not known, or no value of ours, and says so', async () => {
  const values = `
    server: { image: { repository: shop }, args: [a, b] }
    replicas: many
    mode: slow
    root: true
    ports: [{ port: 1 }, { name: second }]
    empty: {}
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   server.image.repository: no value of ours is known for it
    #   server.args: no value of ours is known for it
    #   replicas: replicaCount takes something else: /replicaCount must be integer
    #   mode: mode has no word for "slow"
    #   root: No pod runs as root.
    #   ports[0].port: no value of ours is known for it
    #   ports[1].name: no value of ours is known for it
    {}"
  `);
});

it('an empty file gives empty values; a broken one, or an unknown chart, is told', async () => {
  expect(await translated('')).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    {}"
  `);
  await expect(translated('a: [')).rejects.toThrow(/theirs\.yaml: .*Give a values file of that chart\./s);
  await expect(translated('- a')).rejects.toThrow('theirs.yaml: it is no map of values.');
  const { root } = createWorkspace(
    chartFiles({ name: 'shop' }, { 'peers/shop.yaml': 'chart: example/shop\nversion: 1\nvalues: {}\n' }),
  );
  writeFileSync(join(root, 'theirs.yaml'), '');
  await expect(translate(root, 'example/shup', join(root, 'theirs.yaml'))).rejects.toThrow(
    'the values of example/shup are not known. Did you mean example/shop? Known are example/shop.',
  );
});
