import { TemplateSyntaxError } from './closed-loop/ast.ts';
import { type Token, tokenize } from './closed-loop/lexer.ts';

/** How often a block asks a named template before it keeps the answer in a variable. */
const OFTEN = 3;
/** Ends an action behind which blanks and lines are no text; names of Jobs are hashes of texts, so that each blank counts. */
const TRIM = '-}}';

/** What follows an opening action up to its `else` or `end`; the whole file is one, too. */
interface Block {
  readonly parent: Block | undefined;
  /** Its keyword; `file` for the whole file. */
  readonly word: string;
  /** Where its text begins. */
  readonly begin: number;
  /** Whether the dot is what `$` is. */
  readonly atRoot: boolean;
}

/** One `include "x.name" .`, with the dot of the file or of the named template that it stands in. */
interface Question {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly block: Block;
}

/**
 * Template text that asks a named template once for what it needs often: the answer is a variable of the innermost block in
 * which all the questions stand. A named template says the same each time that it is asked with the same dot.
 */
export function askedOnce(text: string): string {
  if (text.split('include "').length <= OFTEN) return text;
  const changes = [...grouped(questionsOf(text)).values()].flatMap((questions) => {
    const [first] = questions;
    if (first === undefined || questions.length < OFTEN) return [];
    const variable = variableOf(first.name);
    if (text.includes(variable)) return [];
    const block = questions.map((question) => question.block).reduce(innermost);
    const trim = text.endsWith(TRIM, block.begin) ? TRIM : '}}';
    const asked = `{{- ${variable} := include "${first.name}" ${block.atRoot ? '.' : '$'} ${trim}`;
    const declared = block.parent === undefined ? `${asked}\n` : `\n${asked}`;
    return [
      { start: block.begin, end: block.begin, text: declared },
      ...questions.map(({ start, end }) => ({ start, end, text: variable })),
    ];
  });
  let result = '';
  let at = 0;
  for (const change of changes.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/** The questions by what they ask, and by the named template or file whose variables they see. */
function grouped(questions: readonly Question[]): ReadonlyMap<string, readonly Question[]> {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${aroundOf(question.block).at(-1)?.begin} ${question.name}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return groups;
}

function questionsOf(text: string): readonly Question[] {
  const questions: Question[] = [];
  let block: Block = { parent: undefined, word: 'file', begin: 0, atRoot: true };
  for (const action of actionsOf(text)) {
    const [{ text: word = '' } = {}, after] = action;
    const around: Block = word === 'else' || word === 'end' ? (block.parent ?? block) : block;
    questions.push(...questionsIn(action, around));
    if (word === 'end') block = around;
    if (['if', 'with', 'range', 'define', 'else'].includes(word)) {
      const isPlain = word !== 'else' || after?.kind === 'close' || after?.text === 'if';
      const keepsDot = isPlain && word !== 'with' && word !== 'range';
      const begin = action.at(-1)?.end ?? 0;
      block = { parent: around, word, begin, atRoot: word === 'define' || (around.atRoot && keepsDot) };
    }
  }
  return questions;
}

/** The tokens of each action, from its first word to its closing braces; none of text that the checker will refuse. */
function actionsOf(text: string): readonly (readonly Token[])[] {
  const actions: Token[][] = [];
  try {
    for (const token of tokenize(text)) {
      if (token.kind === 'open') actions.push([]);
      else if (token.kind !== 'text') actions.at(-1)?.push(token);
    }
    return actions;
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return [];
    throw error;
  }
}

function questionsIn(action: readonly Token[], block: Block): readonly Question[] {
  return action.flatMap((token, index) => {
    const [name, dot, next, filter] = action.slice(index + 1);
    if (token.kind !== 'identifier' || token.text !== 'include' || name?.kind !== 'string') return [];
    // What is only hashed may be secret; in a variable the checker would take it for printed.
    if (filter?.text === 'sha256sum') return [];
    const isRoot = dot?.text === '$' || (dot?.kind === 'dot' && block.atRoot);
    if (!isRoot || next === undefined || next.glued) {
      // `(include "x.name" .)` is one operand, and so are its parentheses.
      const before = action[index - 1];
      if (!isRoot || before?.text !== '(' || next?.text !== ')') return [];
      return [{ name: name.text, start: before.start, end: next.end, block }];
    }
    return [{ name: name.text, start: token.start, end: dot.end, block }];
  });
}

/** The innermost block around both. */
function innermost(one: Block, other: Block): Block {
  const around = new Set(aroundOf(one));
  return aroundOf(other).find((block) => around.has(block)) ?? one;
}

/** A block and those around it, up to the named template or the file: variables of one do not reach into the other. */
function aroundOf(block: Block): readonly Block[] {
  const isWhole = block.parent === undefined || block.word === 'define';
  return isWhole ? [block] : [block, ...aroundOf(block.parent)];
}

/** `$postgresSecretName` for `web.connections.postgres.secretName`. */
function variableOf(name: string): string {
  const [, ...segments] = name.split('.');
  const words = (segments[0] === 'connections' ? segments.slice(1) : segments).flatMap((segment) =>
    segment.split('-'),
  );
  return `$${words.map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join('')}`;
}
