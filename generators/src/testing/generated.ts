import { mistakesIn } from '../errors.ts';
import { generate } from '../generate.ts';

/** What generating the workspace in the current folder gives: the number of files of each chart, or what is said against it. */
try {
  const charts = await generate(process.cwd());
  const files = Object.fromEntries([...charts].map(([name, { size }]) => [name, size]));
  console.log(JSON.stringify({ files, mistakes: [] }));
} catch (error) {
  const mistakes = mistakesIn(error).map(({ code, where, message }) => ({ code, where, message }));
  console.log(JSON.stringify({ files: {}, mistakes }));
}
