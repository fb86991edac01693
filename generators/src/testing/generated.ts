import { mistakesIn } from '../errors.ts';
import { generate } from '../generate.ts';

/** Names of the charts of the workspace that were generated, or what is said against them. */
export interface Outcome {
  readonly charts: readonly string[];
  readonly mistakes: readonly { readonly code: string; readonly where: string; readonly message: string }[];
}

async function outcome(): Promise<Outcome> {
  try {
    return { charts: [...(await generate(process.cwd())).keys()], mistakes: [] };
  } catch (error) {
    const mistakes = mistakesIn(error).map(({ code, where, message }) => ({ code, where, message }));
    return { charts: [], mistakes };
  }
}

// Generates the workspace in the current folder each time the process that started this one asks.
process.on('message', async () => process.send?.(await outcome()));
