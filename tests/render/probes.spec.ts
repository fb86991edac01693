import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';

const CHART = join(import.meta.dirname, '../../charts/redis');

it.each(['startupProbe', 'livenessProbe', 'readinessProbe'])(
  'a %s with two handlers is refused',
  async (probe) => {
    const second = `${probe}.grpc.port=6379`;
    const { code, stderr } = await run(await findHelm(), ['template', 'x', CHART, '--set', second]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${probe} has two handlers: keep one and set the other to null.`);
  },
);
