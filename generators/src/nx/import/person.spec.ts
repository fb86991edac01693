import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Question } from '../../import/questions.ts';
import { personAt } from './person.ts';

const SIZES: readonly Question[] = [
  { kind: 'sizes', path: 'sizes.db', fallback: '10Gi' },
  { kind: 'sizes', path: 'sizes.index', fallback: '5Gi' },
];
const ENTRY: readonly Question[] = [
  { kind: 'entry', path: 'entry', fallback: 'web', choices: ['web', 'api'] },
];

async function answers(typed: string, ...asked: readonly (readonly Question[])[]) {
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  const person = personAt(terminal);
  terminal.input.end(typed);
  const said: Record<string, string> = {};
  for (const questions of asked)
    for (const [path, { value }] of await person.ask(questions)) said[path] = value;
  person.letGo();
  return { said, shown: String(terminal.output.read()) };
}

it('one line answers one kind of question: nothing, one for all, or some by their names', async () => {
  expect((await answers('\n', SIZES)).said).toEqual({ 'sizes.db': '10Gi', 'sizes.index': '5Gi' });
  expect((await answers('7Gi\n', SIZES)).said).toEqual({ 'sizes.db': '7Gi', 'sizes.index': '7Gi' });
  expect((await answers('index=1Gi\n', SIZES)).said).toEqual({ 'sizes.db': '10Gi', 'sizes.index': '1Gi' });
  expect((await answers('api\ndb=1Gi, index=2Gi\n', ENTRY, SIZES)).said).toEqual({
    entry: 'api',
    'sizes.db': '1Gi',
    'sizes.index': '2Gi',
  });
});

it('what is no answer is said, and asked again', async () => {
  const { said, shown } = await answers('big\ndb=1Gi, mail=1Gi\ndb=1Gi\n', SIZES);
  expect(said).toEqual({ 'sizes.db': '1Gi', 'sizes.index': '5Gi' });
  expect(shown).toMatchInlineSnapshot(`
    "How large are the volumes?
      Write a size such as 10Gi; one for all, or NAME=ANSWER, ….
      [db=10Gi, index=5Gi] >   "big" is no answer: write a size such as 10Gi.
      >   Nobody asks about mail.
      > "
  `);
});

it('input that ends is no answer', async () => {
  await expect(answers('', ENTRY)).rejects.toThrow('The input ended before the question was answered.');
});
