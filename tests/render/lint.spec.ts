import { describe, expect, it } from 'vitest';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { KUBE_VERSION } from '../../tools/kubernetes/version.ts';
import { titleOf } from './objects.ts';

const binaries = { 'Helm 4': pinnedHelm, 'Helm 3.17': findHelm3 };

describe.each(Object.entries(binaries))('%s lint --strict', (_version, find) => {
  it.concurrent.each(cases().map((one) => [titleOf(one), one] as const))(
    '%s',
    async (_title, { chart, values }) => {
      const archive = await archiveOf(chart);
      const args = ['lint', '--strict', archive, '--values', values, '--kube-version', KUBE_VERSION];
      const { code, stdout, stderr } = await run(await find(), args);
      expect(code, `${stdout}${stderr}`).toBe(0);
      expect(stdout.split('\n').filter((line) => /^\[(WARNING|ERROR)\]/.test(line))).toEqual([]);
    },
  );
});
