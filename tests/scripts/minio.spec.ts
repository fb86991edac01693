import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe } from 'vitest';
import { type Case, cases, render } from '../../tools/cases/cases.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { serverCertificate } from '../../tools/scripts/certificates.ts';
import type { GivenData } from '../../tools/scripts/keyed-data.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import { type Network, textOf } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { inNetwork } from './in-network.ts';
import { type Caller, mc, says, startStore } from './minio-process.ts';

const ROOT = { user: 'Root0User', password: 'Correct0Horse' };
const MLFLOW = { user: 'mlflow', password: 'Mlflow0Password' };
const READER = { user: 'report_reader', password: 'Given0Password' };
/** What runs in seconds takes much longer while other tests run too. */
const SCRIPT_LIMIT = 120_000;
const TEST_LIMIT = 400_000;
const HOSTS = { 'demo-minio': '127.0.1.1' };
const SECRETS = {
  'demo-minio': { username: ROOT.user, password: ROOT.password },
  'demo-minio-mlflow': { username: MLFLOW.user, password: MLFLOW.password },
  'demo-minio-report-reader': { username: READER.user, password: READER.password },
  'demo-minio-app': { username: 'app', password: 'App0Password' },
};

type Folders = {
  readonly data: string;
  readonly tmp: string;
};

const it = inNetwork.extend<{ readonly volumes: Folders }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    chmodSync(folder, 0o755);
    await use({ data: join(folder, 'data'), tmp: join(folder, 'tmp') });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

interface Shipped {
  readonly start: Script;
  readonly provision: Script;
  readonly mirror: Script;
  readonly check: Script;
}

/** The scripts of a case of the chart; one that it does not ship fails when it is run. */
async function scripts(
  name: string,
  args: readonly string[] = [],
  secrets: GivenData['secrets'] = {},
): Promise<Shipped> {
  const example = cases().find((one) => one.chart === 'minio' && one.name === name) as Case;
  const objects = parseManifests(await render(example, { args }));
  const all = scriptsOf(objects, { namespace: 'apps', secrets: { ...SECRETS, ...secrets } });
  const named = (container: string): Script => all.find((script) => script.container === container) as Script;
  return {
    start: named('minio'),
    provision: named('provision'),
    mirror: named('mirror'),
    check: named('test'),
  };
}

/** Whether each command works for somebody. */
async function verdicts(
  network: Network,
  caller: Caller,
  commands: readonly string[],
): Promise<readonly string[]> {
  const words = commands.map((command) => `if ${command} > /dev/null 2>&1; then echo yes; else echo no; fi`);
  return said(await mc(network, caller, words.join('\n'))).split('\n');
}

const at = (script: Script, env: Readonly<Record<string, string>>): Script => ({
  ...script,
  env: { ...script.env, ...env },
});

/** Output of a command that must work. */
const said = ({ exitCode, output }: RunResult): string => {
  if (exitCode !== 0) throw new Error(output);
  return output.trim();
};

beforeAll(async () => {
  await ensureGoTool('minio');
  await ensureGoTool('mc');
}, 3_600_000);

describe('the clients of the store', { timeout: TEST_LIMIT }, () => {
  it('have users and buckets of their own, however often the Job runs', async ({ network, expect }) => {
    await minioServer({ network, ...ROOT });
    const { provision } = await scripts('clients');
    const run = (script = provision) => runScript(script, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    const done = [
      'client mlflow: user mlflow, readwrite in mlflow',
      'client report-reader: user report_reader, readonly in mlflow datasets',
      'bucket datasets: versioning true, quota 5Gi, expiry 0 and 30 days, anonymous none',
      'bucket uploads: versioning false, quota -, expiry 7 and 0 days, anonymous download',
    ];
    for (const _ of [1, 2])
      expect(await run()).toMatchObject({ exitCode: 0, output: `${done.join('\n')}\n` });

    const write = 'echo kept | mc --quiet pipe store';
    const may = (caller: Caller, ...commands: readonly string[]) => verdicts(network, caller, commands);
    expect(await may(MLFLOW, `${write}/mlflow/run/word`)).toEqual(['yes']);
    expect(
      await may(
        READER,
        'mc cat store/mlflow/run/word',
        `${write}/mlflow/other`,
        'mc rm store/mlflow/run/word',
      ),
    ).toEqual(['yes', 'no', 'no']);
    expect(
      await may(
        MLFLOW,
        'mc ls store/datasets',
        'mc cat store/datasets/a',
        `${write}/datasets/a`,
        'mc mb store/mine',
        'mc admin user list store',
        'mc ls store | grep -q datasets',
      ),
    ).toEqual(['no', 'no', 'no', 'no', 'no', 'no']);

    const state = [
      'mc version info store/datasets',
      'mc quota info store/datasets',
      'mc ilm rule export store/datasets',
      'mc version info store/uploads',
      'mc ilm rule export store/uploads',
      'mc anonymous get store/datasets',
    ];
    const facts = said(await mc(network, ROOT, state.join(' && ')));
    expect(facts).toContain('store/datasets versioning is enabled');
    expect(facts).toContain('5.0 GiB');
    expect(facts).toContain('"NoncurrentDays":30');
    expect(facts).toContain('store/uploads is un-versioned');
    expect(facts).toContain('"Days":7');
    expect(facts).toContain('`private`');

    said(await mc(network, ROOT, 'echo open | mc --quiet pipe store/uploads/word'));
    const everybody = async (path: string) =>
      said(await says(network, 'curl', `curl -s http://127.0.0.1:9000/${path}`));
    expect(await everybody('uploads/word')).toBe('open');
    expect(await everybody('uploads')).toContain('AccessDenied');
    expect(await everybody('mlflow/run/word')).toContain('AccessDenied');

    // Whatever somebody changed by hand is as the values say again; a new password replaces the old one.
    said(
      await mc(
        network,
        ROOT,
        'mc anonymous set public store/datasets && mc admin policy create store client-mlflow /dev/stdin << END\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:*"], "Resource": ["arn:aws:s3:::*"] }] }\nEND',
      ),
    );
    expect(await may(MLFLOW, 'mc ls store/datasets')).toEqual(['yes']);
    const renewed = { user: MLFLOW.user, password: 'Another0Password' };
    expect(await run(at(provision, { MLFLOW_PASSWORD: renewed.password }))).toMatchObject({ exitCode: 0 });
    expect(await may(renewed, 'mc ls store/datasets', 'mc cat store/mlflow/run/word')).toEqual(['no', 'yes']);
    expect(await may(MLFLOW, 'mc ls store/mlflow')).toEqual(['no']);

    // Without rules, versioning and access for everybody, and with nothing lost.
    const plain = at(provision, {
      CLIENTS: '',
      BUCKETS: 'datasets false - 0 0 none\nuploads false - 0 0 none',
    });
    expect(await run(plain)).toMatchObject({ exitCode: 0 });
    const after = await mc(
      network,
      ROOT,
      'mc version info store/datasets; mc ilm rule ls store/datasets; mc anonymous get store/uploads; mc quota info store/datasets',
    );
    expect(after.output).toContain('versioning is suspended');
    expect(after.output).toContain('`private`');
    expect(after.output).not.toContain('GiB');
    expect(said(await mc(network, ROOT, 'mc cat store/mlflow/run/word'))).toBe('kept');
  });

  it.for(['readwrite', 'readonly', 'writeonly'])(
    'may do what %s says',
    async (policy, { network, expect }) => {
      await minioServer({ network, ...ROOT });
      const { provision } = await scripts('clients', ['--set', `clients.mlflow.policy=${policy}`]);
      expect(await runScript(provision, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT })).toMatchObject({
        exitCode: 0,
      });
      said(await mc(network, ROOT, 'echo first | mc --quiet pipe store/mlflow/first'));
      const yes = (allowed: boolean) => (allowed ? 'yes' : 'no');
      expect(
        await verdicts(network, MLFLOW, [
          'mc cat store/mlflow/first',
          'mc ls store/mlflow/',
          'echo second | mc --quiet pipe store/mlflow/second',
          'mc rm store/mlflow/first',
        ]),
      ).toEqual([
        yes(policy !== 'writeonly'),
        yes(policy !== 'writeonly'),
        yes(policy !== 'readonly'),
        yes(policy === 'readwrite'),
      ]);
    },
  );

  it('are not made with a wrong root password, or with the server away', async ({ network, expect }) => {
    const { provision } = await scripts('clients');
    const away = await runScript(provision, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect(away.exitCode).toBe(1);
    expect(away.output).toContain('connection refused');
    await minioServer({ network, ...ROOT });
    const wrong = at(provision, { ROOT_PASSWORD: 'wrong-password' });
    const refused = await runScript(wrong, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('signature we calculated does not match');
    expect(refused.output).not.toContain('wrong-password');
  });
});

describe('the start of the store', { timeout: TEST_LIMIT }, () => {
  it('keeps its data over restarts, under either name, and never says the password', async ({
    network,
    volumes,
    expect,
  }) => {
    const { start } = await scripts('default');
    const first = await startStore(start, network, volumes);
    said(
      await mc(network, ROOT, 'mc --quiet mb store/models && echo kept | mc --quiet pipe store/models/word'),
    );
    expect(first.output()).toContain('WebUI: http://');
    await first.stop();
    expect(first.output()).not.toContain(ROOT.password);
    const minio = await scripts('minio');
    const second = await startStore(minio.start, network, volumes);
    expect(said(await mc(network, ROOT, 'mc cat store/models/word'))).toBe('kept');
    await second.stop();
    expect(await runScript(at(start, { ENGINE: 'rustfs' }), { network, volumes })).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('rustfs does not read what minio has written to this volume'),
    });
    mkdirSync(join(volumes.data, '.rustfs.sys'));
    expect(await runScript(start, { network, volumes })).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('silo does not read what rustfs has written to this volume'),
    });
  });

  it('takes requests that are signed for its region, as those of the chart are', async ({
    network,
    volumes,
    expect,
  }) => {
    const { start, provision, check } = await scripts('clients', ['--set', 'config.region=eu-central-1']);
    const server = await startStore(start, network, volumes);
    const run = (script: Script) => runScript(script, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect(await run(provision)).toMatchObject({ exitCode: 0 });
    const ofBucket = at(check, { BUCKET: 'datasets', TIMEOUT: '0' });
    expect(await run(ofBucket)).toMatchObject({ exitCode: 0 });
    const elsewhere = await run(at(ofBucket, { REGION: 'us-east-1' }));
    expect(elsewhere).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('it answers with status 400'),
    });
    await server.stop();
  });

  it('needs a password, and not one that everybody knows', async ({ network, volumes, expect }) => {
    const { start } = await scripts('default');
    expect(await runScript(at(start, { MINIO_ROOT_PASSWORD: '' }), { network, volumes })).toMatchObject({
      exitCode: expect.toSatisfy((code: number) => code > 0),
      output: expect.stringContaining('the password of the root user is empty'),
    });
    expect(
      await runScript(at(start, { MINIO_ROOT_PASSWORD: 'minioadmin' }), { network, volumes }),
    ).toMatchObject({ exitCode: 1, output: expect.stringContaining('one that everybody knows') });
  });

  it('opens the metrics unless the values close them', async ({ network, volumes, expect }) => {
    const status = async () => {
      const words = 'curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:9000/minio/v2/metrics/cluster';
      return said(await says(network, 'curl', words));
    };
    const jwt = await scripts('default', ['--set', 'config.metricsAuth=jwt']);
    const closed = await startStore(jwt.start, network, volumes);
    expect(await status()).toBe('403');
    expect(
      said(
        await says(
          network,
          'curl',
          'curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:9000/minio/health/ready',
        ),
      ),
    ).toBe('200');
    await closed.stop();
    await startStore((await scripts('default')).start, network, volumes);
    expect(await status()).toBe('200');
  });
});

describe('a store with TLS', { timeout: TEST_LIMIT }, () => {
  it('serves its clients by HTTPS alone, and the Job trusts its certificate and no other', async ({
    network,
    volumes,
    expect,
  }) => {
    const certificate = await serverCertificate(['demo-minio']);
    const secret = { 'tls.crt': certificate.certificate, 'tls.key': certificate.key };
    const { start, provision, check } = await scripts('tls', [], { 'minio-tls': secret });
    await startStore(start, network, volumes);
    const run = (script: Script) => runScript(script, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect(await run(check)).toMatchObject({
      exitCode: 0,
      output: 'minio answers at https://demo-minio:9000\n',
    });
    expect(await run(provision)).toMatchObject({
      exitCode: 0,
      output: 'client app: user app, readwrite in app\n',
    });
    const app = { user: 'app', password: 'App0Password' };
    said(
      await mc(
        network,
        app,
        'echo kept | mc --quiet --insecure pipe store/app/word',
        'https://127.0.0.1:9000',
      ),
    );
    expect(said(await says(network, 'curl', 'curl -s http://127.0.0.1:9000/'))).toContain(
      'HTTP request to an HTTPS server',
    );
    const other = await serverCertificate(['demo-minio']);
    const wrong = await scripts('tls', [], { 'minio-tls': { ...secret, 'tls.crt': other.certificate } });
    const refused = await run(wrong.provision);
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('certificate signed by unknown authority');
  });
});

describe('the Job with RustFS', { timeout: TEST_LIMIT }, () => {
  it('makes buckets by S3, and users by the admin API of RustFS', async ({ network, expect }) => {
    await minioServer({ network, port: 9100, ...ROOT });
    const file = join(import.meta.dirname, 'rustfs-front.ts');
    const front = network.start(process.execPath, [file, '9000', '9100']);
    const asked = textOf(front.stdout);
    await untilWritten(front.stdout, asked, 'listening', 'front');
    const { provision } = await scripts('rustfs');
    const run = (script = provision) => runScript(script, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    for (const _ of [1, 2]) {
      expect(await run()).toMatchObject({
        exitCode: 0,
        output:
          'client app: user app, readwrite in app\nbucket datasets: versioning true, quota 1Gi, expiry 90 and 0 days, anonymous download\n',
      });
    }
    const policy = JSON.stringify(
      JSON.parse(/add-canned-policy\?name=client-app (\{[\s\S]*?\n\] \})/.exec(asked())?.[1] ?? ''),
    );
    expect(policy).toContain('"Resource":["arn:aws:s3:::app"]');
    expect(policy).toContain('"Resource":["arn:aws:s3:::app/*"]');
    const lines = asked()
      .split('\n')
      .filter((line) => /^(un)?signed /.test(line));
    expect(lines.slice(0, 4)).toEqual([
      'signed PUT /rustfs/admin/v3/add-user?accessKey=app { "secretKey": "App0Password", "status": "enabled" }',
      'signed PUT /rustfs/admin/v3/add-canned-policy?name=client-app { "Version": "2012-10-17", "Statement": [',
      'signed PUT /rustfs/admin/v3/set-user-or-group-policy?isGroup=false&policyName=client-app&userOrGroup=app ',
      'signed PUT /rustfs/admin/v3/quota/datasets { "quota": 1073741824, "quotaType": "HARD" }',
    ]);
    const state = said(
      await mc(
        network,
        ROOT,
        'mc ls store && mc version info store/datasets && mc ilm rule export store/datasets && mc anonymous get store/datasets',
      ),
    );
    expect(state).toMatch(/ app\/$/m);
    expect(state).toContain('versioning is enabled');
    expect(state).toContain('"Days":90');
    said(await mc(network, ROOT, 'echo open | mc --quiet pipe store/datasets/word'));
    expect(said(await says(network, 'curl', 'curl -s http://127.0.0.1:9000/datasets/word'))).toBe('open');
    expect(said(await says(network, 'curl', 'curl -s http://127.0.0.1:9000/datasets'))).toContain(
      'AccessDenied',
    );
    const plain = at(provision, { CLIENTS: '', BUCKETS: 'datasets false - 0 0 none' });
    expect(await run(plain)).toMatchObject({ exitCode: 0 });
    const after = await mc(network, ROOT, 'mc version info store/datasets; mc anonymous get store/datasets');
    expect(after.output).toContain('versioning is suspended');
    expect(after.output).toContain('`private`');
    const wrong = await run(at(provision, { ROOT_PASSWORD: 'wrong-password' }));
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toContain('GET /: status 403');
  });
});

describe('a client with statements of its own', { timeout: TEST_LIMIT }, () => {
  it('may do what they say, and nothing else', async ({ network, expect }) => {
    await minioServer({ network, ...ROOT });
    const statements = [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::logs/*'] }];
    const { provision } = await scripts('clients', [
      '--set-json',
      `clients.app=${JSON.stringify({ buckets: ['logs'], statements })}`,
    ]);
    const done = await runScript(provision, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect(done.output).toContain('client app: user app, own in logs\n');
    said(await mc(network, ROOT, 'echo kept | mc --quiet pipe store/logs/a'));
    expect(
      await verdicts(network, { user: 'app', password: 'App0Password' }, [
        'mc cat store/logs/a',
        'mc ls store/logs',
        'echo no | mc --quiet pipe store/logs/b',
      ]),
    ).toEqual(['yes', 'no', 'no']);
  });
});

describe('the mirror', { timeout: TEST_LIMIT }, () => {
  it('copies what is new, and deletes only where it is told to', async ({ network, expect }) => {
    await minioServer({ network, ...ROOT });
    const OTHER = { user: 'Other0User', password: 'Other0Password' };
    await minioServer({ network, port: 9200, ...OTHER });
    const away = 'http://127.0.0.1:9200';
    const { mirror } = await scripts('mirror', [], {
      'other-store': { username: OTHER.user, password: OTHER.password },
    });
    const here = at(mirror, { TARGET_URL: away });
    const run = (script = here) => runScript(script, { network, hosts: HOSTS, timeout: SCRIPT_LIMIT });
    expect((await run()).exitCode).toBe(0);
    said(
      await mc(
        network,
        ROOT,
        'mc --quiet mb store/models store/data && for word in one two; do echo $word | mc --quiet pipe store/models/run/$word; done && echo three | mc --quiet pipe store/data/three',
      ),
    );
    const missing = await run();
    expect(missing.exitCode).not.toBe(0);
    expect(missing.output).toContain('NoSuchBucket');
    said(await mc(network, OTHER, 'mc mb store/copies', away));
    const there = async () =>
      said(await mc(network, OTHER, 'mc find store/copies', away))
        .split('\n')
        .filter((line) => /[a-z]+\/.*(one|two|three)$/.test(line))
        .map((line) => line.replace('store/copies/', ''))
        .sort();
    expect((await run()).exitCode).toBe(0);
    expect(await there()).toEqual(['data/three', 'models/run/one', 'models/run/two']);
    said(
      await mc(network, ROOT, 'mc rm store/models/run/one && echo 2 | mc --quiet pipe store/models/run/two'),
    );
    expect((await run()).exitCode).toBe(0);
    expect(await there()).toContain('models/run/one');
    expect(said(await mc(network, OTHER, 'mc cat store/copies/models/run/two', away))).toBe('2');
    expect((await run(at(here, { DELETE: 'true', BUCKETS: 'models' }))).exitCode).toBe(0);
    expect(await there()).toEqual(['data/three', 'models/run/two']);
    said(await mc(network, ROOT, 'mc rm --recursive --force store/models'));
    const emptied = await run(at(here, { DELETE: 'true', BUCKETS: 'models' }));
    expect(emptied.exitCode).toBe(0);
    expect(emptied.output).toContain('models is empty here: what the mirror has of it stays');
    expect(await there()).toEqual(['data/three', 'models/run/two']);
    const wrong = await run(at(here, { ROOT_PASSWORD: 'wrong-password' }));
    expect(wrong.exitCode).not.toBe(0);
    expect(wrong.output).toContain('SignatureDoesNotMatch');
  });
});
