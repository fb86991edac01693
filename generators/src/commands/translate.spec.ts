import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '../generate.ts';
import { chartFiles, createWorkspace, schemaText, web } from '../testing/workspace.ts';
import { translate, translationText } from './translate.ts';

const PEER = `chart: example/shop
version: 4.2.0
alike: [{ there: server, values: [nodeSelector] }]
values:
  server.image.tag: image.tag
  default.tag: image.tag
  replicas: replicaCount
  mode: { to: mode, values: { fast: quick, "true": slow, quiet: "off" } }
  server\\.ini.limits: { to: settings, note: Read them again. }
  ports[0].name: greeting
  root: { why: No pod runs as root. }
  pods.*.priority: priorityClassName
  server.image.repository: image.repository
  server.alive.enabled: livenessProbe.enabled
  server.service.type: service.type
  server.service.nodePort: { to: service.nodePort, beside: service.type=NodePort|LoadBalancer }
  account.key: { to: greeting, beside: settings }
  server.hosts: { to: ingress.hosts, as: hosts, note: Paths are apart. }
  server.flags: { to: args, as: args }
  server.env: { to: extraEnv, as: env }
  server.more: { to: list, as: text, note: A text there. }
`;

const schema = schemaText({
  mode: {
    type: 'string',
    description: 'Mode.',
    enum: ['quick', 'slow', 'off'],
    default: 'slow',
    'x-env': 'MODE',
  },
  greeting: { type: 'string', description: 'Greeting.', default: '', 'x-env': 'GREETING' },
  settings: {
    type: 'object',
    description: 'Settings.',
    default: {},
    additionalProperties: { type: 'string', description: 'One.' },
    'x-env': 'SETTINGS',
  },
  args: {
    type: 'array',
    description: 'Arguments.',
    default: [],
    items: { type: 'string', description: 'One.' },
    'x-env': 'ARGS',
  },
  list: {
    type: 'array',
    description: 'List.',
    default: [],
    items: { type: 'string', description: 'One.' },
    'x-env': 'LIST',
  },
});

/** What becomes of a values file of `example/shop`. */
async function translated(values: string, peer = PEER, workloads: object = {}): Promise<string> {
  const { root, write } = createWorkspace(
    chartFiles(
      {
        name: 'shop',
        workloads: { main: web({ features: { ingress: {}, serviceReach: {} } }), ...workloads },
      },
      { 'values.schema.json': schema, 'peers/example-shop.yaml': peer },
    ),
  );
  write('theirs.yaml', values);
  return translationText(translate(await load(root), 'example/shop', join(root, 'theirs.yaml')));
}

it('moves what has a place here, in our words, and says what to look at', async () => {
  const values = `
    server: { image: { tag: 1.2.3 }, nodeSelector: { disk: fast } }
    replicas: 3
    mode: fast
    server.ini: { limits: { a: b } }
    ports: [{ name: hello }]
    pods: { web: { priority: high } }
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
    greeting: hello
    priorityClassName: high"
  `);
});

it('writes what Helm reads as it is meant', async () => {
  expect(await translated('mode: quiet')).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    mode: "off""
  `);
});

it('leaves out what is not there, not known, or no value of ours, and says so', async () => {
  const values = `
    server: { args: [a, b] }
    replicas: many
    mode: slow
    root: true
    ports: [{ port: 1 }, { name: second }]
    empty: {}
    pods: { web: { priority: high }, more: { priority: low } }
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   server.args: no value of ours is known for it
    #   replicas: replicaCount takes something else: /replicaCount must be integer
    #   mode: mode has no word for "slow"
    #   root: No pod runs as root.
    #   ports[0].port: no value of ours is known for it
    #   ports[1].name: no value of ours is known for it
    #   pods.more.priority: pods.web.priority is priorityClassName already
    priorityClassName: high"
  `);
});

it('carries of a block what fits, and says what does not', async () => {
  const values = `
    server.ini: { limits: { a: b, "c.d": [e], f: [1] } }
    server: { nodeSelector: { disk: [fast] } }
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server\\.ini.limits: Read them again.
    # Not carried:
    #   server\\.ini.limits.c\\.d: settings.c\\.d takes something else: /settings/c.d must be string
    #   server\\.ini.limits.f: settings.f takes something else: /settings/f must be string
    #   server.nodeSelector: nodeSelector takes something else: /nodeSelector/disk must be string
    settings:
      a: b"
  `);
});

it('templates of Helm would stay as they are here, so that they are left', async () => {
  const values = `
    server.ini: { limits: { a: "{{ .Release.Name }}", b: "{{ range .Alerts }}{{ .Labels.a }}{{ end }}", c: "x" } }
    server:
      nodeSelector: '{{ include "shop.disk" . }}'
      hosts: [a.example.com, "{{ .Release.Name }}.example.com"]
      flags: { name: "{{ .Values.name }}" }
    ports: [{ name: "{{ tpl .Values.port . }}" }]
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server\\.ini.limits: Read them again.
    #   server.hosts: Paths are apart.
    # Not carried:
    #   server\\.ini.limits.a: values here are text, and no template of Helm: write what it stands for
    #   server.nodeSelector: values here are text, and no template of Helm: write what it stands for
    #   server.hosts[1]: values here are text, and no template of Helm: write what it stands for
    #   server.flags.name: values here are text, and no template of Helm: write what it stands for
    #   ports[0].name: values here are text, and no template of Helm: write what it stands for
    settings:
      b: "{{ range .Alerts }}{{ .Labels.a }}{{ end }}"
      c: x
    ingress:
      hosts:
        - host: a.example.com
          paths:
            - path: /
              pathType: Prefix"
  `);
});

it('defaults of theirs that mean something else are values here, where the file says nothing', async () => {
  const peer = PEER.replace(
    'values:\n',
    'defaults: { mode: "true", pods.*.priority: high, server.alive.enabled: false }\nvalues:\n',
  );
  expect(await translated('pods: { web: {} }', peer)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    priorityClassName: high
    mode: slow
    livenessProbe:
      enabled: false"
  `);
  expect(await translated('mode: fast', peer)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    mode: quick
    livenessProbe:
      enabled: false"
  `);
});

it('reads values as Helm does', async () => {
  const values = `
    common: &common { mode: fast }
    <<: *common
    server: { alive: { enabled: off }, nodeSelector: { at: 12:30, on: 2024-01-01 } }
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   common.mode: no value of ours is known for it
    #   server.nodeSelector.at: nodeSelector.at takes something else: /nodeSelector/at must match pattern "^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$"
    mode: quick
    livenessProbe:
      enabled: false
    nodeSelector:
      "true": "2024-01-01""
  `);
});

it('lists from several places are one, in which no name stands twice', async () => {
  const values = `
    server: { env: { A: 1, B: 2 } }
    more: [{ name: C, value: c }, { name: A, value: other }, { name: B, value: "2" }]
  `;
  const peer = `${PEER}  more: extraEnv\n`;
  expect(await translated(values, peer)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   more.A: extraEnv has it already
    extraEnv:
      - name: A
        value: "1"
      - name: B
        value: "2"
      - name: C
        value: c"
  `);
});

it('variables that values of ours set become these', async () => {
  const values = `
    server: { env: { GREETING: hello, MODE: quick, LIST: { secretKeyRef: { name: a, key: b } }, SETTINGS: a, OTHER: b } }
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   server.env.LIST: \`list\` sets it
    #   server.env.SETTINGS: \`settings\` sets it
    greeting: hello
    mode: quick
    extraEnv:
      - name: OTHER
        value: b"
  `);
});

it('paths of hosts keep their types, or have the one that is meant', async () => {
  const values = `
    server:
      hosts:
        - host: a.example.com
          paths: [/a, { path: /b, service: { name: web } }, { path: /c, pathType: Exact }]
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server.hosts: Paths are apart.
    ingress:
      hosts:
        - host: a.example.com
          paths:
            - path: /a
              pathType: Prefix
            - path: /b
              pathType: Prefix
            - path: /c
              pathType: Exact"
  `);
});

it('writes in our form what they write in another one', async () => {
  const values = `
    server:
      image: { repository: ghcr.io/shop/web, tag: 1.2.3@sha256:${'a'.repeat(64)} }
      hosts: [a.example.com, { name: b.example.com, tls: {} }]
      flags: { log.level: debug, quiet: null }
      env: { A: 1, B: { secretKeyRef: { name: b, key: c } }, C: { valueFrom: { fieldRef: { fieldPath: metadata.name } } } }
      more: "- a\\n- b\\n"
  `;
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server.hosts: Paths are apart.
    #   server.more: A text there.
    image:
      registry: ghcr.io
      repository: shop/web
      tag: 1.2.3
      digest: sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    ingress:
      hosts:
        - host: a.example.com
          paths:
            - path: /
              pathType: Prefix
        - host: b.example.com
          paths:
            - path: /
              pathType: Prefix
    args:
      - --log.level=debug
      - --quiet
    extraEnv:
      - name: A
        value: "1"
      - name: B
        valueFrom:
          secretKeyRef:
            name: b
            key: c
      - name: C
        valueFrom:
          fieldRef:
            fieldPath: metadata.name
    list:
      - a
      - b"
  `);
  expect(
    await translated('server: { more: "{{ .Values.a }}", hosts: [{ port: 1 }], flags: [a] }'),
  ).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   server.more: values here are text, and no template of Helm: write what it stands for
    #   server.hosts: ingress.hosts is written otherwise: Paths are apart.
    args:
      - --a"
  `);
});

it('carries what needs another value only beside it, and nothing that is empty', async () => {
  const values =
    'server: { service: { nodePort: 30080 }, nodeSelector: {} }\naccount: { key: k }\nmode: ""\nroot: []';
  expect(await translated(values)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   server.service.nodePort: service.nodePort has no effect without service.type=NodePort|LoadBalancer
    #   account.key: greeting has no effect without settings
    {}"
  `);
  const open = 'account: { key: k }\nserver.ini: { limits: { a: b } }\n';
  const node = 'server: { service: { nodePort: 30080, type: NodePort } }';
  expect(await translated(`${open}${node}`)).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Carried, and worth a look:
    #   server\\.ini.limits: Read them again.
    settings:
      a: b
    service:
      type: NodePort
      nodePort: 30080
    greeting: k"
  `);
});

it('takes a block that is null for one that is off', async () => {
  expect(await translated('server: { alive: null, other: null }')).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    livenessProbe:
      enabled: false"
  `);
});

it('takes of several values for one of ours the one that the table names first', async () => {
  expect(
    await translated('default: { tag: 1.0.0 }\nserver: { image: { tag: 2.0.0 } }'),
  ).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   default.tag: server.image.tag is image.tag already
    image:
      tag: 2.0.0"
  `);
});

it('an empty file gives empty values; a broken one, or an unknown chart, is told', async () => {
  expect(await translated('')).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    {}"
  `);
  await expect(translated('a: [')).rejects.toThrow(
    /theirs\.yaml: .* at line 1, column \d+\. Give a values file of that chart\./,
  );
  await expect(translated('a: 1\n---\nb: 2')).rejects.toThrow(
    'it holds several documents, and values are one.',
  );
  await expect(translated('- a')).rejects.toThrow('theirs.yaml: it is no map of values.');
  const { root } = createWorkspace(
    chartFiles({ name: 'shop' }, { 'peers/shop.yaml': 'chart: example/shop\nversion: 1\nvalues: {}\n' }),
  );
  writeFileSync(join(root, 'theirs.yaml'), '');
  const loaded = await load(root);
  expect(() => translate(loaded, 'example/shup', join(root, 'theirs.yaml'))).toThrow(
    'the values of example/shup are not known. Did you mean example/shop? Known are example/shop.',
  );
});

it('asks which chart is meant where several are compared with the same one, by a file that they share', async () => {
  const workloads = { main: web({ features: { ingress: {}, httpRoute: {} } }) };
  const { root } = createWorkspace({
    ...chartFiles({ name: 'shop', workloads }, { 'peers/bjw-s.yaml': 'like: bjw-s-app-template\n' }),
    ...chartFiles({ name: 'store', workloads }, { 'peers/bjw-s.yaml': 'like: bjw-s-app-template\n' }),
  });
  const file = join(root, 'theirs.yaml');
  writeFileSync(file, 'controllers: { app: { replicas: 3 } }');
  const loaded = await load(root);
  const from = 'bjw-s/app-template';
  expect(translate(loaded, from, file, 'store')).toMatchObject({
    chart: 'store',
    values: { replicaCount: 3 },
  });
  const several = 'several charts take the values of bjw-s/app-template. Name one: shop, store.';
  expect(() => translate(loaded, from, file)).toThrow(several);
  expect(() => translate(loaded, from, file, 'shed')).toThrow(several);
});

it('groups in a list have what the table says of the block around it', async () => {
  const peer = `chart: example/shop
version: 4.2.0
alike: [{ there: jobs, here: worker, values: [nodeSelector] }]
values:
  jobs.count: worker.replicaCount
  jobs.tasks: { to: list, as: list }
  jobs.user: { why: No pod runs as root. }
  jobs.sets: { to: worker.groups, as: groups, note: A map here. }
`;
  const worker = web({ kind: 'StatefulSet', image: 'main', description: 'Works.', groups: true });
  const sets =
    'sets: [{ name: gpu, count: 2, user: root, nodeSelector: { a: b }, more: 1 }, { name: Big, count: 1 }]';
  expect(
    await translated(`jobs: { count: 3, tasks: "a, b", ${sets} }`, peer, { worker }),
  ).toMatchInlineSnapshot(`
    "# Values of shop, from values of example/shop (as of its version 4.2.0).
    # Not carried:
    #   jobs.sets[0].user: No pod runs as root.
    #   jobs.sets[0].more: no value of ours is known for it
    #   jobs.sets[1].name: worker.groups.Big takes something else: /worker/groups must match pattern "^[a-z]([a-z0-9-]*[a-z0-9])?$"
    #   jobs.sets[1].count: worker.groups.Big.replicaCount takes something else: /worker/groups must match pattern "^[a-z]([a-z0-9-]*[a-z0-9])?$"
    worker:
      replicaCount: 3
      groups:
        gpu:
          replicaCount: 2
          nodeSelector:
            a: b
    list:
      - a
      - b"
  `);
  expect(await translated('jobs: { sets: [{ count: 2 }] }', peer, { worker })).toContain(
    'jobs.sets: worker.groups is written otherwise: A map here.',
  );
});
