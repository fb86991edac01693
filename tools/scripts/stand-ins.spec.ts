import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { ensurePythonEnvironment } from '../toolchain/python.ts';
import { type Network, openNetwork } from './network.ts';
import { postgresServer } from './postgres-server.ts';
import { type RunResult, runScript } from './run-script.ts';
import { scriptsOf } from './scripts-of.ts';

const MINUTES = 60_000;
let network: Network;

// A first run installs the packages.
beforeAll(async () => {
  await ensurePythonEnvironment('mlflow');
  await ensurePythonEnvironment('airflow');
  await ensurePythonEnvironment('airflow2');
  network = await openNetwork();
  await postgresServer({ network, password: 's3cret' });
}, 60 * MINUTES);
afterAll(() => network.close());

function inImage(image: string, uid: number, text: string): Promise<RunResult> {
  const [script] = scriptsOf(
    parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: migrations }
spec:
  securityContext: { runAsUser: ${uid}, runAsGroup: 0, fsGroup: 0 }
  volumes: [{ name: tmp, emptyDir: {} }, { name: home, emptyDir: {} }]
  containers:
    - name: main
      image: ${image}
      command: [sh, -euc]
      env: [{ name: DATABASE, value: "postgresql+psycopg2://postgres:s3cret@db:5432" }]
      securityContext: { readOnlyRootFilesystem: true }
      volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: home, mountPath: /opt/airflow }]
`),
  );
  if (script === undefined) throw new Error('the sample has no script');
  const hosts = { db: '127.0.1.1' };
  return runScript({ ...script, args: [text] }, { network, hosts, timeout: 4 * MINUTES });
}

function createDatabase(name: string): Promise<RunResult> {
  return inImage(
    'docker.io/library/postgres:18.6',
    999,
    `createdb --maintenance-db="postgresql://postgres:s3cret@db" ${name}`,
  );
}

describe.concurrent('images of Python programs reach a real database', () => {
  it('mlflow', { timeout: 10 * MINUTES }, async () => {
    expect(await createDatabase('mlflow')).toMatchObject({ exitCode: 0 });
    for (const _ of [1, 2]) {
      const upgraded = await inImage(
        'ghcr.io/mlflow/mlflow:v3.16.1',
        1000,
        'mlflow db upgrade $DATABASE/mlflow',
      );
      expect(upgraded, upgraded.output).toMatchObject({ exitCode: 0 });
    }
  });

  it.each([
    ['3.3.2-python3.12', 'airflow'],
    ['2.11.2', 'airflow2'],
  ])('airflow %s', { timeout: 10 * MINUTES }, async (tag, database) => {
    expect(await createDatabase(database)).toMatchObject({ exitCode: 0 });
    const airflow = (words: string) =>
      inImage(
        `docker.io/apache/airflow:${tag}`,
        50000,
        `export AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=$DATABASE/${database}; airflow ${words}`,
      );
    const missing = await airflow('db check-migrations -t 1');
    expect(missing.exitCode).toBe(1);
    const migrated = await airflow('db migrate');
    expect(migrated, migrated.output).toMatchObject({ exitCode: 0 });
    expect(await airflow('db check-migrations -t 1')).toMatchObject({ exitCode: 0 });
  });
});
