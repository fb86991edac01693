import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { fakeOllama } from './fake-ollama.ts';
import { type Network, openNetwork, serviceHosts } from './network.ts';
import { redisServer } from './redis-server.ts';
import { type RunOptions, type RunResult, runScript } from './run-script.ts';
import { scriptsOf } from './scripts-of.ts';

const services = parseManifests(`
apiVersion: v1
kind: Service
metadata: { name: ai-redis }
spec: { ports: [{ name: redis, port: 6379 }] }
---
apiVersion: v1
kind: Service
metadata: { name: ai-ollama }
spec: { ports: [{ name: http, port: 11434 }] }
`);

const waitForPort = `
n=0
until timeout 5 nc -w 2 "$HOST" "$PORT" -e /bin/true 2>/dev/null; do
  n=$((n + 1))
  if [ "$n" -ge 3 ]; then echo "gave up: nothing listens on $HOST:$PORT"; exit 1; fi
  sleep 1
done
echo "$HOST:$PORT is there"
`;

const waitForModel = `
n=0
until timeout 5 wget -q -O - "http://$HOST:$PORT/api/tags" | grep -q "\\"$MODEL\\""; do
  n=$((n + 1))
  if [ "$n" -ge 2 ]; then echo "gave up: $HOST:$PORT has no model $MODEL"; exit 1; fi
  sleep 1
done
`;

const pull = `
last=$(timeout 60 wget -q -O - --header 'Content-Type: application/json' \\
  --post-data "{\\"model\\":\\"$MODEL\\"}" "http://$HOST:$PORT/api/pull" | tail -n 1)
case "$last" in
  *'"status":"success"'*) echo "pulled $MODEL" ;;
  *) echo "cannot pull $MODEL: $last"; exit 1 ;;
esac
`;

const pingRedis = `
reply=$(printf 'AUTH %s\\r\\nPING\\r\\nQUIT\\r\\n' "$PASSWORD" | timeout 5 nc -w 2 "$HOST" "$PORT")
case "$reply" in *+PONG*) echo ready ;; *) echo "redis says: $reply"; exit 1 ;; esac
`;

function run(
  command: string,
  env: Readonly<Record<string, string>>,
  options: RunOptions = {},
): Promise<RunResult> {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'sample' },
    spec: {
      securityContext: { runAsUser: 10001, runAsGroup: 10001, fsGroup: 20001 },
      volumes: [
        { name: 'scripts', configMap: { name: 'scripts' } },
        { name: 'password', secret: { secretName: 'password', defaultMode: 0o400 } },
        { name: 'data', emptyDir: {} },
      ],
      containers: [
        {
          name: 'main',
          image: `docker.io/library/busybox:1.38.0@sha256:${'0'.repeat(64)}`,
          command: ['sh', '-c', command],
          env: Object.entries(env).map(([name, value]) => ({ name, value })),
          securityContext: { readOnlyRootFilesystem: true },
          volumeMounts: [
            { name: 'scripts', mountPath: '/scripts' },
            { name: 'password', mountPath: '/run/password', subPath: 'password' },
            { name: 'data', mountPath: '/data' },
          ],
        },
      ],
    },
  };
  const [script] = scriptsOf([pod], {
    configMaps: { scripts: { 'hello.sh': 'echo hello from a file' } },
    secrets: { password: { password: 's3cret' } },
  });
  if (script === undefined) throw new Error('the sample has no script');
  return runScript(script, { timeout: 20_000, ...options });
}

describe('runScript', () => {
  let network: Network;
  const hosts = serviceHosts(services);
  beforeAll(async () => {
    network = await openNetwork();
    await redisServer({ network, password: 's3cret' });
    await fakeOllama({ network, models: ['qwen3:0.6b'], failPull: ['unknown'] });
  });
  afterAll(() => network.close());

  it('shows a container its user, its files, and a root that it cannot write', async () => {
    const result = await run(
      'id -u; id -g; sh /scripts/hello.sh; cat /run/password; echo; echo kept > /data/x; cat /data/x; touch /x; touch /tmp/x; touch /bin/x; touch /scripts/x; grep CapEff /proc/self/status',
      {},
      { network },
    );
    expect(result.output).toBe(
      [
        '10001',
        '10001',
        'hello from a file',
        's3cret',
        'kept',
        'touch: /x: Read-only file system',
        'touch: /tmp/x: Read-only file system',
        'touch: /bin/x: Read-only file system',
        'touch: /scripts/x: Read-only file system',
        'CapEff:\t0000000000000000',
        '',
      ].join('\n'),
    );
  });

  it('has nothing but BusyBox, no network and no secret of the machine', async () => {
    const result = await run(
      'bash -c true; curl -V; cat /etc/shadow; nc -w 1 ai-redis 6379 </dev/null',
      {},
      { hosts },
    );
    expect(result.output).toBe(
      [
        'sh: bash: not found',
        'sh: curl: not found',
        "cat: can't open '/etc/shadow': No such file or directory",
        "nc: can't connect to remote host (127.0.1.1): Connection refused",
        '',
      ].join('\n'),
    );
    expect(result.exitCode).toBe(1);
  });

  it('lets a root that is not read-only be written in /tmp', async () => {
    expect(
      await run('echo x > /tmp/x && cat /tmp/x', {}, { network, readOnlyRoot: false, uid: 4711 }),
    ).toMatchObject({
      exitCode: 0,
      output: 'x\n',
    });
  });

  it('shares a volume between the containers of a pod', async () => {
    const data = mkdtempSync(join(tmpdir(), 'volume-'));
    await run('echo first > /data/x', {}, { network, volumes: { data } });
    const second = await run('cat /data/x', {}, { network, volumes: { data } });
    rmSync(data, { recursive: true });
    expect(second.output).toBe('first\n');
  });

  it('ends a script that does not end', async () => {
    const result = await run('echo start; sleep 60', {}, { network, timeout: 500 });
    expect(result).toMatchObject({ timedOut: true, exitCode: 137, output: 'start\n' });
    expect(result.duration).toBeLessThan(5000);
  });

  it('waits for a port by the name of its Service', async () => {
    const env = { HOST: 'ai-redis.default.svc', PORT: '6379' };
    expect(await run(waitForPort, env, { network, hosts })).toMatchObject({
      exitCode: 0,
      output: 'ai-redis.default.svc:6379 is there\n',
    });
    expect(await run(waitForPort, { ...env, PORT: '6380' }, { network, hosts })).toMatchObject({
      exitCode: 1,
      output: 'gave up: nothing listens on ai-redis.default.svc:6380\n',
    });
  });

  it('asks redis with a password', async () => {
    const env = { HOST: 'ai-redis', PORT: '6379', PASSWORD: 's3cret' };
    const right = await run(pingRedis, env, { network, hosts });
    expect(right).toMatchObject({ exitCode: 0, output: 'ready\n' });
    expect(right.duration).toBeLessThan(3000);
    const wrong = await run(pingRedis, { ...env, PASSWORD: 'no' }, { network, hosts });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.output).toContain('redis says: -WRONGPASS');
  });

  it('runs the tools of a redis image', async () => {
    const [script] = scriptsOf(
      parseManifests(`
apiVersion: batch/v1
kind: Job
metadata: { name: ping }
spec:
  template:
    spec:
      containers:
        - name: ping
          image: docker.io/library/redis:8.10.2
          command: [sh, -c, 'redis-cli -h ai-redis ping']
          env: [{ name: REDISCLI_AUTH, value: s3cret }]
`),
    );
    expect(script && (await runScript(script, { network, hosts }))).toMatchObject({
      exitCode: 0,
      output: 'PONG\n',
    });
  });

  it('pulls a model and then finds it', async () => {
    const env = { HOST: 'ai-ollama', PORT: '11434', MODEL: 'llama3.2:1b' };
    expect(await run(waitForModel, { ...env, MODEL: 'qwen3:0.6b' }, { network, hosts })).toMatchObject({
      exitCode: 0,
      output: '',
    });
    expect((await run(waitForModel, env, { network, hosts })).output).toBe(
      'gave up: ai-ollama:11434 has no model llama3.2:1b\n',
    );
    expect((await run(pull, env, { network, hosts })).output).toBe('pulled llama3.2:1b\n');
    expect((await run(waitForModel, env, { network, hosts })).exitCode).toBe(0);
    expect(await run(pull, { ...env, MODEL: 'unknown' }, { network, hosts })).toMatchObject({
      exitCode: 1,
      output: 'cannot pull unknown: {"error":"pull model manifest: file does not exist"}\n',
    });
  });

  it('refuses an image that nothing stands in for', async () => {
    const [script] = scriptsOf(
      parseManifests(
        '{ apiVersion: v1, kind: Pod, metadata: { name: x }, spec: { containers: [{ name: y, image: "a/b:1", command: [z] }] } }',
      ),
    );
    await expect(script && runScript(script)).rejects.toThrow(
      'Pod/x: container y: nothing here stands in for image a/b:1. Pass root: busybox or debian',
    );
  });
});
