const LINK = /\bhttps?:\/\/\S+/g;

/** A comment of the file as one sentence; undefined for one that says too little, as a link alone does, or too much. */
export function sentenceIn(comment: string, longest: number): string | undefined {
  const text = joined(comment)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])(?= |$)/g, '$1')
    .trim();
  if (text.replace(LINK, '').trim().length < 10 || text.length > longest) return undefined;
  const isName = /^[a-z]+([_A-Z\d]|:\/\/)/.test(text);
  const start = isName ? text.charAt(0) : text.charAt(0).toUpperCase();
  const rest = text.slice(1);
  return /([!?]|\.\))$/.test(rest) ? `${start}${rest}` : `${start}${rest.replace(/[.:;,]+$/, '')}.`;
}

/** Settings that somebody has switched off. */
const SWITCHED_OFF = /^[\w.-]+=\S*$|^[\w.-]+:$|^- .*[:=$]|^[\w.-]+: .*[[\]{}$=]/;

/** The lines as one text: a line that ends although the next word had room, before one that begins anew, is a sentence. */
function joined(comment: string): string {
  const lines = comment
    .replace(/[#=*-]{3,}/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !SWITCHED_OFF.test(line));
  const width = Math.max(0, ...lines.map((line) => line.length));
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line;
    const [word = ''] = line.split(' ');
    const isEnd = /\w$/.test(before) && /^\p{Lu}/u.test(line) && before.length + word.length < width;
    return `${text}${isEnd ? '.' : ''} ${line}`;
  }, '');
}
