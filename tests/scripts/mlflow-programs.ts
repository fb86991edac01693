import { expect } from 'vitest';
import { type Network, openNetwork } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { startMlflow, withDatabase } from './mlflow-process.ts';
import { lastLine, PASSWORD, type ShippedScript, sourceOf } from './shipped.ts';

const source = (name: string) => sourceOf(`charts/mlflow/src/${name}.sh`);
const LONG_MS = 300_000;

/** Every case has its database at a name of its own, and here without a certificate. */
function reachable({ script, hosts, id }: ShippedScript): ShippedScript {
  const { PGHOST: host = '' } = script.env;
  const env = { ...script.env, PGSSLMODE: 'prefer' };
  return { id, script: { ...script, env }, hosts: { [host]: '127.0.0.1', ...hosts } };
}

function run(shipped: ShippedScript, network: Network, env = {}): Promise<RunResult> {
  const { script, hosts } = reachable(shipped);
  return runScript({ ...script, env: { ...script.env, ...env } }, { network, hosts, timeout: LONG_MS });
}

let opened: Promise<Network> | undefined;

/** A network with a database that is up to date, users included; it ends with this process. */
function upToDate(shipped: ShippedScript): Promise<Network> {
  opened ??= openNetwork().then(async (network) => {
    await withDatabase(network, PASSWORD);
    const command = ['sh', '-c', source('migrate')];
    const migrate = { ...shipped, script: { ...shipped.script, command, args: [] } };
    expect(await run(migrate, network, { AUTH: 'true' })).toMatchObject({ exitCode: 0 });
    return network;
  });
  return opened;
}

/** The programs of MLflow: where its database is, and where it is not. */
export const mlflowPrograms = {
  [source('migrate')]: {
    async works(shipped: ShippedScript) {
      const result = await run(shipped, await upToDate(shipped));
      expect(result, result.output).toMatchObject({ exitCode: 0 });
      expect(lastLine(result.output)).toBe('the database is up to date');
    },
  },
  [source('wait-for-migrations')]: {
    async works(shipped: ShippedScript) {
      expect(await run(shipped, await upToDate(shipped))).toMatchObject({
        exitCode: 0,
        output: 'the database is up to date\n',
      });
    },
    async fails(shipped: ShippedScript, nothing: Network) {
      const result = await run(shipped, nothing, { TIMEOUT: '0' });
      expect(result).toMatchObject({ exitCode: 1 });
      expect(lastLine(result.output)).toMatch(
        /^gave up after 0s waiting for the migrations: .*Connection refused/,
      );
    },
  },
  [source('start')]: {
    async works(shipped: ShippedScript) {
      const health = `${shipped.script.env.MLFLOW_STATIC_PREFIX ?? ''}/health`;
      const server = await startMlflow(reachable(shipped), await upToDate(shipped), health);
      expect(await server.stop()).toMatchObject({ exitCode: 0 });
    },
  },
  [source('gc')]: {
    async works(shipped: ShippedScript) {
      const result = await run(shipped, await upToDate(shipped));
      expect(result, result.output).toMatchObject({ exitCode: 0 });
    },
  },
};
