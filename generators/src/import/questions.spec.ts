import { describe, expect, it } from 'vitest';
import { answersText, asking, readAnswers } from './questions.ts';

const FILE = 'answers.yaml';
const answersIn = (text: string) => readAnswers(text, FILE);

it('answers are read as they were written', () => {
  const text = answersText(
    answersIn('entry: web\nsizes: { db: 20Gi, index.v2: 1Gi }\nprobes: { worker: pgrep -f worker }\n'),
  );
  expect(text).toMatchInlineSnapshot(`
    "# What a person answered the import: it asks for the rest, and takes this from here.
    entry: web
    sizes:
      db: 20Gi
      index.v2: 1Gi
    probes:
      worker: pgrep -f worker
    "
  `);
  expect(answersText(answersIn(text))).toBe(text);
  expect(answersIn('# none yet\n').size).toBe(0);
  expect(answersText(new Map())).toBe('');
});

it('an answer is taken, a default where there is none, and both are noted in the order of the kinds', () => {
  const { ask, finish } = asking(answersIn('sizes: { db: 20Gi }'));
  expect(ask('probes', 'worker', 'true')).toEqual({ path: 'probes.worker', value: 'true', isGiven: false });
  expect(ask('sizes', 'db', '10Gi')).toEqual({ path: 'sizes.db', value: '20Gi', isGiven: true });
  expect(finish()).toEqual([
    { kind: 'sizes', path: 'sizes.db', fallback: '10Gi' },
    { kind: 'probes', path: 'probes.worker', fallback: 'true' },
  ]);
});

describe('refused, with file, line and column', () => {
  it.each([
    [
      'a kind that there is not',
      'sizs: { db: 1Gi }',
      'answers.yaml:1:7: there is no question sizs. Write one of entry, sizes, secrets, images, probes.',
    ],
    ['what is no mapping', 'sizes: 1Gi', 'answers.yaml:1:8: it is no mapping of answers.'],
    ['no answer', 'sizes: { db: }', 'sizes.db has no answer. Write a size such as 10Gi.'],
    [
      'an answer of another form',
      'sizes: { db: much }',
      'answers.yaml:1:14: "much" is no answer to sizes.db. Write a size such as 10Gi.',
    ],
    [
      'an answer that is none of the choices',
      'entry: mail',
      '"mail" is no answer to entry. Write one of web, api.',
    ],
    [
      'what nobody asks for',
      'sizes: { db: 1Gi, gone: 1Gi }',
      'answers.yaml:1:25: nobody asks for sizes.gone. Leave it out. Asked for: entry, sizes.db.',
    ],
    ['what is no YAML', 'sizes: {', 'it is no YAML'],
  ])('%s', (_, text, message) => {
    expect(() => {
      const { ask, finish } = asking(answersIn(text));
      ask('entry', '', 'web', ['web', 'api']);
      ask('sizes', 'db', '10Gi');
      finish();
    }).toThrow(message);
  });
});
