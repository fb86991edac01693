import { describe, expect, test } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { commandLines } from '../render/typed-commands.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster();
/** Values of a Service that is reached from outside, and of logins that Helm generates. */
const INSTALLED = [
  ['redis', 'service.type=NodePort'],
  ['minio', 'console.enabled=true'],
  ['grafana', 'persistence.enabled=false'],
] as const;

describe.concurrent('notes', () => {
  test.each(INSTALLED)(
    'of %s with %s: their commands run as printed',
    { timeout: 600_000 },
    async (chart, set) => {
      const space = await testbed.space();
      const notes = await space.helm(
        'install',
        chart,
        await archiveOf(chart),
        '--set',
        set,
        '--wait',
        '--timeout',
        '240s',
      );
      const commands = commandLines(notes).filter((line) => /^kubectl .* get /.test(line));
      expect(commands.length).toBeGreaterThan(1);
      for (const command of commands) {
        const { code, stdout, stderr } = await run(
          'sh',
          ['-c', `kubectl() { ${await findKubectl()} "$@"; }; ${command}`],
          {
            env: { KUBECONFIG: testbed.cluster.kubeconfig },
          },
        );
        expect(`${code} ${stderr}`, command).toBe('0 ');
        expect(stdout, command).not.toBe('');
        if (command.includes('get secret')) expect(stdout, command).toMatch(/^[A-Za-z0-9]+$/);
      }
      expect(notes.includes('is lost with the pod')).toBe(set === 'persistence.enabled=false');
    },
  );
});
