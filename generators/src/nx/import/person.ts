import { createInterface, type Interface } from 'node:readline/promises';
import { type Answers, formMissed, KINDS, type Question } from '../../import/questions.ts';

/** Where a person reads and writes. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Somebody who can be asked, until they are let go. */
export interface Person {
  /**
   * Asks one question about all that have it, until there is an answer: one for all of them, or `NAME=ANSWER, …` for
   * some. An empty line takes the defaults.
   *
   * Errors: the input ends before there is an answer.
   */
  readonly ask: (questions: readonly Question[]) => Promise<Answers>;
  readonly letGo: () => void;
}

/** The person at a terminal. */
export function personAt({ input, output }: Terminal): Person {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  const ask = async (questions: readonly Question[]): Promise<Answers> => {
    reader ??= createInterface({ input });
    lines ??= reader[Symbol.asyncIterator]();
    output.write(questionText(questions));
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done) throw new Error('The input ended before the question was answered.');
      const answers = answersIn(line.trim(), questions);
      if (typeof answers !== 'string') return answers;
      output.write(`  ${answers}\n  > `);
    }
  };
  return { ask, letGo: () => reader?.close() };
}

/** What there is to know, of what, in which form, and what an empty line takes. */
function questionText(questions: readonly Question[]): string {
  const [{ kind, choices } = { kind: 'entry' as const }] = questions;
  const { asks, form } = KINDS[kind];
  const defaults = questions.map((one) => [nameOf(one), one.fallback].filter(Boolean).join('='));
  const each = questions.length > 1 ? '; one for all, or NAME=ANSWER, …' : '';
  return `${asks}\n  Write ${choices?.join(', ') ?? form}${each}.\n  [${defaults.join(', ')}] > `;
}

const nameOf = ({ kind, path }: Question) => path.slice(kind.length + 1);

/** The answers of a line, or what is wrong with it. */
function answersIn(line: string, questions: readonly Question[]): Answers | string {
  const said = new Map(questions.map(({ path, fallback }) => [path, fallback]));
  const isEach = questions.some((one) => line.startsWith(`${nameOf(one)}=`));
  if (line !== '' && !isEach) for (const { path } of questions) said.set(path, line);
  for (const part of isEach ? line.split(',') : []) {
    const [name = '', ...value] = part.trim().split('=');
    const question = questions.find((one) => nameOf(one) === name);
    if (question === undefined) return `Nobody asks about ${name}.`;
    said.set(question.path, value.join('='));
  }
  for (const question of questions) {
    const value = said.get(question.path) ?? '';
    const form = formMissed(question, value);
    if (form !== undefined) return `"${value}" is no answer: write ${form}.`;
  }
  return new Map([...said].map(([path, value]) => [path, { value, at: 'the terminal' }]));
}
