import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Network, openNetwork, stop, textOf } from '../../tools/scripts/network.ts';
import type { RunningServer } from '../../tools/scripts/redis-server.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { gatewayScript, nodeProgram, startGateway } from './gateway-process.ts';

const LONG_MS = 180_000;
const PORT = 8000;
/** How long new connections still come after a deletion has begun: what kube-proxy takes, and then some. */
const LAG_MS = 1000;
/** The pause of the application before it is told to stop, as the charts set it. */
const DRAIN_MS = 5000;

/** A pod of a Deployment: where it is reached, and how the kubelet deletes it. */
interface Pod {
  readonly socket: string;
  readonly remove: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A real uvicorn with an application whose answers take as long as they are asked to. */
async function uvicorn(network: Network, own: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const { python, env } = await ensurePythonEnvironment('mlflow');
  const args = [
    '-m',
    'uvicorn',
    'asgi_application:app',
    '--port',
    String(PORT),
    '--app-dir',
    import.meta.dirname,
  ];
  const child = network.start(join(python, 'bin/python3'), [...args, '--no-access-log'], {
    env: { ...env, ...own },
  });
  const log = textOf(child.stderr);
  await untilWritten(child.stderr, log, 'running on', 'uvicorn');
  return { log, close: () => stop(child) };
}

async function withGateway(): Promise<Pod> {
  const script = await gatewayScript(
    'langchain-api',
    'gateway.apiKeys.exemptPaths={/*}',
    'gateway.rateLimit.requestsPerSecond=0',
  );
  const gateway = await startGateway(script, { port: PORT, serve: uvicorn });
  return {
    socket: gateway.socket,
    remove: async () => {
      // The hooks of both containers begin together; the gateway is told to stop once the application has ended.
      await Promise.all([gateway.drain(), pause(DRAIN_MS)]);
      await gateway.stopApplication();
      expect(await gateway.stop()).toMatchObject({ exitCode: 0 });
    },
    close: gateway.close,
  };
}

async function alone(env: Readonly<Record<string, string>> = {}): Promise<Pod> {
  const network = await openNetwork();
  const server = await uvicorn(network, env);
  const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
  const socket = join(folder, 'socket');
  await nodeProgram(network, 'bridge.ts', [socket, String(PORT)]);
  return {
    socket,
    remove: async () => {
      await pause(DRAIN_MS);
      await server.close();
    },
    close: async () => {
      await network.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Clients of a Service with the first pod, and later the second one: some keep their connection, some open one for each request. */
function traffic(socket: () => string, keeping: boolean) {
  const failures: string[] = [];
  let count = 0;
  let over = false;
  const agentOf = (keepAlive: boolean) => {
    const agent = new Agent({ keepAlive });
    agent.createConnection = () => connect(socket());
    return agent;
  };
  const ask = (agent: Agent, milliseconds: number) =>
    new Promise<void>((resolve) => {
      const failed = (why: string) => {
        failures.push(why);
        resolve();
      };
      const call = request({ agent, path: `/?${milliseconds}` }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : failed(`${response.statusCode}`),
        );
        response.on('error', ({ message }) => failed(message));
      });
      call.on('error', ({ message }) => failed(`${message}${call.reusedSocket ? ', kept alive' : ''}`));
      call.end();
      count += 1;
    });
  const client = async (kept: boolean, milliseconds: number, rest: number) => {
    const agent = agentOf(kept);
    while (!over) {
      await ask(agent, milliseconds);
      await pause(rest);
    }
    agent.destroy();
  };
  const clients = [
    ...[0, 5, 20, 100].flatMap((milliseconds) => [
      client(keeping, milliseconds, 0),
      client(false, milliseconds, 10),
    ]),
    ...[1, 3, 7, 50, 500].map((rest) => client(keeping, 2, rest)),
    client(keeping, 3000, 0),
  ];
  return {
    end: async () => {
      over = true;
      await Promise.all(clients);
      return { count, failures };
    },
  };
}

/** Deletes the first of two pods under traffic. */
async function rolled(start: () => Promise<Pod>, keeping = true) {
  const pods = await Promise.all([start(), start()]);
  const [old, next] = pods as [Pod, Pod];
  let target = old;
  const clients = traffic(() => target.socket, keeping);
  try {
    await pause(2000);
    setTimeout(() => {
      target = next;
    }, LAG_MS);
    await old.remove();
    await pause(500);
    return await clients.end();
  } finally {
    await clients.end();
    await Promise.all(pods.map(({ close }) => close()));
  }
}

describe('a pod that is deleted under traffic', { timeout: LONG_MS }, () => {
  it('behind its gateway fails no request, on new connections and on kept ones', async () => {
    const { count, failures } = await rolled(withGateway);
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  it('without a gateway fails none on new connections', async () => {
    expect(await rolled(() => alone(), false)).toMatchObject({ failures: [] });
  });

  it('nor on any, where uvicorn keeps no connection', async () => {
    const env = { UVICORN_HEADERS: 'Connection:close' };
    expect(await rolled(() => alone(env))).toMatchObject({ failures: [] });
  });
});
