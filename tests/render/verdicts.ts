import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../generators/src/programs/run.ts';
import { UNCOLLECTED } from '../../tools/cases/cases.ts';
import { toYaml } from '../../tools/documents/to-yaml.ts';

/** Helm reads no file above five megabytes. */
const MOST_BYTES = 4_000_000;

/** Indices of the documents that a Helm refuses by a schema, asked in as few runs as the size of its files allows. */
export async function refusedByHelm(
  helm: string,
  schemaFile: string,
  documents: readonly unknown[],
): Promise<ReadonlySet<number>> {
  const parts: { first: number; bytes: number; documents: unknown[] }[] = [];
  for (const [index, document] of documents.entries()) {
    const bytes = toYaml(document).length;
    const last = parts.at(-1);
    if (last !== undefined && last.bytes + bytes < MOST_BYTES) {
      last.bytes += bytes;
      last.documents.push(document);
    } else parts.push({ first: index, bytes, documents: [document] });
  }
  const refused = new Set<number>();
  for (const part of parts)
    for (const index of await refusedOf(helm, schemaFile, part.documents)) refused.add(part.first + index);
  return refused;
}

/**
 * The same in one run. One chart bundles one chart with that schema under as many
 * names as there are documents, and Helm names each whose values do not fit.
 */
async function refusedOf(
  helm: string,
  schemaFile: string,
  documents: readonly unknown[],
): Promise<ReadonlySet<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-verdicts-'));
  try {
    const subchart = join(folder, 'charts', 'document');
    await mkdir(subchart, { recursive: true });
    await writeFile(join(subchart, 'Chart.yaml'), 'apiVersion: v2\nname: document\nversion: 0.1.0\n');
    await copyFile(schemaFile, join(subchart, 'values.schema.json'));
    const dependencies = documents.map((_, index) => ({
      name: 'document',
      version: '0.1.0',
      alias: `d${index}`,
    }));
    await writeFile(
      join(folder, 'Chart.yaml'),
      JSON.stringify({ apiVersion: 'v2', name: 'documents', version: '0.1.0', dependencies }),
    );
    const values = Object.fromEntries(documents.map((document, index) => [`d${index}`, document]));
    await writeFile(join(folder, 'given.yaml'), toYaml(values));
    const { code, stdout, stderr } = await run(
      helm,
      ['template', 'verdicts', folder, '--values', join(folder, 'given.yaml')],
      { env: UNCOLLECTED, timeoutMs: 110_000 },
    );
    const refused = new Set([...stderr.matchAll(/^d(\d+):$/gm)].map(([, index]) => Number(index)));
    if ((code === 0) !== (refused.size === 0))
      throw new Error(`Helm failed for another reason: ${stdout}${stderr.slice(-2000)}`);
    return refused;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
