import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from '../../tools/cases/cases.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { inNetwork } from './in-network.ts';
import { clientSays, startRedis } from './redis-process.ts';
import { running, scriptsOfCase, sourceOf } from './shipped.ts';

/** What the page for operators runs inside of the container, in its order: dump, upload, restore. */
const [dump = '', upload = '', restore = ''] = readFileSync(
  join(import.meta.dirname, '../../docs/operations.md'),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('kubectl exec ai-redis-0 '))
  .map((line) => /sh -c '([^']+)'/.exec(line)?.[1] ?? '');

const it = inNetwork.extend<{ readonly volumes: { readonly data: string; readonly tmp: string } }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redis-'));
    chmodSync(folder, 0o755);
    await use({ data: join(folder, 'data'), tmp: join(folder, 'tmp') });
    rmSync(folder, { recursive: true });
  },
});

it.for(cases().filter(({ chart, name }) => chart === 'redis' && ['default', 'valkey'].includes(name)))(
  'the documented commands bring back what $name had',
  async (example, { network, volumes, expect }) => {
    const { script } = running(await scriptsOfCase(example), sourceOf('charts/redis/src/start.sh'));
    const says = (words: string) => clientSays(script, network, words);
    const inside = (text: string) =>
      runScript({ ...script, command: ['sh', '-c', text], args: [] }, { network, volumes });
    expect([dump, upload, restore].every((text) => text !== '')).toBe(true);

    const first = await startRedis(script, network, volumes);
    expect(await says('set colour green')).toBe('OK');
    expect(await says('rpush queue one two')).toBe('2');
    const dumped = await inside(`{ ${dump}; } > /data/taken.rdb`);
    expect(dumped.exitCode, dumped.output).toBe(0);
    const rdb = readFileSync(join(volumes.data, 'taken.rdb'));
    expect(rdb.subarray(0, 9).toString()).toMatch(/^(REDIS|VALKEY)/);

    expect(await says('set colour red')).toBe('OK');
    expect(await says('del queue')).toBe('1');
    writeFileSync(join(volumes.data, 'sent.rdb'), rdb);
    expect(await inside(`cat /data/sent.rdb | (${upload})`)).toMatchObject({ exitCode: 0 });
    const restored = await inside(restore);
    expect((await first.ended).exitCode, restored.output).toBe(0);

    const second = await startRedis(script, network, volumes);
    expect(await says('get colour')).toBe('green');
    expect(await says('lrange queue 0 -1')).toBe('one\ntwo');
    expect(await says('set later yes')).toBe('OK');
    await second.stop();
    const third = await startRedis(script, network, volumes);
    expect(await says('get later')).toBe('yes');
    expect(await says('get colour')).toBe('green');
    await third.stop();
  },
);
