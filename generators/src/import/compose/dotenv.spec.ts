// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { expect, it } from 'vitest';
import { readEnvironment } from './dotenv.ts';

it('reads what Compose reads', () => {
  const text = `# a comment
PLAIN=value
export SPACED = value with blanks   # behind
HASH=a#b
EMPTY=
NOTHING
SINGLE='$PLAIN "as it is"'
DOUBLE="a \\"quote\\" and $PLAIN\\n"
LONG="first
second"
NESTED=\${GIVEN:-none}-\${PLAIN}
`;
  expect(Object.fromEntries(readEnvironment(text, '.env', new Map([['GIVEN', 'there']])))).toEqual({
    PLAIN: 'value',
    SPACED: 'value with blanks',
    HASH: 'a#b',
    EMPTY: '',
    NOTHING: '',
    SINGLE: '$PLAIN "as it is"',
    DOUBLE: 'a "quote" and value\n',
    LONG: 'first\nsecond',
    NESTED: 'there-value',
  });
});

it.each([
  ['A=1\n= 2\n', '.env:2:1: "= 2" sets no variable'],
  ['A="1\n', '.env:1:1: the quote of A does not close'],
  ['A=${B\n', '.env:1:1: "${B" has a $ that begins no variable'],
])('%j is refused with its line', (text, message) => {
  expect(() => readEnvironment(text, '.env')).toThrow(message);
});
