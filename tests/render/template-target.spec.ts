import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { wholeOf } from './golden.ts';
import { objectsOf, titleOf } from './objects.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** A case of `ci/`, and a preset of a chart that is packed first. */
const shown = cases().filter((one) => ['redis/tls', 'ai-platform/rpi5'].includes(titleOf(one)));

it.each(shown.map((one) => [titleOf(one), one] as const))(
  'nx template prints the whole of %s',
  async (_title, one) => {
    expect(parseManifests(await printed(one))).toEqual(await objectsOf(one));
  },
);

async function printed(one: Case): Promise<string> {
  const [program = '', ...args] = wholeOf(one).split(' ');
  // Where it runs for a pipeline, Nx writes its summary in another form.
  const env = { NX_DAEMON: 'false', NO_COLOR: '1' };
  const { code, stdout, stderr } = await run(program, args, { cwd: ROOT, env });
  expect(code, stderr).toBe(0);
  const from = stdout.indexOf(`# case ${one.name}\n`);
  expect(from, stdout).toBeGreaterThan(0);
  return stdout.slice(from, stdout.search(/^(?:\u2014+|\s*NX\s.*)$/m));
}
