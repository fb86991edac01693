import { stringify } from 'yaml';
import { grouped } from '../grouped.ts';
import { type Fields, inputError, type Place, readTree, type Tree } from './compose/tree.ts';
import type { Answer, Verdict } from './report.ts';
import { RUNS_AS } from './runs-as.ts';

/** What Compose files do not say and a person can: one question each, about all that have it. */
export const KINDS = {
  entry: { asks: 'Which service do people open?', form: 'the name of a service', valid: /./ },
  sizes: { asks: 'How large are the volumes?', form: 'a size such as 10Gi', valid: /^\d+(\.\d+)?[KMGT]i$/ },
  secrets: {
    asks: 'Which secrets of others must an installation give?',
    form: 'required, optional or generated',
    valid: /^(required|optional|generated)$/,
  },
  images: {
    asks: 'Which user do the images run as, and which folders do they write to?',
    form: 'a uid, and folders behind colons, as in 1000:/var/cache; / is its whole root file system, and behind a blank may stand why',
    valid: RUNS_AS,
  },
  probes: {
    asks: 'Which command fails in a container that works no longer, or at which port does it listen? None is known of these.',
    form: 'a command, or the number of a port',
    valid: /\S/,
  },
} as const;

export type Kind = keyof typeof KINDS;

/** One thing to know, with what is taken until somebody says otherwise. */
export interface Question {
  readonly kind: Kind;
  /** Kind, and service, volume or variable: where its answer stands in a file of answers. */
  readonly path: string;
  readonly fallback: string;
  /** Words that are an answer; any of the form of its kind where there are none. */
  readonly choices?: readonly string[];
}

/**
 * The answer to a question about a service, volume or variable; of kinds that ask about one thing, the name is empty. What
 * the input says already, `isKnown`, nobody is asked for, and a person may say otherwise.
 */
export type Ask = (
  kind: Kind,
  name: string,
  fallback: string,
  choices?: readonly string[],
  isKnown?: boolean,
) => Answer;

/** Path of a question → what a person said, and where. */
export type Answers = ReadonlyMap<string, { readonly value: string; readonly at: Place }>;

const pathOf = (kind: Kind, name: string) => (name === '' ? kind : `${kind}.${name}`);

/** Takes every default. */
export const unasked: Ask = (kind, name, fallback) => ({
  path: pathOf(kind, name),
  value: fallback,
  isGiven: false,
});

/** Asks, and in the end says for what, in the order of the kinds. */
export interface Asked {
  readonly ask: Ask;
  readonly finish: () => readonly Question[];
}

/**
 * Takes what a person said, and notes what was asked for.
 *
 * Errors: an answer that is none, with its place in the file; `finish` refuses those that nobody asked for.
 */
export function asking(answers: Answers = new Map()): Asked {
  const questions = new Map<string, Question>();
  const ask: Ask = (kind, name, fallback, choices, isKnown = false) => {
    const path = pathOf(kind, name);
    const question: Question = { kind, path, fallback, ...(choices && { choices }) };
    const given = answers.get(path);
    if (given !== undefined || !isKnown) questions.set(path, question);
    if (given === undefined) return unasked(kind, name, fallback);
    const form = formMissed(question, given.value);
    if (form !== undefined)
      throw inputError(`"${given.value}" is no answer to ${path}`, given.at, `Write ${form}.`);
    return { path, value: given.value, isGiven: true };
  };
  const finish = (): readonly Question[] => {
    for (const [path, { at }] of answers)
      if (!questions.has(path))
        throw inputError(
          `nobody asks for ${path}`,
          at,
          `Leave it out. Asked for: ${[...questions.keys()].join(', ') || 'nothing'}.`,
        );
    return Object.keys(KINDS).flatMap((kind) => [...questions.values()].filter((one) => one.kind === kind));
  };
  return { ask, finish };
}

/** What an answer has to be, where it is not; undefined where it is. */
export function formMissed({ kind, choices }: Question, value: string): string | undefined {
  const { form, valid } = KINDS[kind];
  if (choices === undefined) return valid.test(value) ? undefined : form;
  return choices.includes(value) ? undefined : `one of ${choices.join(', ')}`;
}

/** Verdict and words of an entry for which a person can say something. */
export function told({ path, isGiven }: Answer, where: string, why: string): readonly [Verdict, string] {
  return isGiven
    ? ['carried', `${where}, as you answered`]
    : ['asked', `${where}: ${why}; answer \`${path}\``];
}

/** Reads a file of answers: kind → name → answer. Errors: what is no YAML, and kinds that there are not. */
export function readAnswers(text: string, file: string): Answers {
  const answers = new Map<string, { readonly value: string; readonly at: Place }>();
  const tree = readTree(text, file);
  const empty = tree.kind === 'leaf' && tree.text === null;
  for (const [kind, field] of empty ? [] : mapping(tree).fields) {
    if (!isKind(kind))
      throw inputError(
        `there is no question ${kind}`,
        field.at,
        `Write one of ${Object.keys(KINDS).join(', ')}.`,
      );
    const single = kind === 'entry';
    const named = single ? [['', field] as const] : mapping(field).fields;
    for (const [name, answer] of named) {
      if (answer.kind !== 'leaf' || answer.text === null)
        throw inputError(`${pathOf(kind, name)} has no answer`, answer.at, `Write ${KINDS[kind].form}.`);
      answers.set(pathOf(kind, name), { value: answer.text, at: answer.at });
    }
  }
  return answers;
}

/** The file that gives the answers again; empty for none. */
export function answersText(answers: Answers): string {
  if (answers.size === 0) return '';
  const kinds = grouped([...answers], ([path]) => path.split('.')[0] ?? '');
  const values = [...kinds].map(([kind, list]) => [
    kind,
    kind === 'entry'
      ? list[0]?.[1].value
      : Object.fromEntries(list.map(([path, { value }]) => [path.slice(kind.length + 1), value])),
  ]);
  return `# What a person answered the import: it asks for the rest, and takes this from here.\n${stringify(Object.fromEntries(values))}`;
}

function mapping(tree: Tree): Fields {
  if (tree.kind === 'fields') return tree;
  throw inputError('it is no mapping of answers', tree.at, 'Write a name, a colon and the answer.');
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(KINDS, kind);
}
