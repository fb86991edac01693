import { describe } from 'vitest';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { inNetwork as it } from './in-network.ts';
import { BROKEN, PASSWORDS, refusal } from './passwords.ts';
import { lastLine, shippedScripts, sourceOf } from './shipped.ts';
import { webServer } from './web-server.ts';

const [any] = (await shippedScripts()).filter(({ script }) => script.image.includes('busybox'));
const check = sourceOf('generators/src/features/connection/tcp/check.sh');

/** As the spec of the type has them, where a URL holds the password. */
const IN_URL = { CARRIER: 'AMQP_URL: take letters and digits', REFUSED: "!A-Za-z0-9._~!$&'()*+,;=-" };

/** No chart here waits for such a server, so that the check runs in the place of another one in the same image. */
function run(
  network: Network,
  TIMEOUT: string,
  more: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const env = { SERVICE: 'broker', HOST: 'broker', PORT: '5672', TIMEOUT, ...more };
  const script = { ...(any?.script as Script), command: ['sh', '-c'], args: [check], env };
  return runScript(script, { network, hosts: { broker: '127.0.0.1' }, timeout: 40_000 });
}

describe.concurrent('the wait for a server of any kind', () => {
  it('ends when something listens at the port', async ({ network, expect }) => {
    const none = await run(network, '0');
    expect(none.exitCode).toBe(1);
    expect(lastLine(none.output)).toMatch(
      /^gave up after 0s waiting for broker at broker:5672: nc: can't connect .*refused$/,
    );
    await webServer(network, 5672, {});
    const { exitCode, output } = await run(network, '20');
    expect(exitCode).toBe(0);
    expect(lastLine(output)).toBe('broker listens at broker:5672');
  });

  it('refuses the passwords that a URL would change, and no others', { timeout: 200_000 }, async ({
    network,
    expect,
  }) => {
    await webServer(network, 5672, {});
    for (const PASSWORD of PASSWORDS) {
      const { exitCode, output } = await run(network, '5', { PASSWORD, ...IN_URL });
      const url = `amqp://u:${PASSWORD}@broker:5672/`;
      const read = URL.canParse(url) ? decoded(new URL(url)) : null;
      if (exitCode === 0) expect(read).toEqual({ host: 'broker:5672', password: PASSWORD });
      else
        expect(lastLine(output)).toBe(
          `the password for broker has a character that does not arrive in ${IN_URL.CARRIER}`,
        );
    }
    const broken = await run(network, '5', { PASSWORD: BROKEN });
    expect(lastLine(broken.output)).toBe(refusal('the password for broker'));
    const alone = await run(network, '5', { PASSWORD: PASSWORDS[9] });
    expect(alone.exitCode).toBe(0);
  });
});

function decoded({ host, password }: URL) {
  try {
    return { host, password: decodeURIComponent(password) };
  } catch {
    return null;
  }
}
