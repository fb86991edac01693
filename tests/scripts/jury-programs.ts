import { expect } from 'vitest';
import { openNetwork } from '../../tools/scripts/network.ts';
import { prometheusServer } from '../../tools/scripts/prometheus-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { lastLine, type ShippedScript, sourceOf } from './shipped.ts';

/** The program of a canary's jury, by its text. */
export const JURY = sourceOf('generators/src/features/delivery/rollout/jury.sh');

/** Where the Prometheus of a test listens in its network. */
export const PROMETHEUS_URL = 'http://127.0.0.1:9090';

/** How it is run with a Prometheus that knows nothing, and without one. */
export const juryPrograms = {
  [JURY]: {
    async works({ script, hosts }: ShippedScript) {
      const network = await openNetwork();
      await prometheusServer({ network });
      const result = await runScript(
        { ...script, env: { ...script.env, PROMETHEUS_URL } },
        { network, hosts },
      );
      expect(result).toMatchObject({ exitCode: 0 });
      expect(lastLine(result.output)).toMatch(
        /^no verdict: the canary answered 0 of the \d+ requests it takes$/,
      );
      await network.close();
    },
    async fails({ script, hosts }: ShippedScript) {
      const result = await runScript({ ...script, env: { ...script.env, PROMETHEUS_URL } }, { hosts });
      expect(result).toMatchObject({ exitCode: 2 });
      expect(lastLine(result.output)).toContain(`Prometheus at ${PROMETHEUS_URL} does not answer`);
    },
  },
};
