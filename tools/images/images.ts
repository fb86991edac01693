import { resolve } from 'node:path';
import { chartNames } from '../../generators/src/package/chart-folders.ts';
import {
  folderOfCaller,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../../generators/src/programs/cli.ts';
import { type Listing, listingsOf, listingWith } from './listing.ts';
import { COPIERS, mirrorCommands } from './mirror.ts';
import { imageReference } from './reference.ts';

const LINE = {
  name: 'npm run images',
  usage: [
    '[CHART]… [--preset NAME | --values FILE] [--json]',
    'mirror [CHART]… --to HOST/PATH [--preset NAME | --values FILE] [--with skopeo|crane]',
  ],
  options: {
    preset: { type: 'string' },
    values: { type: 'string' },
    json: { type: 'boolean', default: false },
    to: { type: 'string' },
    with: { type: 'string', default: 'skopeo' },
  },
  allowPositionals: true,
} as const;

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const isMirror = positionals[0] === 'mirror';
  const charts = await chosen(positionals.slice(isMirror ? 1 : 0));
  const listings = await listed(charts, values);
  if (isMirror) {
    for (const line of mirror(listings, values)) print(line);
  } else if (values.to !== undefined) throw usageError(LINE, '--to belongs to mirror');
  else if (values.json) print(JSON.stringify(listings.map(detailed), null, 2));
  else for (const line of listings.flatMap(textOf)) print(line);
  return 0;
});

async function chosen(names: readonly string[]): Promise<readonly string[]> {
  const all = await chartNames();
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw usageError(LINE, `there is no chart ${unknown}`);
  return names.length === 0 ? all : names;
}

async function listed(
  charts: readonly string[],
  { preset, values }: { readonly preset?: string | undefined; readonly values?: string | undefined },
): Promise<readonly Listing[]> {
  if (values !== undefined) {
    const [chart, ...more] = charts;
    if (preset !== undefined || chart === undefined || more.length > 0)
      throw usageError(LINE, '--values is of one chart, and there without --preset');
    return [await listingWith(chart, resolve(folderOfCaller(), values))];
  }
  const all = (await Promise.all(charts.map(listingsOf))).flat();
  if (preset === undefined) return all;
  const found = all.filter((listing) => listing.values === preset);
  if (found.length === 0) throw usageError(LINE, `there is no preset ${preset} of ${charts.join(', ')}`);
  return found;
}

function mirror(
  listings: readonly Listing[],
  { to, with: copier }: { readonly to?: string | undefined; readonly with: string },
): readonly string[] {
  const known = COPIERS.find((one) => one === copier);
  if (known === undefined) throw usageError(LINE, `there is no program "${copier}" for --with`);
  if (to === undefined || to.includes('://') || to === '')
    throw usageError(LINE, 'name a registry by --to, for example registry.example.com/hub');
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
