import { describe, expect, test } from 'vitest';
import { value } from '../go/index.ts';
import { chartFiles, IMAGE, mistakesOf, schemaText, umbrellaFiles, web } from '../testing/workspace.ts';

const store = chartFiles({ name: 'store', provides: { type: 'http' } });

/** One mistaken chart beside one that serves HTTP → what is said. */
async function said(
  given: Readonly<Record<string, unknown>>,
  sources: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  return mistakesOf({ ...store, ...chartFiles({ name: 'shop', ...given }, sources) });
}

const job = { kind: 'Job', description: 'Does something once.', image: 'toolbox', command: ['true'] };
const connectionTo = (more: Readonly<Record<string, unknown>>) => ({
  connections: { store: { type: 'http', chart: 'store', description: 'The store.', ...more } },
});

describe('several mistakes are reported at once', () => {
  test('of one layer and of several', async () => {
    expect(
      await said({
        workloads: {
          main: web({
            ports: { averyverylongportname: 8080 },
            features: { ingres: {} },
            values: { replicaCount: 'two' },
          }),
          worker: { ...job, description: undefined },
        },
        ...connectionTo({ chart: 'stroe' }),
        naem: 'shop',
      }),
    ).toEqual([
      'charts/shop/src/chart.ts: there is no key naem. Did you mean name?',
      'charts/shop/src/chart.ts: workloads.main.ports.averyverylongportname: the name "averyverylongportname" must NOT have more than 15 characters. Shorten it.',
      'charts/shop/src/chart.ts: workloads.main.features.ingres: there is no feature ingres. Did you mean ingress?',
      'charts/shop/src/chart.ts: workloads.worker: it has no description. Say in one sentence what the workload does.',
      'charts/shop/src/chart.ts: connections.store.chart: there is no chart stroe. Did you mean store?',
      'charts/shop/src/chart.ts: workloads.main.values: the default of replicaCount does not fit its schema: must be integer. Give a value that the schema admits.',
    ]);
  });

  test('of several charts', async () => {
    const files = {
      ...chartFiles({ name: 'one', workloads: { main: web({ features: { gpuu: {} } }) } }),
      ...chartFiles({ name: 'two', workloads: { main: web({ kind: 'Deploymnt' }) } }),
      ...chartFiles({ name: 'three', workloads: { main: web({ values: { replicas: 2 } }) } }),
    };
    expect(await mistakesOf(files)).toEqual([
      'charts/one/src/chart.ts: workloads.main.features.gpuu: there is no feature gpuu. Did you mean gpu?',
      expect.stringMatching(
        /^charts\/three\/src\/chart\.ts: workloads\.main\.values: there is no value replicas\. .* known here: affinity, .*replicaCount, /,
      ),
      'charts/two/src/chart.ts: workloads.main.kind: must be equal to one of the allowed values. Did you mean Deployment?',
    ]);
  });

  test('of the templates of several charts', async () => {
    const template = '# {{ .Values.nothing }}\n';
    const files = {
      ...chartFiles({ name: 'one' }, { 'templates/extra.yaml': template }),
      ...chartFiles({ name: 'two' }, { 'templates/extra.yaml': template }),
    };
    expect((await mistakesOf(files)).map((message) => message.split(':')[0])).toEqual([
      'charts/one/src/templates/extra.yaml',
      'charts/two/src/templates/extra.yaml',
    ]);
  });
});

describe('the shape of a definition', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [
      'a missing key',
      { version: null },
      ["charts/shop/src/chart.ts: must have required property 'version'. Add version."],
    ],
    [
      'no workloads',
      { workloads: {} },
      [
        'charts/shop/src/chart.ts: workloads: there is no workload and no template of its own. Name a workload main, or write src/templates.',
      ],
    ],
    [
      'an image of the wrong form',
      { workloads: { main: web({ image: 'docker.io/example' }) } },
      [
        'charts/shop/src/chart.ts: workloads.main.image: no workload named docker.io/example has an image of its own. Write the image out, or name one of toolbox.',
      ],
    ],
    [
      'a typo inside an image',
      { workloads: { main: web({ image: { registri: 'docker.io', repository: 'a/b' } }) } },
      ['charts/shop/src/chart.ts: workloads.main.image: there is no key registri. Did you mean registry?'],
    ],
    [
      'a port out of range',
      { workloads: { main: web({ ports: { http: 70000 } }) } },
      [
        'charts/shop/src/chart.ts: workloads.main.ports.http: must be <= 65535. See schemas/chart.schema.json.',
      ],
    ],
    [
      'a port without a number',
      { workloads: { main: web({ ports: { http: { service: 80 } } }) } },
      ["charts/shop/src/chart.ts: workloads.main.ports.http: must have required property 'port'. Add port."],
    ],
    [
      'a variable of no known form',
      { workloads: { main: web({ env: { A: { valeu: 'x' } } }) } },
      [
        'charts/shop/src/chart.ts: workloads.main.env.A: {"valeu":"x"} has none of the forms it may have. See schemas/chart.schema.json.',
      ],
    ],
  ];
  test.each(cases)('%s', async (_, given, expected) => {
    expect(await said(given)).toEqual(expected);
  });

  test('of an umbrella', async () => {
    const files = umbrellaFiles({
      name: 'all',
      version: '1',
      description: 'Everything in one.',
      ...{ membres: [] },
    });
    expect(await mistakesOf(files)).toEqual([
      'charts/all/src/chart.ts: there is no key membres. Remove it.',
      'charts/all/src/chart.ts: version: must match pattern "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$". See schemas/chart.schema.json.',
    ]);
  });

  test('a definition that does not load, and one without an export', async () => {
    expect(await mistakesOf({ 'charts/shop/src/chart.ts': 'export const shop = 1;\n' })).toEqual([
      'charts/shop/src/chart.ts: it has no default export. Write `export default defineChart({ … })`.',
    ]);
    expect((await mistakesOf({ 'charts/shop/src/chart.ts': 'throw new Error("no luck");\n' }))[0]).toBe(
      'charts/shop/src/chart.ts:1: it cannot be loaded: no luck. Repair the definition.',
    );
  });
});

describe('names', () => {
  test('the chart is named like its folder', async () => {
    const [text = ''] = Object.values(chartFiles({ name: 'shop' }));
    expect(await mistakesOf({ 'charts/other/src/chart.ts': text })).toEqual([
      'charts/other/src/chart.ts: name: the chart is named shop but its folder is other. Give both the same name.',
    ]);
  });

  test('there is a main', async () => {
    expect(await said({ workloads: { worker: web({ description: 'Works.' }) } })).toEqual([
      'charts/shop/src/chart.ts: workloads: there is no workload main. Name the most important workload main.',
    ]);
  });

  test.each(['ingress', 'updateStrategy', 'secrets', 'global', 'test', 'headless', 'store'])(
    'no workload is named %s',
    async (name) => {
      const messages = await said({ workloads: { main: web(), [name]: job }, ...connectionTo({}) });
      expect(messages[0]).toBe(
        `charts/shop/src/chart.ts: workloads.${name}: the name ${name} is taken: values or objects of the chart have it. Choose another name for the workload.`,
      );
    },
  );

  test('no sidecar is named like a feature, a workload, or the container beside it', async () => {
    const sidecar = { description: 'Helps.', image: IMAGE };
    const messages = await said({
      workloads: {
        main: web({ sidecars: { service: sidecar, worker: sidecar, shop: sidecar } }),
        worker: job,
      },
    });
    expect(messages).toEqual(
      expect.arrayContaining([
        'charts/shop/src/chart.ts: workloads.main.sidecars.service: the name service is taken: values or objects of the chart have it. Choose another name for the sidecar.',
        'charts/shop/src/chart.ts: workloads.main.sidecars.worker: a workload is named worker too. Choose another name for the sidecar.',
        'charts/shop/src/chart.ts: workloads.main.sidecars.shop: the container of the workload is named shop too. Choose another name for the sidecar.',
      ]),
    );
  });

  test('a long chart and a long workload leave no room for the release', async () => {
    const files = chartFiles({
      name: 'a-chart-with-a-very-long-name',
      workloads: { main: web(), averyLongWorkload: job },
    });
    expect(await mistakesOf(files)).toEqual([
      'charts/a-chart-with-a-very-long-name/src/chart.ts: workloads: the names of the chart and of its workloads leave fewer than 12 characters for the release. Shorten the name of the chart, or of the workload with the longest name.',
    ]);
  });
});

describe('workloads', () => {
  test('a further workload has by its definition alone what main always has', async () => {
    const features = { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {} };
    const files = chartFiles({
      name: 'shop',
      workloads: { main: web({ features }), worker: web({ description: 'Works.', features }) },
    });
    expect(await mistakesOf(files)).toEqual([
      'charts/shop/src/chart.ts: workloads.worker.features.rollout: the feature rollout builds on serviceReach. Add what is missing to the features of the workload.',
    ]);
  });

  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [
      'options that a feature has not',
      { features: { monitoring: { prot: 'http', path: 7 }, gpu: { count: 2 } } },
      [
        'workloads.main.features.monitoring: there is no option prot. Did you mean port?',
        'workloads.main.features.monitoring: the options do not fit: /path must be string. Give what the feature.ts of it describes.',
        'workloads.main.features.gpu: there is no option count. Remove it; values of the feature go to values.',
      ],
    ],
    [
      'a feature of another kind',
      { kind: 'DaemonSet', features: { autoscaling: {} } },
      [
        'workloads.main.features.autoscaling: a DaemonSet cannot have the feature autoscaling. It is for Deployment, StatefulSet.',
      ],
    ],
    [
      'a number from values of a port that is not the first',
      { ports: { http: 8000, admin: { port: 9000, value: 'config.admin' } } },
      [
        'workloads.main.ports.admin: it has a condition, or a value without being the first, and is not public. Write open: public, or leave them out.',
      ],
    ],
    [
      'a health path without a port',
      {
        ports: undefined,
        health: '/health',
        probes: { liveness: { exec: {} }, readiness: { exec: {} } },
      },
      ['workloads.main.health: it has no port to ask at. Declare ports of the workload.'],
    ],
    [
      'a feature that builds on others',
      { features: { rollout: {}, ingress: {} } },
      [
        'workloads.main.features.rollout: the feature rollout builds on httpRoute and autoscaling. Add what is missing to the features of the workload.',
      ],
    ],
    [
      'a feature that needs ports',
      {
        ports: undefined,
        probes: { liveness: { exec: {} }, readiness: { exec: {} } },
        features: { ingress: {} },
      },
      ['workloads.main.features.ingress: the feature ingress needs ports. Declare ports of the workload.'],
    ],
    [
      'several pods of a singleton',
      { singleton: true, features: { autoscaling: {} } },
      [
        'workloads.main.features.autoscaling: the feature autoscaling is for several pods. Remove it, or singleton.',
      ],
    ],
    [
      'an image of nobody',
      { image: { repository: 'a/b' } },
      [
        'workloads.main.image: it names neither a public image nor what the own image must be, or both. Give registry and repository, or own.',
      ],
    ],
    [
      'a script and a command',
      { script: 'run.sh', command: ['true'] },
      [
        'workloads.main: it has a script and a command. Keep one of them.',
        'workloads.main.script: the file src/run.sh is missing. Write it, or remove its mention.',
      ],
    ],
    [
      'a path for liveness beside a command',
      { health: ['check'], alive: '/alive' },
      ['workloads.main.alive: it stands beside no path. Give health a path, or remove it.'],
    ],
    [
      'neither ports nor probes',
      { ports: undefined },
      [
        'workloads.main: it has neither ports nor probes. Give health a command, or declare liveness and readiness probes.',
      ],
    ],
    [
      'a probe of an unknown port',
      { probes: { liveness: { httpGet: { path: '/', port: 'htpt' } } } },
      ['workloads.main.probes.liveness: the workload has no port htpt. Did you mean http?'],
    ],
    [
      'storage of a DaemonSet',
      { kind: 'DaemonSet', storage: { name: 'data', mountPath: '/data', size: '1Gi' } },
      [
        'workloads.main.storage: a DaemonSet cannot have storage. Take a StatefulSet or a Deployment, or writable for a scratch folder.',
      ],
    ],
    [
      'a Job that serves',
      { kind: 'Job' },
      [
        'workloads.main.ports: a Job cannot have ports: it runs to its end. Remove them, or take a workload that keeps running.',
      ],
    ],
    [
      'a missing file',
      { files: { 'app.cfg': '/app.cfg' } },
      [
        'workloads.main.files.app.cfg: the file src/files/app.cfg is missing. Write it, or remove its mention.',
      ],
    ],
    [
      'an unknown connection',
      { connections: ['stor'] },
      ['workloads.main.connections: there is no connection stor. Declare it under connections.'],
    ],
    [
      'ports that meet',
      {
        sidecars: {
          proxy: { description: 'Passes calls on.', image: IMAGE, ports: { http: 9090, admin: 8080 } },
        },
      },
      [
        'workloads.main.sidecars.proxy.ports.http: the name http is taken by ports.http. Give one of them another.',
        'workloads.main.sidecars.proxy.ports.admin: the port 8080/TCP is taken by ports.http. Give one of them another.',
      ],
    ],
    [
      'a volume the pod has not',
      { sidecars: { tail: { description: 'Reads logs.', image: IMAGE, mounts: { temp: '/tmp' } } } },
      ['workloads.main.sidecars.tail.mounts.temp: the pod has no volume temp. Did you mean tmp?'],
    ],
  ];
  test.each(cases)('%s', async (_, main, expected) => {
    expect(await said({ workloads: { main: web(main) } })).toEqual(
      expect.arrayContaining(expected.map((message) => `charts/shop/src/chart.ts: ${message}`)),
    );
  });

  test('a variable that is set twice', async () => {
    const schema = schemaText({
      config: {
        type: 'object',
        description: 'Settings.',
        properties: {
          level: { type: 'string', description: 'How much it logs.', default: 'info', 'x-env': 'LOG_LEVEL' },
        },
      },
    });
    const files = {
      workloads: { main: web({ env: { LOG_LEVEL: 'debug', STORE: 'x' } }) },
      ...connectionTo({ env: { STORE: 'url' } }),
    };
    expect(await said(files, { 'values.schema.json': schema })).toEqual(
      ['LOG_LEVEL', 'STORE'].map(
        (variable) =>
          `charts/shop/src/chart.ts: workloads.main: the variable ${variable} is set twice. Set it in one place: env, a setting with x-env, or a connection.`,
      ),
    );
  });

  test('a setting that a workload takes and nobody declares', async () => {
    expect(await said({ workloads: { main: web({ settings: ['API_TOKEN'] }) } })).toEqual([
      'charts/shop/src/chart.ts: workloads.main.settings.API_TOKEN: no setting has the x-env API_TOKEN. Declare it in src/values.schema.json.',
    ]);
  });

  test('a reason why an image with a digest has none', async () => {
    const image = { ...IMAGE, digest: `sha256:${'ab'.repeat(32)}`, unpinned: 'nobody knows the digest' };
    expect(await said({ workloads: { main: web({ image }) } })).toEqual([
      'charts/shop/src/chart.ts: workloads.main.image.unpinned: it says why a public image has no digest, and has one or is the own image. Leave it out.',
    ]);
  });

  test('a public image whose version nothing says', async () => {
    expect(await said({ appVersion: null, workloads: { main: web({ image: IMAGE }) } })).toContain(
      'charts/shop/src/chart.ts: workloads.main.image: nothing says its version. Give it a tag, or appVersion to the chart.',
    );
  });

  test('a setting that a sidecar takes and nobody declares', async () => {
    const sidecars = {
      exporter: { description: 'Serves metrics.', image: IMAGE, settings: { TOKEN: 'API_TOKEN' } },
    };
    expect(await said({ workloads: { main: web({ sidecars }) } })).toEqual([
      'charts/shop/src/chart.ts: workloads.main.sidecars.exporter.settings.TOKEN: no setting has the x-env API_TOKEN. Declare it in src/values.schema.json.',
    ]);
  });
});

test('two volumes of one name', async () => {
  const schema = schemaText({
    open: { type: 'boolean', description: 'Whether the folder of the node is there.', default: false },
  });
  const main = web({
    kind: 'StatefulSet',
    storage: { name: 'cache', mountPath: '/cache', size: '1Gi' },
    writable: {
      tmp: { path: '/tmp', size: '1Gi' },
      cache: '/other',
      devices: '/a',
      files: '/b',
      gateway: '/c',
      authorities: '/f',
    },
    mounts: { devices: { secret: 's', path: '/d' }, tmp: { secret: 's', path: '/e' } },
    privileges: {
      devices: { value: 'open', reason: 'It looks at the devices of the node.', hostPath: '/dev' },
      user: { value: 'open', reason: 'It runs as user 0 for the devices.', root: true },
    },
    features: { ingress: {} },
  });
  expect(await said({ workloads: { main } }, { 'values.schema.json': schema })).toEqual(
    [
      'writable.cache',
      'writable.files',
      'writable.gateway',
      'writable.authorities',
      'mounts.devices',
      'mounts.tmp',
      'privileges.devices',
    ].map(
      (path) =>
        `charts/shop/src/chart.ts: workloads.main.${path}: the pod has a volume ${path.split('.')[1]} already. Choose another name for the volume.`,
    ),
  );
});

test('a proxy that speaks HTTP before a port that speaks HTTPS', async () => {
  const main = web({ ports: { https: 8443 } });
  expect(await said({ workloads: { main } })).toEqual([]);
  expect(await said({ workloads: { main: { ...main, features: { ingress: {} } } } })).toEqual([
    'charts/shop/src/chart.ts: workloads.main.ports.https: a feature of the workload puts a proxy before it that speaks HTTP, and it speaks HTTPS alone. Serve HTTP there, or name a value that turns TLS on in provides.tls.',
  ]);
});

describe('mounts and init containers', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [
      'a mount from nowhere and one from two places',
      { mounts: { a: { path: '/a' }, b: { path: '/b', secret: 's', configMap: 'c' } } },
      [
        'workloads.main.mounts.a: it comes from none or several of secret, configMap and claim. Name one, or declare the volume in claims of the chart.',
        'workloads.main.mounts.b: it comes from none or several of secret, configMap and claim. Name one, or declare the volume in claims of the chart.',
      ],
    ],
    [
      'a mount with the name of another volume',
      { mounts: { tmp: { path: '/a', secret: 's' } } },
      ['workloads.main.mounts.tmp: the pod has a volume tmp already. Choose another name for the volume.'],
    ],
    [
      'an init container whose script is missing',
      { init: { prepare: { description: 'Prepares.', image: 'toolbox', script: 'prepare.sh' } } },
      [
        'workloads.main.init.prepare.script: the file src/prepare.sh is missing. Write it, or remove its mention.',
      ],
    ],
    [
      'rights without rules',
      { features: { rbac: {} } },
      [
        "workloads.main.features.rbac: the options do not fit: must have required property 'rules'. Give what the feature.ts of it describes.",
      ],
    ],
  ];
  test.each(cases)('%s', async (_, given, expected) => {
    expect(await said({ workloads: { main: web(given) } })).toEqual(
      expect.arrayContaining(expected.map((message) => `charts/shop/src/chart.ts: ${message}`)),
    );
  });
});

describe('names', () => {
  const taken = 'Choose another name.';
  const at = (path: string, name: string, read: string) =>
    `charts/shop/src/chart.ts: ${path}: the name ${name} is no text in YAML but ${read}. ${taken}`;

  test('of everything that stands in YAML are text there', async () => {
    const description = 'It.';
    const main = web({
      ports: { on: 8080 },
      storage: { name: 'off', mountPath: '/data', size: '1Gi' },
      writable: { yes: '/a' },
      mounts: { n: { secret: 'a', path: '/b' } },
      init: { true: { description, image: 'main' } },
      sidecars: { null: { description, image: { ...IMAGE, tag: '1' }, ports: { y: 9000 } } },
    });
    const workloads = { main, false: web({ description }) };
    const connections = { no: { type: 'http', chart: 'store', description } };
    expect(await said({ workloads, connections })).toEqual([
      at('workloads.false', 'false', 'false'),
      at('connections.no', 'no', 'false'),
      at('workloads.main.ports.on', 'on', 'true'),
      at('workloads.main.sidecars.null', 'null', 'null'),
      at('workloads.main.sidecars.null.ports.y', 'y', 'true'),
      at('workloads.main.storage.name.off', 'off', 'false'),
      at('workloads.main.init.true', 'true', 'true'),
      at('workloads.main.mounts.n', 'n', 'false'),
      at('workloads.main.writable.yes', 'yes', 'true'),
    ]);
  });

  test.each(['null', 'on', 'true', 'y'])('of a chart, too: %s', async (name) => {
    expect(await mistakesOf(chartFiles({ name }))).toEqual([
      expect.stringContaining(`charts/${name}/src/chart.ts: name: the name ${name} is no text in YAML but `),
    ]);
    const umbrella = umbrellaFiles({ name, version: '1.0.0', description: 'Everything in one.' });
    expect(await mistakesOf(umbrella)).toEqual([expect.stringContaining('is no text in YAML but ')]);
  });

  test.each(['enabled', 'exports', 'global', 'tags'])(
    'of a chart are no values of Helm: %s',
    async (name) => {
      expect(await mistakesOf(chartFiles({ name }))).toEqual([
        `charts/${name}/src/chart.ts: name: the name ${name} is taken: Helm reads that value. Choose another name for the chart.`,
      ]);
    },
  );

  test.each([
    ...['global', 'connections', 'image', 'toolbox', 'service', 'resources', 'ingress', 'secrets', 'store'],
    ...[
      'headless',
      'public',
      'test',
      'canary',
      'candidate',
      'direct',
      'files',
      'gateway',
      'credentials',
      'dashboards',
    ],
  ])('of a workload or sidecar are no values and no objects of the chart: %s', async (name) => {
    const reserved = (path: string, what: string) =>
      `charts/shop/src/chart.ts: workloads.${path}: the name ${name} is taken: values or objects of the chart have it. Choose another name for the ${what}.`;
    expect(
      await said({ workloads: { main: web(), [name]: web({ description: 'It.' }) }, ...connectionTo({}) }),
    ).toContain(reserved(name, 'workload'));
    const sidecars = { [name]: { description: 'It.', image: { ...IMAGE, tag: '1' } } };
    expect(await said({ workloads: { main: web({ sidecars }) }, ...connectionTo({}) })).toContain(
      reserved(`main.sidecars.${name}`, 'sidecar'),
    );
  });

  test.each(['image', 'service', 'connections', 'resources'])(
    'of a bundled chart are no values of its client: %s',
    async (name) => {
      const provider = chartFiles({ name, provides: { type: 'http' } });
      const client = (more: object) =>
        chartFiles({
          name: 'shop',
          connections: { it: { type: 'http', chart: name, description: 'It.', ...more } },
        });
      expect(await mistakesOf({ ...provider, ...client({}) })).toEqual([
        `charts/shop/src/chart.ts: connections: the values of the bundled chart ${name} would stand among those of this chart at ${name}. Give that chart another name, or set bundled: false in the connections to it.`,
      ]);
      expect(await mistakesOf({ ...provider, ...client({ bundled: false }) })).toEqual([]);
    },
  );

  test.each(['preflight', 'verify', 'toolbox'])(
    'of a member are no values of its umbrella: %s',
    async (name) => {
      const umbrella = umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one.' });
      expect(await mistakesOf({ ...umbrella, ...chartFiles({ name, umbrellas: ['all'] }) })).toEqual([
        `charts/all/src/chart.ts: the values of the member ${name} would stand among those of the umbrella at ${name}. Give that chart another name.`,
      ]);
    },
  );
});

describe('connections', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [
      'an unknown type',
      connectionTo({ type: 'htttp' }),
      [
        'connections.store.type: there is no connection type htttp. Did you mean http?',
        'connections.store.type: the chart store provides http, not htttp. Write http.',
      ],
    ],
    [
      'another type than the chart provides',
      connectionTo({ type: 'redis' }),
      ['connections.store.type: the chart store provides http, not redis. Write http.'],
    ],
    [
      'an unknown part',
      connectionTo({ env: { STORE: 'ulr' } }),
      ['connections.store.env.STORE: a connection of type http has no ulr. Did you mean url?'],
    ],
    [
      'no target, and a type without a usual port',
      connectionTo({ chart: undefined, type: 'tcp' }),
      [
        'connections.store: services of the type tcp have no usual port. Say it: port: 8080. Or name one of chart and workload.',
      ],
    ],
    [
      'a service outside that nobody describes',
      connectionTo({ chart: undefined, description: undefined }),
      [
        'connections.store: it leads to a service outside and has no description. Say in one sentence what the chart uses it for.',
      ],
    ],
    [
      'two targets',
      connectionTo({ workload: 'main' }),
      [
        'connections.store: it leads to both a chart and a workload. Name one of them, or none for a service outside.',
      ],
    ],
    [
      'an unknown workload',
      connectionTo({ chart: undefined, workload: 'mian' }),
      ['connections.store.workload: there is no workload mian. Did you mean main?'],
    ],
    [
      'the chart itself',
      { ...connectionTo({ chart: 'shop' }), provides: { type: 'http' } },
      [
        'connections.store.chart: it leads to the chart itself. Name one of its workloads in workload instead.',
      ],
    ],
    [
      'a chart that provides nothing',
      { connections: { a: { type: 'http', chart: 'shop', description: 'Itself.' } } },
      ['connections.a.chart: it leads to the chart itself. Name one of its workloads in workload instead.'],
    ],
    [
      'an unknown type provided',
      { provides: { type: 'postgrs' } },
      ['provides.type: there is no connection type postgrs. Did you mean postgres?'],
    ],
    [
      'an unknown port provided',
      { provides: { type: 'http', port: 'htp' } },
      ['provides.port: the workload main has no port htp. Did you mean http?'],
    ],
    [
      'a type provided twice',
      { provides: [{ type: 'http' }, { type: 'http' }] },
      ['provides.1: http is provided twice. Keep one of them.'],
    ],
    [
      'an unknown workload among several provided',
      { provides: [{ type: 'http' }, { type: 'redis', workload: 'api' }] },
      ['provides.1.workload: there is no workload api. Name a workload of this chart.'],
    ],
    [
      'an unknown part in a text of parts',
      connectionTo({ env: { URL: '{scheme}://{hots}:{port}' } }),
      ['connections.store.env.URL: a connection of type http has no hots. Did you mean host?'],
    ],
    [
      'an unknown workload provided',
      { provides: { type: 'http', workload: 'api' } },
      ['provides.workload: there is no workload api. Name a workload of this chart.'],
    ],
    [
      'an unknown umbrella',
      { umbrellas: ['everything'] },
      ['umbrellas.0: there is no umbrella chart everything. Write its definition first.'],
    ],
  ];
  test.each(cases)('%s', async (_, given, expected) => {
    expect(await said(given)).toEqual(
      expect.arrayContaining(expected.map((message) => `charts/shop/src/chart.ts: ${message}`)),
    );
  });

  test('a cycle of waiting is printed', async () => {
    const ring = (name: string, next: string) =>
      chartFiles({
        name,
        provides: { type: 'http' },
        connections: { next: { type: 'http', chart: next, description: 'The next one.' } },
      });
    expect(await mistakesOf({ ...ring('a', 'b'), ...ring('b', 'c'), ...ring('c', 'a') })).toEqual([
      'charts/a/src/chart.ts: connections: the charts wait for each other: a → b → c → a. Let one of the connections only carry traffic (orders: false).',
    ]);
  });

  const circle =
    'Let one connection among them only carry traffic (orders: false), or leave out the after or the init container wait-for-… that closes the circle.';
  const to = (workload: string, more: object = {}) => ({
    type: 'http',
    workload,
    description: 'It.',
    ...more,
  });
  const works = (connections: readonly string[], more: object = {}) =>
    web({ description: 'Works.', connections, ...more });

  test('so is a cycle of workloads, and one that waits for itself', async () => {
    expect(
      await said({
        workloads: {
          main: works(['self']),
          api: works(['worker']),
          worker: works(['queue']),
          queue: works(['api']),
        },
        connections: { self: to('main'), worker: to('worker'), queue: to('queue'), api: to('api') },
      }),
    ).toEqual([
      `charts/shop/src/chart.ts: workloads.api: the workloads wait for each other: api → worker → queue → api. ${circle}`,
      `charts/shop/src/chart.ts: workloads.main: the workload main waits for itself. ${circle}`,
    ]);
  });

  test('so is a Job that waits for what waits for its effect', async () => {
    const init = { 'wait-for-set-up': { description: 'Waits.', image: 'main', command: ['true'] } };
    expect(
      await said({
        workloads: { main: web({ init }), setUp: { ...job, connections: ['main'] } },
        connections: { main: to('main') },
      }),
    ).toEqual([
      `charts/shop/src/chart.ts: workloads.main: the workloads wait for each other: main → setUp → main. ${circle}`,
    ]);
  });

  test('workloads that reach each other are none where one need not wait', async () => {
    expect(
      await said({
        workloads: { main: works(['self', 'worker']), worker: works(['main']) },
        connections: {
          self: to('main', { orders: false }),
          worker: to('worker', { orders: false }),
          main: to('main'),
        },
      }),
    ).toEqual([]);
  });

  test('so is a cycle of bundled charts', async () => {
    const pair = (name: string, next: string, more: object) =>
      chartFiles({
        name,
        provides: { type: 'http' },
        connections: { next: { type: 'http', chart: next, description: 'The other one.', ...more } },
      });
    expect(await mistakesOf({ ...pair('a', 'b', {}), ...pair('b', 'a', { orders: false }) })).toEqual([
      'charts/a/src/chart.ts: connections: the charts bundle each other: a → b → a. Set bundled: false in one of the connections.',
    ]);
    expect(
      await mistakesOf({ ...pair('a', 'b', {}), ...pair('b', 'a', { orders: false, bundled: false }) }),
    ).toEqual([]);
  });
});

describe('values', () => {
  const setting = (more: object) =>
    schemaText({
      config: {
        type: 'object',
        description: 'Settings.',
        properties: { level: { type: 'string', description: 'How much it logs.', default: 'info', ...more } },
      },
    });

  test('a schema without a description', async () => {
    expect(
      await said({}, { 'values.schema.json': setting({ description: undefined, 'x-env': 'LEVEL' }) }),
    ).toEqual([
      'charts/shop/src/values.schema.json: /properties/config/properties/level: must have required property \'description\'. Add "description".',
    ]);
  });

  test('a leaf that nobody reads', async () => {
    expect(await said({}, { 'values.schema.json': setting({}) })).toEqual([
      'charts/shop/src/values.schema.json: `.Values.config.level` is read by no template; read it or remove it from the schema. Give it an x-env, read it in src/templates, or remove it.',
    ]);
  });

  test('a value that no schema has, in a template and in a variable', async () => {
    const template = {
      'templates/notes.yaml.hbs':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: <% objectName %>\ndata:\n  level: {{ .Values.config.levle | quote }}\n',
    };
    expect(await said({}, { 'values.schema.json': setting({ 'x-env': 'LEVEL' }), ...template })).toEqual([
      'charts/shop/src/templates/notes.yaml.hbs:6: `.Values.config.levle` is not in the values schema; did you mean `.Values.config.level`?. Correct the template or the schema.',
    ]);
    const [message] = await said(
      { workloads: { main: web({ env: { LEVEL: { value: 'confg.level' } } }) } },
      { 'values.schema.json': setting({ 'x-env': 'LOG' }) },
    );
    expect(message).toMatch(
      /^charts\/shop\/templates\/deployment.yaml:\d+: `.Values.confg` is not in the values schema; did you mean `.Values.config`\?/,
    );
  });

  test('a value for the README that no schema has', async () => {
    expect(
      await said({ workloads: { main: web() }, first: ['replicaCout'], needs: { 'image.tga': 'v1' } }),
    ).toEqual([
      'charts/shop/src/chart.ts: first: there is no value replicaCout. Did you mean replicaCount for replicaCout?',
      'charts/shop/src/chart.ts: needs: there is no value image.tga. Did you mean tag for tga?',
    ]);
  });

  test('a condition on a value that no schema has', async () => {
    const workloads = (path: string) => ({
      workloads: { main: web({ env: { LEVEL: { template: 'x', when: value(path) } } }) },
    });
    const schema = { 'values.schema.json': setting({ 'x-env': 'LOG' }) };
    expect(await said(workloads('config.levle'), schema)).toEqual([
      'charts/shop/src/chart.ts: workloads.main.env.LEVEL.when: there is no value config.levle. Did you mean level for levle?',
    ]);
    expect(await said(workloads('nothing.alike'), schema)).toEqual([
      'charts/shop/src/chart.ts: workloads.main.env.LEVEL.when: there is no value nothing.alike. Declare it in src/values.schema.json.',
    ]);
    expect(await said(workloads('config.level'), schema)).toEqual([]);
  });

  test('a confidential value in a ConfigMap', async () => {
    const schema = schemaText({
      secrets: {
        type: 'object',
        description: 'Confidential values.',
        properties: {
          token: {
            type: 'string',
            description: 'A token.',
            default: '',
            'x-env': 'TOKEN',
            'x-secret': 'token',
          },
        },
      },
    });
    const template = {
      'templates/notes.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include "shop.fullname" . }}-notes\ndata:\n  token: {{ .Values.secrets.token | quote }}\n',
    };
    const [message = '', ...more] = await said({}, { 'values.schema.json': schema, ...template });
    expect(more).toEqual([]);
    expect(message).toMatch(/^charts\/shop\/src\/templates\/notes.yaml:6: .*`.Values.secrets.token`/);
  });

  test('defaults that do not fit, and requests above limits', async () => {
    expect(
      await said({
        workloads: {
          main: web({
            values: {
              resources: { requests: { cpu: '2', memory: '1Gi' }, limits: { cpu: '1', memory: '512Mi' } },
            },
          }),
        },
      }),
    ).toEqual([
      expect.stringMatching(/^charts\/shop\/src\/chart.ts: values: .*cpu/),
      expect.stringMatching(/^charts\/shop\/src\/chart.ts: values: .*memory/),
    ]);
    expect(
      await said({
        workloads: { main: web({ storage: { name: 'data', mountPath: '/data', size: 'big' } }) },
      }),
    ).toEqual([
      expect.stringMatching(
        /^charts\/shop\/src\/chart.ts: values: the default of persistence.size does not fit/,
      ),
    ]);
  });

  test('a file that is no JSON', async () => {
    expect(await said({}, { 'values.schema.json': '{' })).toEqual([
      expect.stringMatching(/^charts\/shop\/src\/values.schema.json: cannot be read as JSON: /),
    ]);
  });

  test('a template that is no Handlebars, and a slot that is none', async () => {
    expect(await said({}, { 'templates/a.yaml.hbs': 'a: <% chart.nmae %>\n' })).toEqual([
      expect.stringMatching(/^charts\/shop\/src\/templates\/a.yaml.hbs: .*nmae/),
    ]);
    expect(await said({}, { 'templates/a.yaml.hbs': 'a: <% chart.name\n' })).toEqual([
      'charts/shop/src/templates/a.yaml.hbs: a <% has no %>. Close it, or remove it.',
    ]);
    expect(await said({}, { 'templates/a.yaml.hbs': '<% part "labels" %>\n' })).toEqual([
      'charts/shop/src/templates/a.yaml.hbs: there is no part labels. Write it in generators/src/templates/parts.',
    ]);
  });
});
