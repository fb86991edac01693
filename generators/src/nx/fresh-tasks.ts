import { join } from 'node:path';
import { featuresOf } from '../features/load.ts';
import { withCompanions } from '../model/companions.ts';
import type { ChartDefinition, UmbrellaDefinition } from '../model/definition.ts';
import { loadDefinition } from '../workspace/load-definitions.ts';
import type { Found } from './fresh.ts';
import { regenerate } from './regenerate.ts';
import { relationsOf } from './relations.ts';

type AnyDefinition = ChartDefinition | UmbrellaDefinition;

const [task, root = '', ...files] = process.argv.slice(2);
try {
  const result = task === 'changes' ? await regenerate(root) : await definitions();
  process.stdout.write(JSON.stringify(result));
} catch (error) {
  process.stderr.write(messageOf(error));
  process.exitCode = 1;
}

async function definitions(): Promise<Readonly<Record<string, Found>>> {
  const loaded = await Promise.all(
    files.map(async (file) => {
      try {
        return [file, await loadDefinition(join(root, file), file)] as const;
      } catch (error) {
        return [file, messageOf(error)] as const;
      }
    }),
  );
  const all = await complete(loaded.flatMap(([, found]) => (typeof found === 'string' ? [] : [found])));
  return Object.fromEntries(
    loaded.map(([file, found]) => [file, typeof found === 'string' ? { error: found } : foundOf(found, all)]),
  );
}

/** The definitions with what features bring to them. */
async function complete(all: readonly AnyDefinition[]): Promise<readonly AnyDefinition[]> {
  const features = await featuresOf(root);
  const charts = all.flatMap((definition) => ('umbrella' in definition ? [] : [definition]));
  const sources = charts.map((definition) => ({ definition, folder: '', file: '', files: new Map() }));
  const umbrellas = all.filter((definition) => 'umbrella' in definition);
  return [...withCompanions(sources, features).map(({ definition }) => definition), ...umbrellas];
}

function foundOf(
  { name, version, description, ...rest }: AnyDefinition,
  all: readonly AnyDefinition[],
): Found {
  const whole = all.find((definition) => definition.name === name);
  return {
    name,
    version,
    description,
    isUmbrella: 'umbrella' in rest,
    relations: whole ? relationsOf(whole, all) : [],
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
