import { expect } from 'vitest';
import { openNetwork } from '../../tools/scripts/network.ts';
import { airflow } from './airflow-process.ts';
import { lastLine, type ShippedScript, sourceOf } from './shipped.ts';

/** Everything but the command is proven in airflow.spec.ts: here the command exists in this line of Airflow, and finds its files. */
const COMPONENTS = [
  'api-server',
  'webserver',
  'scheduler',
  'dag-processor',
  'triggerer',
  'celery worker',
  'celery worker --queues default,reports',
  'celery worker --queues gpu',
  'celery flower',
];

/** Image and command → what it said: cases that differ in neither need no second look, which takes seconds. */
const known = new Map<string, Promise<string>>();

function helpOf(shipped: ShippedScript): Promise<string> {
  const { script } = shipped;
  const key = `${script.image} ${script.args.join(' ')}`;
  const found = known.get(key);
  if (found) return found;
  const said = airflow({ ...shipped, script: { ...script, args: [...script.args, '--help'] } }, {}).then(
    ({ exitCode, output }) => {
      expect(exitCode, output).toBe(0);
      return output;
    },
  );
  known.set(key, said);
  return said;
}

const component = (words: string) => ({
  works: async (shipped: ShippedScript) => {
    expect((await helpOf(shipped)).toLowerCase()).toContain(`usage: airflow ${words.split(' --')[0]}`);
  },
});

/** A probe does not blame its pod for a server that is away. */
const alive = {
  works: async (shipped: ShippedScript) => {
    const network = await openNetwork();
    const { exitCode, output } = await airflow(shipped, { network });
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/does not say/);
    await network.close();
  },
};

/** Each ends with what is wrong where the database is away; where it is there, airflow.spec.ts runs it. */
const program = (last: RegExp) => ({
  works: async (shipped: ShippedScript) => {
    const { script } = shipped;
    const once = script.args[0] === '600' ? { ...script, args: ['0'] } : script;
    const { exitCode, output } = await airflow({ ...shipped, script: once }, {});
    expect(exitCode).not.toBe(0);
    expect(lastLine(output)).toMatch(last);
  },
});

/** The programs of Airflow. */
export const airflowPrograms = {
  ...Object.fromEntries(
    COMPONENTS.map((words) => [
      // What runs on and writes logs has a cleaner beside it.
      `dumb-init -- ${words === 'celery flower' ? '' : 'sh /opt/airflow/with-log-cleaner.sh '}airflow ${words}`,
      component(words),
    ]),
  ),
  ...Object.fromEntries(
    ['TriggererJob', 'DagProcessorJob', 'celery'].map((name) => [
      `python /opt/airflow/checks/alive.py ${name}`,
      alive,
    ]),
  ),
  'python /opt/airflow/checks/migrated.py 600': program(/^gave up after 0s waiting for the migrations: .+/),
  [sourceOf('charts/airflow/src/migrate.sh')]: program(/^the migrations failed with \d+$/),
  [sourceOf('charts/airflow/src/create-user.sh')]: program(/^the user admin could not be created: \d+$/),
  [sourceOf('charts/airflow/src/cleanup.sh')]: program(/^the cleanup failed with \d+$/),
};
