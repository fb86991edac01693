/** Passwords that some program would change on its way: eight characters or more, as S3 wants it, and none of them hidden. */
export const PASSWORDS = [
  'x\\tab9\\tab9',
  'x\\nine9\\0\\c',
  'ends with \\',
  `it's "quoted"`,
  '"both ends"',
  '$HOME$(id)`id`',
  `\${HOME}$$(X)$(PASSWORD)`,
  '100%s%%d%(nothing)s',
  '# hash;semi=colon',
  'a/b?c[d]@e:f&g',
  'http://u:p@h/d?e#f',
  ' blanks at both ends ',
  '-leading --dash',
  'éèñ漢字🔑ß',
  '*?[a-z]!* > < |',
  '{{ .Values }} {% x %}',
  '{"json":[1,null]}',
  "<xml a='1'>&amp;</xml>",
  'a,b=c+d~e^f',
  'Plain0but!(*)$&;',
] as const;

/** All of them in one, for what takes long to try. */
export const ALL_IN_ONE = ` -'"\\t\\n$HOME$(id)\`id\`%s%(x)s#/?[]@:&*{{ x }}{"j":1}é漢🔑 \\`;

/** Names of users that a text of another form would change. */
export const USERS = [
  `Re"port's`,
  'ops@example.com',
  'back\\slash\\t',
  '$HOME`id`',
  ' blanks ',
  '-dash',
  'é漢字',
  'a=b c',
  'postgresql://x',
  '100%s',
  'a/b?c#d:e&f',
] as const;

/** What the same list would be with a line break at the end, as editors and echo leave it. */
export const BROKEN = 'Correct0Horse\n';

/** The refusal of such a password, as scripts say it. */
export const refusal = (what: string) =>
  `${what} ends in a line break, or has another character that cannot be seen: write it anew, for example with printf instead of echo`;
