import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { casesOf } from '../commands/source.ts';
import { bottomUp, CHARTS, chartNames } from '../package/chart-folders.ts';
import { packAll } from '../package/pack.ts';
import { findHelm3, pinnedHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';

/** A Helm 3 without a cluster believes in an older one than the charts ask for. */
const KUBE_VERSION = '1.37.0';

const scratch = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const bundling: string[] = [];
for (const name of await chartNames()) {
  if ((await bottomUp(join(CHARTS, name))).length > 1) bundling.push(name);
}

describe.each([
  ['Helm 4', pinnedHelm],
  ['Helm 3.17', findHelm3],
] as const)('%s builds the dependencies of a clone from Chart.lock', (version, find) => {
  test.each(bundling)('%s', { timeout: 180_000 }, async (name) => {
    const helm = await find();
    const clone = join(scratch, `${version} ${name}`);
    cpSync(CHARTS, clone, { recursive: true });
    const lock = readFileSync(join(clone, name, 'Chart.lock'), 'utf8');
    for (const { folder } of await bottomUp(join(clone, name))) {
      const { code, stderr } = await run(helm, ['dependency', 'build', folder], { timeoutMs: 60_000 });
      expect(code, stderr).toBe(0);
      expect(stderr).not.toContain('out of sync');
    }
    expect(readFileSync(join(clone, name, 'Chart.lock'), 'utf8')).toBe(lock);
    const [archive = ''] = await packAll(join(clone, 'dist'), clone, [name]);
    const [first] = await casesOf(name, {});
    const values = (first?.values ?? []).flatMap((file) => ['--values', file]);
    const rendered = await Promise.all(
      [join(clone, name), archive].map((chart) =>
        run(helm, ['template', 'r', chart, ...values, '--kube-version', KUBE_VERSION]),
      ),
    );
    expect(rendered[0]?.stdout).toContain('kind: Service');
    expect(rendered[0]).toEqual(rendered[1]);
  });
});
