import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../tools/package/chart-folders.ts';
import { type RenderOptions, template } from '../cases.ts';
import { expectGolden, expectGoldenFiles } from './golden.ts';

interface Mistake {
  /** Name of the golden file. */
  readonly name: string;
  readonly chart: string;
  readonly values?: string;
  readonly args: readonly string[];
  readonly release?: string;
  /** What the message must name: the value by its path, a member, or the remedy. */
  readonly names: readonly string[];
}

const rpi5 = join(CHARTS, 'ai-platform/presets/rpi5.yaml');
const api = join(CHARTS, 'langchain-api/ci/default-values.yaml');
const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['--set-json', pair]);

const mistakes: readonly Mistake[] = [
  { name: 'unknown-key', chart: 'redis', args: set('replicaCout=1'), names: ['redis:', 'replicaCout'] },
  {
    name: 'unknown-key-inside',
    chart: 'redis',
    args: set('config.maxMemmory="1gb"'),
    names: ['config', 'maxMemmory'],
  },
  { name: 'wrong-type', chart: 'redis', args: set('replicaCount="two"'), names: ['replicaCount', 'integer'] },
  { name: 'null-for-a-default', chart: 'redis', args: set('service.port=null'), names: ['service', 'port'] },
  { name: 'null-for-a-block', chart: 'redis', args: set('persistence=null'), names: ['persistence'] },
  {
    name: 'bad-quantity',
    chart: 'redis',
    args: set('resources.limits.memory="lots"'),
    names: ['resources', 'limits', 'memory'],
  },
  {
    name: 'bad-name',
    chart: 'redis',
    args: set('secrets.existingSecret="My_Secret"'),
    names: ['secrets', 'existingSecret'],
  },
  {
    name: 'bad-duration',
    chart: 'redis',
    args: set('monitoring.serviceMonitor.interval="often"'),
    names: ['interval'],
  },
  {
    name: 'control-character',
    chart: 'llm-web',
    args: set('config.title="a\\u0007b"'),
    names: ['config', 'title'],
  },
  {
    name: 'out-of-range',
    chart: 'redis',
    args: set('service.port=70000'),
    names: ['service', 'port'],
  },
  {
    name: 'below-restricted',
    chart: 'redis',
    args: set('securityContext.allowPrivilegeEscalation=true'),
    names: ['securityContext', 'allowPrivilegeEscalation'],
  },
  {
    name: 'two-problems',
    chart: 'redis',
    args: set('replicaCout=1', 'replicaCount="two"', 'config.databases=0'),
    names: ['replicaCout', 'replicaCount', 'databases'],
  },
  {
    name: 'missing-own-image',
    chart: 'llm-web',
    args: set('connections.api.host="api"'),
    names: ['image.repository'],
  },
  {
    name: 'missing-everything',
    chart: 'langchain-api',
    args: [],
    names: ['image.repository', 'connections.ollama.host', 'ollama.enabled=true'],
  },
  {
    name: 'gitops-without-secret',
    chart: 'redis',
    args: set('global.gitops=true'),
    names: ['demo-redis', 'secrets.existingSecret'],
  },
  {
    name: 'release-with-a-digit',
    chart: 'redis',
    args: [],
    release: '7eleven',
    names: ['7eleven', 'fullnameOverride'],
  },
  {
    name: 'repeated-variable',
    chart: 'redis',
    args: set('extraEnv=[{"name":"SAVE","value":""}]'),
    names: ['extraEnv', 'SAVE'],
  },
  {
    name: 'budget-that-blocks',
    chart: 'redis',
    args: set('podDisruptionBudget.minAvailable=1'),
    names: ['podDisruptionBudget.minAvailable'],
  },
  {
    name: 'pods-in-extra-objects',
    chart: 'redis',
    args: set('extraObjects=[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}]'),
    names: ['extraObjects', 'Pod'],
  },
  {
    name: 'subchart-typo',
    chart: 'langchain-api',
    values: api,
    args: set('ollama.modells=["a"]'),
    names: ['ollama:', 'modells'],
  },
  {
    name: 'umbrella-unknown-member',
    chart: 'ai-platform',
    args: set('global.members.olama.enabled=true'),
    names: ['members', 'olama'],
  },
  {
    name: 'umbrella-typo-in-member',
    chart: 'ai-platform',
    values: rpi5,
    args: set('ollama.config.keepAlife="5m"'),
    names: ['ollama:', 'config', 'keepAlife'],
  },
  {
    name: 'umbrella-two-members',
    chart: 'ai-platform',
    values: rpi5,
    args: set('ollama.modells=[]', 'llm-web.replicaCount=-1'),
    names: ['ollama:', 'modells', 'llm-web:', 'replicaCount'],
  },
  {
    name: 'umbrella-missing-provider',
    chart: 'ai-platform',
    values: rpi5,
    args: set('global.members.ollama.enabled=false'),
    names: ['langchain-api needs ollama', 'global.members.ollama.external.host'],
  },
];

const versions = { 'Helm 4': { helm: 'helm4' }, 'Helm 3.17': { helm: 'helm3' } } as const satisfies Record<
  string,
  RenderOptions
>;

describe('a mistake is refused with a message that names it', () => {
  it.concurrent.each(mistakes.map((mistake) => [mistake.name, mistake] as const))(
    '%s',
    async (name, { chart, values, names, ...options }) => {
      const [newest = '', oldest = ''] = await Promise.all(
        Object.values(versions).map(async (version) => {
          const { code, stderr } = await template(chart, values, { ...version, ...options });
          expect(code).toBe(1);
          return readable(stderr);
        }),
      );
      for (const text of names) for (const message of [newest, oldest]) expect(message).toContain(text);
      const [first, second] = Object.keys(versions);
      const same = newest === oldest;
      expectGolden(
        `messages/${name}.txt`,
        same ? `# ${first} and ${second}\n${newest}` : `# ${first}\n${newest}\n# ${second}\n${oldest}`,
      );
    },
  );

  it('has no golden messages of mistakes that are gone', () => {
    expectGoldenFiles(
      'messages',
      mistakes.map(({ name }) => `${name}.txt`),
    );
  });
});

/** A message with the parts sorted that Helm writes in any order, without the hint at flags that follows. */
function readable(stderr: string): string {
  const lines = stderr
    .replace(/\n+Use --debug flag[^\n]*\n/, '\n')
    .replace(/\(([^\s():]+):[\d:]+\)/, '($1)')
    .split('\n')
    .map(sortedKeys);
  return `${sortedRuns(lines).join('\n').trimEnd()}\n`;
}

function sortedKeys(line: string): string {
  return line.replace(/'[^']+'(, '[^']+')+/, (keys) => keys.split(', ').sort().join(', '));
}

/** Neighbouring lines of a list, sorted. */
function sortedRuns(lines: readonly string[]): readonly string[] {
  const rank = (line: string) => (line.startsWith('- ') ? line : undefined);
  return lines.reduce<string[]>((done, line) => {
    let at = done.length;
    while (rank(line) !== undefined && at > 0 && (rank(done[at - 1] ?? '') ?? '') > line) at -= 1;
    done.splice(at, 0, line);
    return done;
  }, []);
}
