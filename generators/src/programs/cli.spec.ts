import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownWord, readCommandLine } from './cli.ts';
import { run } from './run.ts';

const LINE = {
  name: 'npm run greet',
  usage: ['hello [--times 1] [--name NAME]… [--loud]', 'goodbye'],
  options: {
    times: { type: 'string', default: '1' },
    name: { type: 'string', multiple: true },
    loud: { type: 'boolean', default: false },
  },
  allowPositionals: true,
} as const;
const USAGE =
  'usage: npm run greet -- hello [--times 1] [--name NAME]… [--loud]\n       npm run greet -- goodbye';

test('flags and words', () => {
  const { values, positionals } = readCommandLine(LINE, ['hello', '--name', 'a', '--name=b', '--loud']);
  expect({ values: { ...values }, positionals }).toEqual({
    values: { times: '1', name: ['a', 'b'], loud: true },
    positionals: ['hello'],
  });
  expect(knownWord(LINE, 'greeting', 'hello', ['hello', 'goodbye'])).toBe('hello');
});

test.each([
  [['--tiems', '2'], `there is no option --tiems. Did you mean --times?\n${USAGE}`],
  [['--hlep'], `there is no option --hlep. Did you mean --help?\n${USAGE}`],
  [['-x'], `there is no option -x. ${USAGE}`],
  [['--colour=red'], `there is no option --colour. ${USAGE}`],
  [['--times'], `Option '--times <value>' argument missing. ${USAGE}`],
  [['--loud=yes'], `Option '--loud' does not take an argument. ${USAGE}`],
])('%s is told with what was meant', (args, message) => {
  expect(() => readCommandLine(LINE, args)).toThrow(`npm run greet: ${message}`);
});

test('a command without words takes none', () => {
  expect(() => readCommandLine({ ...LINE, allowPositionals: false }, ['hello'])).toThrow(
    "npm run greet: Unexpected argument 'hello'",
  );
});

test.each([
  ['helo', `there is no greeting "helo". Did you mean hello?\n${USAGE}`],
  ['greet', `there is no greeting "greet". ${USAGE}`],
  [undefined, `name a greeting: hello, goodbye. ${USAGE}`],
])('the word %s', (word, message) => {
  expect(() => knownWord(LINE, 'greeting', word, ['hello', 'goodbye'])).toThrow(`npm run greet: ${message}`);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-spec-'));
  writeFileSync(
    join(folder, 'greet.ts'),
    `import { print, readCommandLine, runCommand } from '${join(import.meta.dirname, 'cli.ts')}';
const line = ${JSON.stringify(LINE)} as const;
await runCommand(line, async (args) => {
  const { values, positionals: [word] } = readCommandLine(line, args);
  if (word === 'fail') throw new Error('nobody is there');
  print(\`\${word} \${values.times}\`);
  return word === 'hello' ? undefined : 3;
});
`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  [['hello'], { code: 0, stdout: 'hello 1\n', stderr: '' }],
  [['goodbye'], { code: 3, stdout: 'goodbye 1\n', stderr: '' }],
  [['hello', '--help'], { code: 0, stdout: `${USAGE}\n`, stderr: '' }],
  [['fail'], { code: 1, stdout: '', stderr: 'nobody is there\n' }],
  [
    ['--lout'],
    {
      code: 2,
      stdout: '',
      stderr: `npm run greet: there is no option --lout. Did you mean --loud?\n${USAGE}\n`,
    },
  ],
])('typed: %s', async (args, result) => {
  expect(await run(process.execPath, [join(folder, 'greet.ts'), ...args])).toEqual(result);
});
