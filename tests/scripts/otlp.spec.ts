import { describe } from 'vitest';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { inNetwork as it } from './in-network.ts';
import { lastLine, shippedScripts, sourceOf } from './shipped.ts';
import { webServer } from './web-server.ts';

const [any] = (await shippedScripts()).filter(({ script }) => script.image.includes('busybox'));
const check = sourceOf('generators/src/features/connection/otlp/check.sh');
const ROUTE = 'POST /v1/traces';

/** No chart waits for traces to be taken, so that the check runs in the place of another one in the same image. */
function run(network: Network, TIMEOUT: string): Promise<RunResult> {
  const env = { SERVICE: 'jaeger', HOST: 'traces', PORT: '4318', URL: 'http://traces:4318', TIMEOUT };
  const script = { ...(any?.script as Script), command: ['sh', '-c'], args: [check], env };
  return runScript(script, { network, hosts: { traces: '127.0.0.1' }, timeout: 40_000 });
}

describe.concurrent('the wait for what takes traces', () => {
  it('ends when an empty batch is taken', async ({ network, expect }) => {
    await webServer(network, 4318, { [ROUTE]: [{ status: 503 }, { body: ['{"partialSuccess":{}}'] }] });
    const { exitCode, output } = await run(network, '20');
    expect(exitCode).toBe(0);
    expect(lastLine(output)).toBe('jaeger takes traces at http://traces:4318');
  });

  it('gives up where another program listens, or none', async ({ network, expect }) => {
    const none = await run(network, '0');
    expect(none.exitCode).toBe(1);
    expect(lastLine(none.output)).toContain('gave up after 0s waiting for jaeger at http://traces:4318');
    await webServer(network, 4318, {});
    const other = await run(network, '0');
    expect(other.exitCode).toBe(1);
    expect(lastLine(other.output)).toContain('404');
  });
});
