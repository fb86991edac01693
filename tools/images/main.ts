import { basename, resolve } from 'node:path';
import { throwAll } from '../../generators/src/errors.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import {
  fileText,
  folderOfCaller,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../../generators/src/programs/cli.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { applyChanges, changeLines } from '../../generators/src/workspace/write.ts';
import { type Listing, listingsOf, listingWith, presetsOf } from './listing.ts';
import { COPIERS, mirrorCommands, mirrorTarget } from './mirror.ts';
import { imageReference } from './reference.ts';
import { refreshed } from './refresh.ts';
import { withRegistries } from './registries.ts';

const LINE = {
  name: 'npm run images',
  usage: [
    '[CHART]… [--preset NAME | --values FILE] [--json]',
    'mirror [CHART]… --to HOST/PATH [--preset NAME | --values FILE] [--with skopeo|crane]',
    'refresh [CHART]… [--digests] [--major] [--ca-file FILE] [--dry-run]',
  ],
  options: {
    preset: { type: 'string' },
    values: { type: 'string' },
    json: { type: 'boolean' },
    to: { type: 'string' },
    with: { type: 'string' },
    digests: { type: 'boolean' },
    major: { type: 'boolean' },
    'ca-file': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  allowPositionals: true,
} as const;

/** Options that belong to one form of the command. */
const FORMS = {
  list: ['preset', 'values', 'json'],
  mirror: ['preset', 'values', 'to', 'with'],
  refresh: ['digests', 'major', 'ca-file', 'dry-run'],
} as const;

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const [first] = positionals;
  const form = first === 'mirror' || first === 'refresh' ? first : 'list';
  const known: readonly string[] = FORMS[form];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined)
    throw usageError(LINE, `--${other} does not belong to ${form === 'list' ? 'the list' : form}`);
  const names = [...new Set(positionals.slice(form === 'list' ? 0 : 1))];
  const charts = await chosen(names);
  if (form === 'refresh') return refresh(names, values);
  const target = form === 'mirror' ? mirrorTarget(LINE, values.to) : '';
  const listings = await listed(names, charts, values);
  if (form === 'mirror') for (const line of mirror(listings, target, values.with)) print(line);
  else if (values.json) print(JSON.stringify(listings.map(detailed), null, 2));
  else for (const line of listings.flatMap(textOf)) print(line);
  return 0;
});

/** Images that could not be told are the error at the end; what is known of the others is written by then. */
async function refresh(
  charts: readonly string[],
  options: {
    readonly digests?: boolean;
    readonly major?: boolean;
    readonly 'ca-file'?: string;
    readonly 'dry-run'?: boolean;
  },
): Promise<number> {
  const root = resolve(CHARTS, '..');
  const { digests = false, major = false, 'ca-file': caFile } = options;
  const file = caFile === undefined ? undefined : resolve(folderOfCaller(), caFile);
  if (file !== undefined) fileText(LINE, file);
  const { lines, changes, failures } = await withProgress('asking the registries', () =>
    withRegistries(file, (registries) => refreshed(root, registries, { charts, digests, major })),
  );
  if (!options['dry-run']) applyChanges(root, changes);
  for (const line of [...lines, ...changeLines(changes)]) print(line);
  if (changes.write.length > 0 && !options['dry-run']) print('# then run npx nx sync');
  throwAll(failures);
  return 0;
}

async function chosen(names: readonly string[]): Promise<readonly string[]> {
  const all = await chartNames();
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw usageError(LINE, `there is no chart ${unknown}`);
  return names.length === 0 ? all : names;
}

/** Listings of all charts, of which the named ones must have the preset where one is asked for. */
async function listed(
  names: readonly string[],
  charts: readonly string[],
  { preset, values }: { readonly preset?: string | undefined; readonly values?: string | undefined },
): Promise<readonly Listing[]> {
  if (values !== undefined) {
    const [chart, ...more] = charts;
    if (preset !== undefined || chart === undefined || more.length > 0)
      throw usageError(LINE, '--values is of one chart, and there without --preset');
    return [await listingWith(chart, resolve(folderOfCaller(), values))];
  }
  if (preset === undefined) return (await Promise.all(charts.map(listingsOf))).flat();
  const files = await Promise.all(
    charts.map(async (chart) => (await presetsOf(chart)).find((path) => basename(path) === `${preset}.yaml`)),
  );
  const without = charts.filter((_, index) => files[index] === undefined);
  if (without.length > 0 && (names.length > 0 || without.length === charts.length))
    throw usageError(LINE, `there is no preset ${preset} of ${without.join(', ')}`);
  const listings = charts.map((chart, index) => {
    const file = files[index];
    return file === undefined ? [] : [listingWith(chart, file)];
  });
  return Promise.all(listings.flat());
}

function mirror(listings: readonly Listing[], to: string, copier = 'skopeo'): readonly string[] {
  const known = COPIERS.find((one) => one === copier);
  if (known === undefined) throw usageError(LINE, `there is no program "${copier}" for --with`);
  const images = [...new Set(listings.flatMap((listing) => listing.images))];
  const own = images.filter((image) => imageReference(image).registry === '');
  return [
    ...mirrorCommands(images, to, known),
    ...own.map((image) => `# ${image} names no registry: it has to be on the nodes`),
    `# then install with --set global.imageRegistry=${to}`,
  ];
}

function detailed({ chart, values, images }: Listing): object {
  const parts = images.map((image) => ({ image, ...imageReference(image) }));
  return { chart, values: values === '' ? null : values, images: parts };
}

function textOf({ chart, values, images }: Listing): readonly string[] {
  return [values === '' ? chart : `${chart} with ${values}`, ...images.map((image) => `  ${image}`)];
}
