import { join } from 'node:path';
import { generate } from '../../generators/src/generate.ts';

// What the bench measures: everything from the start of a process to the text of every file, for all charts or those named.
const only = process.argv.slice(2);
await generate(join(import.meta.dirname, '../..'), only.length > 0 ? { only } : {});
