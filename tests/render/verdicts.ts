import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

/** The same in one run, of a chart whose values are these documents, each held to that schema: Helm names what does not fit. */
async function refusedOf(
  helm: string,
  schemaFile: string,
  documents: readonly unknown[],
): Promise<ReadonlySet<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-verdicts-'));
  try {
    const { $schema, definitions, ...one } = JSON.parse(await readFile(schemaFile, 'utf8'));
    const schema = { $schema, definitions, properties: { documents: { additionalProperties: one } } };
    const values = Object.fromEntries(documents.map((document, index) => [`d${index}`, document]));
    const given = join(folder, 'given.yaml');
    await Promise.all([
      writeFile(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: documents\nversion: 0.1.0\n'),
      writeFile(join(folder, 'values.schema.json'), JSON.stringify(schema)),
      writeFile(given, toYaml({ documents: values })),
    ]);
    const { code, stdout, stderr } = await run(helm, ['template', 'verdicts', folder, '--values', given], {
      env: UNCOLLECTED,
      timeoutMs: 110_000,
    });
    const named = stderr.matchAll(/^- (?:at '\/documents\/|documents\.)d(\d+)\b/gm);
    const refused = new Set([...named].map(([, index]) => Number(index)));
    if ((code === 0) !== (refused.size === 0))
      throw new Error(`Helm failed for another reason: ${stdout}${stderr.slice(-2000)}`);
    return refused;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
