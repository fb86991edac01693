import { gunzipSync, gzipSync } from 'node:zlib';

const BLOCK = 512;

interface Entry {
  readonly name: string;
  /** Its headers and data as they stand in the archive, padding included. */
  readonly blocks: Buffer;
}

/** Paths of the files in a packed chart, in the order in which they stand there. */
export function filesOf(archive: Buffer): readonly string[] {
  return entriesOf(gunzipSync(archive)).map(({ name }) => name);
}

/** The texts of the files in a packed chart, by their paths, for example `web/values.yaml`. */
export function textsOf(archive: Buffer): ReadonlyMap<string, string> {
  return new Map(entriesOf(gunzipSync(archive)).map(({ name, blocks }) => [name, textOf(blocks)]));
}

/**
 * The same archive with files of one kind beside each other and all times set to `seconds` since 1970.
 * Helm walks subcharts in random order, and before version 4 writes the present time. gzip finds again what stands at most
 * 32 kB before, and two charts are alike in files of one kind.
 */
export function normalizeArchive(archive: Buffer, seconds: number): Buffer {
  const entries = entriesOf(gunzipSync(archive));
  const place = placeOf(entries);
  const sorted = [...entries].sort((a, b) => compare(place(a), place(b)));
  const blocks = sorted.map((entry) => stamp(entry.blocks, seconds));
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}

/**
 * The same archive with other texts in its files.
 *
 * @param change the text of a file for its path, for example `web/values.yaml`; undefined leaves the file out
 */
export function withTexts(
  archive: Buffer,
  change: (path: string, text: string) => string | undefined,
): Buffer {
  const blocks = entriesOf(gunzipSync(archive)).flatMap((entry) => {
    const before = textOf(entry.blocks);
    const after = change(entry.name, before);
    if (after === undefined) return [];
    return [after === before ? entry.blocks : withText(entry.blocks, after)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}

function textOf(blocks: Buffer): string {
  const header = headerOf(blocks);
  return blocks.toString('utf8', header + BLOCK, header + BLOCK + octal(blocks, header + 124, 12));
}

function withText(blocks: Buffer, content: string): Buffer {
  const header = headerOf(blocks);
  const data = Buffer.from(content);
  const copy = Buffer.concat([
    blocks.subarray(0, header + BLOCK),
    data,
    Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK),
  ]);
  copy.write(`${data.length.toString(8).padStart(11, '0')}\0`, header + 124, 'latin1');
  sign(copy, header);
  return copy;
}

/** Where the header of the file itself is, behind the one that holds a long name. */
function headerOf(blocks: Buffer): number {
  if (blocks[156] !== 'x'.charCodeAt(0)) return 0;
  return BLOCK + Math.ceil(octal(blocks, 124, 12) / BLOCK) * BLOCK;
}

/** Every header block is followed by its data; a `x` header holds a long name for the entry after it. */
function entriesOf(tar: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let start = 0;
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const end = at + BLOCK + Math.ceil(octal(tar, at + 124, 12) / BLOCK) * BLOCK;
    if (tar[at + 156] === 'x'.charCodeAt(0)) {
      longName = paxPath(tar.subarray(at + BLOCK, end));
    } else {
      entries.push({ name: longName ?? shortName(tar, at), blocks: tar.subarray(start, end) });
      longName = undefined;
      start = end;
    }
    at = end;
  }
  return entries;
}

function stamp(blocks: Buffer, seconds: number): Buffer {
  const copy = Buffer.from(blocks);
  for (let at = 0; at < copy.length; at += BLOCK + Math.ceil(octal(copy, at + 124, 12) / BLOCK) * BLOCK) {
    copy.write(`${seconds.toString(8).padStart(11, '0')}\0`, at + 136, 'latin1');
    sign(copy, at);
  }
  return copy;
}

/** Writes the checksum of the header at a place. */
function sign(blocks: Buffer, at: number): void {
  blocks.fill(' ', at + 148, at + 156);
  const sum = blocks.subarray(at, at + BLOCK).reduce((total, byte) => total + byte, 0);
  blocks.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
}

function shortName(tar: Buffer, at: number): string {
  const prefix = text(tar, at + 345, 155);
  const name = text(tar, at, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Records of a `x` header read `<length> <key>=<value>\n`. */
function paxPath(data: Buffer): string | undefined {
  for (let at = 0; at < data.length && data[at] !== 0; ) {
    const space = data.indexOf(' ', at);
    const end = at + Number(data.toString('latin1', at, space));
    const [key, ...value] = data.toString('utf8', space + 1, end - 1).split('=');
    if (key === 'path') return value.join('=');
    at = end;
  }
  return undefined;
}

function octal(tar: Buffer, at: number, length: number): number {
  return Number.parseInt(text(tar, at, length).trim() || '0', 8);
}

function text(tar: Buffer, at: number, length: number): string {
  const bytes = tar.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? length : end);
}

const SCHEMA = 'values.schema.json';

/**
 * What the files of an archive are sorted by: their kind, then the chart that they are of, the chart whose schema is shorter
 * before, since charts with as much to say are alike. Chart.yaml is first.
 */
function placeOf(entries: readonly Entry[]): (entry: Entry) => string {
  const sizes = new Map(
    entries
      .filter(({ name }) => name.includes('/charts/') && name.endsWith(`/${SCHEMA}`))
      .map(({ name, blocks }) => [name.slice(0, -SCHEMA.length), blocks.length]),
  );
  return ({ name }) => {
    const [, folder = '', path = ''] = /^(.*\/charts\/[^/]+\/|[^/]+\/)(.*)$/.exec(name) ?? [];
    const size = String(sizes.get(folder) ?? 0).padStart(12, '0');
    return [kindOf(path), size, name].join('\0');
  };
}

/**
 * Objects are of the kind that the name of their template ends with (`worker-networkpolicy.yaml`), named templates of that of
 * their file, what stands beside Chart.yaml of its name, and other files of their extension.
 */
function kindOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path === 'Chart.yaml') return '';
  if (path === name || name.startsWith('_')) return name;
  return name.slice(name.lastIndexOf(path.startsWith('templates/') ? '-' : '.') + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
