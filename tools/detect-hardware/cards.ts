import { isRecord } from '../kubernetes/objects.ts';

export type Vendor = 'nvidia' | 'amd' | 'intel';

/** A graphics card. */
export interface Card {
  readonly vendor: Vendor;
  /** As the driver names it, for example `NVIDIA GeForce RTX 5090`. */
  readonly product: string;
  /** Bytes of its own memory; unknown without a driver. */
  readonly memory?: number;
  /** Version of the driver; none where only the bus knows of the card. */
  readonly driver?: string;
}

/** Resource that stands for the cards of a vendor; https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/ */
export const RESOURCES: Readonly<Record<Vendor, string>> = {
  nvidia: 'nvidia.com/gpu',
  amd: 'amd.com/gpu',
  intel: 'gpu.intel.com/i915',
};

const MIB = 2 ** 20;
/** Controllers that compute: integrated ones of Intel and AMD, and the chips of servers' consoles, do not. */
const DISCRETE: Readonly<Record<string, { readonly vendor: Vendor; readonly name: RegExp }>> = {
  '10de': { vendor: 'nvidia', name: /GeForce|RTX|Tesla|Quadro|[AHLBV]\d{2,3}\b/ },
  '1002': { vendor: 'amd', name: /Radeon (RX|PRO|Instinct)|Instinct/i },
  '8086': { vendor: 'intel', name: /\bArc\b|Data Center GPU/ },
};

/** The cards that a driver knows of, and those of the bus for whose vendor no driver answers. */
export function cardsOf(outputs: {
  readonly nvidiaSmi?: string;
  readonly lspci?: string;
  readonly rocmSmi?: string;
}): readonly Card[] {
  const driven = [...fromNvidiaSmi(outputs.nvidiaSmi ?? ''), ...fromRocmSmi(outputs.rocmSmi ?? '')];
  const vendors = new Set(driven.map(({ vendor }) => vendor));
  return [...driven, ...fromLspci(outputs.lspci ?? '').filter(({ vendor }) => !vendors.has(vendor))];
}

/** `NVIDIA GeForce RTX 5090, 32607 MiB, 575.57.08`, below a line with the names of the columns. */
export function fromNvidiaSmi(csv: string): readonly Card[] {
  const [head = '', ...rows] = csv.split('\n').filter((line) => line.includes(','));
  if (!head.startsWith('name,')) return [];
  return rows.map((row) => {
    const [product = '', memory = '', driver = ''] = row.split(',').map((cell) => cell.trim());
    const mib = Number.parseInt(memory, 10);
    return {
      vendor: 'nvidia',
      product,
      ...(Number.isNaN(mib) ? {} : { memory: mib * MIB }),
      driver,
    };
  });
}

/** `01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GB202 [GeForce RTX 5090] [10de:2b85] (rev a1)`. */
export function fromLspci(text: string): readonly Card[] {
  return text.split('\n').flatMap((line) => {
    const match = /\[03(?:00|02|80)\]: (?<name>.*) \[(?<maker>[0-9a-f]{4}):[0-9a-f]{4}\]/.exec(line);
    const { name = '', maker = '' } = match?.groups ?? {};
    const known = DISCRETE[maker];
    // An NVIDIA chip newer than the list of names is only "Device 2b85".
    const unnamed = maker === '10de' && /Device [0-9a-f]{4}$/.test(name);
    if (known === undefined || (!known.name.test(name) && !unnamed)) return [];
    const title = /\[(?<title>[^\]]+)\]$/.exec(name)?.groups?.title ?? name;
    const product = known.vendor === 'nvidia' && !unnamed ? `NVIDIA ${title}` : title;
    return [{ vendor: known.vendor, product }];
  });
}

/** The JSON of `rocm-smi`: an object for each card, its keys written differently from release to release. */
export function fromRocmSmi(text: string): readonly Card[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isRecord(parsed)) return [];
  const driver = isRecord(parsed.system) ? String(parsed.system['Driver version'] ?? '') : '';
  return Object.entries(parsed).flatMap(([key, value]): Card[] => {
    if (!/^card\d+$/.test(key) || !isRecord(value)) return [];
    const field = (name: string) =>
      Object.entries(value).find(([label]) => label.toLowerCase() === name)?.[1];
    const bytes = Number(field('vram total memory (b)'));
    const product = String(field('card series') ?? field('card model') ?? 'AMD card');
    return [{ vendor: 'amd', product, ...(bytes > 0 && { memory: bytes }), driver }];
  });
}
