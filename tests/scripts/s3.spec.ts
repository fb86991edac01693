import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe } from 'vitest';
import { type Case, cases, render } from '../../tools/cases/cases.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { inNetwork as it } from './in-network.ts';
import { mc } from './minio-process.ts';
import { lastLine } from './shipped.ts';

const ROOT = { user: 'Root0User', password: 'Correct0Horse' };
const URL = 'http://demo-minio:9000';

/** The look of `helm test` at the store, which is the wait of every client too. */
let check: Script;

beforeAll(async () => {
  const example = cases().find(({ chart, name }) => chart === 'minio' && name === 'default') as Case;
  const secrets = { 'demo-minio': { username: ROOT.user, password: ROOT.password } };
  const all = scriptsOf(parseManifests(await render(example)), { namespace: 'apps', secrets });
  check = all.find(({ container }) => container === 'test') as Script;
  await ensureGoTool('minio');
  await ensureGoTool('mc');
}, 3_600_000);

function run(network: Network, env: Readonly<Record<string, string>> = {}) {
  return runScript(
    { ...check, env: { ...check.env, TIMEOUT: '0', ...env } },
    { network, hosts: { 'demo-minio': '127.0.1.1' }, timeout: 60_000 },
  );
}

describe('the wait for a store that speaks S3', () => {
  const gaveUp = (why: string) => `gave up after 0s waiting for minio at ${URL}: ${why}`;

  it('sees the key, the bucket, and what is wrong with either', async ({ network, expect }) => {
    await minioServer({ network, ...ROOT });
    expect(await run(network)).toMatchObject({ exitCode: 0, output: `minio answers at ${URL}\n` });
    expect(lastLine((await run(network, { SECRET_KEY: 'wrong' })).output)).toBe(
      gaveUp('it refuses the access key'),
    );
    expect(lastLine((await run(network, { BUCKET: 'models' })).output)).toBe(
      gaveUp('it has no bucket models yet'),
    );
    const waiting = run(network, { BUCKET: 'models', TIMEOUT: '60' });
    await pause(3000);
    expect((await mc(network, ROOT, 'mc mb store/models')).exitCode).toBe(0);
    expect(await waiting).toMatchObject({
      exitCode: 0,
      output: `waiting for minio at ${URL}: it has no bucket models yet\nminio answers at ${URL}, bucket models\n`,
    });
    const noKey = { ACCESS_KEY: '', SECRET_KEY: '', BUCKET: 'models' };
    expect(await run(network, noKey)).toMatchObject({ exitCode: 0, output: `minio answers at ${URL}\n` });
  });

  it('sees a bucket that the key may only write to, and not one that it may not see', async ({
    network,
    expect,
  }) => {
    await minioServer({ network, ...ROOT });
    const secret = 'a "quoted\\ pass$(id)word';
    const made = await mc(
      network,
      ROOT,
      `mc mb store/drop store/other && printf '%s\\n%s\\n' writer '${secret}' | mc admin user add store && mc admin policy create store drop /dev/stdin << END && mc admin policy attach store drop --user writer
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetBucketLocation", "s3:PutObject"], "Resource": ["arn:aws:s3:::drop", "arn:aws:s3:::drop/*"] }] }
END`,
    );
    expect(made.exitCode, made.output).toBe(0);
    const writer = { ACCESS_KEY: 'writer', SECRET_KEY: secret };
    expect(await run(network, { ...writer, BUCKET: 'drop' })).toMatchObject({
      exitCode: 0,
      output: `minio answers at ${URL}, bucket drop\n`,
    });
    expect(lastLine((await run(network, { ...writer, BUCKET: 'other' })).output)).toBe(
      gaveUp('it refuses the access key, or the bucket other to it'),
    );
  });

  it('goes on while nothing listens, and ends after its time', async ({ network, expect }) => {
    const { output, exitCode, duration } = await run(network, { TIMEOUT: '3' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^waiting for minio at .*: Failed to connect to demo-minio port 9000.*\n/);
    expect(lastLine(output)).toMatch(/^gave up after 3s waiting for minio at .*: Failed to connect/);
    expect(duration).toBeLessThan(25_000);
    const waiting = run(network, { TIMEOUT: '60' });
    await pause(2500);
    await minioServer({ network, ...ROOT });
    expect(await waiting).toMatchObject({ exitCode: 0 });
  });
});
