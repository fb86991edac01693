import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { minioServer } from './minio-server.ts';
import { type Network, openNetwork } from './network.ts';
import { type RunResult, runScript } from './run-script.ts';
import { scriptsOf } from './scripts-of.ts';

const ROOT = { user: 'root-user', password: 'Correct0Horse' };

// A first run builds both programs.
beforeAll(async () => {
  await ensureGoTool('minio');
  await ensureGoTool('mc');
}, 3_600_000);

it('runs one after the other on the port of this machine, which is free again after each', async () => {
  let port: number | undefined;
  for (const _ of [1, 2]) {
    const server = await minioServer({ ...ROOT, ...(port === undefined ? {} : { port }) });
    const url = `http://127.0.0.1:${server.port}/minio/health/live`;
    expect((await fetch(url)).status).toBe(200);
    await server.stop();
    await expect(fetch(url)).rejects.toThrow();
    port = server.port;
  }
});

describe('scripts of the mc image', () => {
  let network: Network;
  beforeAll(async () => {
    network = await openNetwork();
    await minioServer({ network, ...ROOT });
  });
  afterAll(() => network.close());

  function inImage(text: string, env: Readonly<Record<string, string>> = {}): Promise<RunResult> {
    const [script] = scriptsOf(
      parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: buckets }
spec:
  securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 }
  volumes: [{ name: tmp, emptyDir: {} }]
  containers:
    - name: main
      image: docker.io/pgsty/mc:latest
      command: [sh, -euc]
      env: [{ name: MC_CONFIG_DIR, value: /tmp/mc }, { name: MC_HOST_root, value: "http://${ROOT.user}:${ROOT.password}@s3:9000" }]
      securityContext: { readOnlyRootFilesystem: true }
      volumeMounts: [{ name: tmp, mountPath: /tmp }]
`),
    );
    if (script === undefined) throw new Error('the sample has no script');
    return runScript(
      { ...script, args: [text], env: { ...script.env, ...env } },
      { network, hosts: { s3: '127.0.1.1' } },
    );
  }

  it('make buckets, users and policies, again and again', async () => {
    const client = `
mc mb --quiet --ignore-existing root/models
cat > /tmp/policy.json <<'POLICY'
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:*"], "Resource": ["arn:aws:s3:::models", "arn:aws:s3:::models/*"] }] }
POLICY
mc admin policy create root models /tmp/policy.json
mc admin user add root client client-secret
mc admin policy attach root models --user client || mc admin policy entities root --user client | grep -q models
echo kept | MC_HOST_own=http://client:client-secret@s3:9000 mc pipe --quiet own/models/word
MC_HOST_own=http://client:client-secret@s3:9000 mc cat own/models/word
`;
    for (const _ of [1, 2]) {
      const { exitCode, output } = await inImage(client);
      expect(exitCode, output).toBe(0);
      expect(output.trimEnd().split('\n').at(-1)).toBe('kept');
    }
    const other = await inImage('MC_HOST_own=http://client:client-secret@s3:9000 mc mb own/other');
    expect(other.exitCode).toBe(1);
    expect(other.output).toContain('Access Denied');
  });

  it('are refused with a wrong password', async () => {
    const wrong = await inImage('mc ls root', { MC_HOST_root: `http://${ROOT.user}:wrong-word@s3:9000` });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toContain('signature we calculated does not match');
  });
});

it('starts as the silo image does, with its arguments alone', async () => {
  const network = await openNetwork();
  const [script] = scriptsOf(
    parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: silo }
spec:
  securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 }
  volumes: [{ name: tmp, emptyDir: {} }, { name: data, emptyDir: {} }]
  containers:
    - name: main
      image: docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z
      args: [server, /data]
      env: [{ name: MINIO_ROOT_USER, value: ${ROOT.user} }, { name: MINIO_ROOT_PASSWORD, value: ${ROOT.password} }]
      securityContext: { readOnlyRootFilesystem: true }
      volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: data, mountPath: /data }]
`),
  );
  if (script === undefined) throw new Error('the sample has no script');
  const { output } = await runScript(script, { network, timeout: 8000 });
  await network.close();
  expect(output).toContain('API: http://');
});
