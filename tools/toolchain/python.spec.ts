import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';
import { ensurePythonEnvironment, environmentKey, pythonEnvironments } from './python.ts';

const folder = join(import.meta.dirname, 'python');

test('every environment has a folder, and a key of its own', async () => {
  expect(readdirSync(folder).toSorted()).toEqual(pythonEnvironments.toSorted());
  expect(new Set(await Promise.all(pythonEnvironments.map(environmentKey))).size).toBe(
    pythonEnvironments.length,
  );
});

test.each(pythonEnvironments)('%s pins everything, also what its packages need', (name) => {
  const lines = readFileSync(join(folder, name, 'requirements.txt'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.filter((line) => !/^([a-z0-9-]+==[\w.]+( ; .+)?|--no-binary [a-z0-9-]+)$/.test(line))).toEqual(
    [],
  );
});

test('programs run with the packages of their environment', async () => {
  const { bin, env } = await ensurePythonEnvironment('lint');
  const { code, stdout } = await run(join(bin, 'yamllint'), ['--version'], { env });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'yamllint 1.38.0\n' });
});
