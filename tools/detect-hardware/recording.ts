import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** What a machine says of itself, as its programs and files print it. */
export interface Recording {
  readonly name: string;
  /** `/proc/cpuinfo`. */
  readonly cpuinfo: string;
  /** `/proc/meminfo`. */
  readonly meminfo: string;
  /** `nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv`; none where the driver is missing. */
  readonly nvidiaSmi?: string;
  /** `lspci -nn`. */
  readonly lspci?: string;
  /** `rocm-smi --showproductname --showmeminfo vram --json`. */
  readonly rocmSmi?: string;
}

/** The files of a folder with recorded outputs; only the first two must be there. */
const FILES = {
  cpuinfo: 'cpuinfo',
  meminfo: 'meminfo',
  nvidiaSmi: 'nvidia-smi.csv',
  lspci: 'lspci.txt',
  rocmSmi: 'rocm-smi.json',
} as const;

const COMMANDS = {
  nvidiaSmi: ['nvidia-smi', '--query-gpu=name,memory.total,driver_version', '--format=csv'],
  lspci: ['lspci', '-nn'],
  rocmSmi: ['rocm-smi', '--showproductname', '--showmeminfo', 'vram', '--json'],
} as const;

/** Looks at the machine that this runs on. Error: `detect-hardware/no-proc` where it is no Linux. */
export async function recordThisMachine(): Promise<Recording> {
  const [cpuinfo, meminfo] = await Promise.all(
    ['/proc/cpuinfo', '/proc/meminfo'].map((path) => readFile(path, 'utf8').catch(() => undefined)),
  );
  if (cpuinfo === undefined || meminfo === undefined)
    throw new ChartwrightError(
      'detect-hardware/no-proc',
      'there is no /proc to read processor and memory from',
      process.platform,
      'Run it on the Linux machine itself, or look at the cluster with --cluster.',
    );
  const [nvidiaSmi, lspci, rocmSmi] = await Promise.all([
    outputOf(COMMANDS.nvidiaSmi),
    outputOf(COMMANDS.lspci),
    outputOf(COMMANDS.rocmSmi),
  ]);
  return given({ name: hostname(), cpuinfo, meminfo, nvidiaSmi, lspci, rocmSmi });
}

/** Reads the recorded outputs of another machine, which is named after the folder. Error: `detect-hardware/no-recording`. */
export async function readRecording(folder: string): Promise<Recording> {
  const read = (file: string) => readFile(join(folder, file), 'utf8').catch(() => undefined);
  const [cpuinfo, meminfo, nvidiaSmi, lspci, rocmSmi] = await Promise.all([
    read(FILES.cpuinfo),
    read(FILES.meminfo),
    read(FILES.nvidiaSmi),
    read(FILES.lspci),
    read(FILES.rocmSmi),
  ]);
  if (cpuinfo === undefined || meminfo === undefined)
    throw new ChartwrightError(
      'detect-hardware/no-recording',
      'needs at least the files cpuinfo and meminfo',
      folder,
      'Copy them there from /proc of that machine.',
    );
  return given({ name: basename(folder), cpuinfo, meminfo, nvidiaSmi, lspci, rocmSmi });
}

/** A program that is missing or fails says nothing: a driver that is not loaded does both. */
async function outputOf([program, ...args]: readonly [string, ...string[]]): Promise<string | undefined> {
  const { code, stdout } = await run(program, args, { timeoutMs: 20_000 });
  return code === 0 ? stdout : undefined;
}

type Optional = 'nvidiaSmi' | 'lspci' | 'rocmSmi';

function given({
  nvidiaSmi,
  lspci,
  rocmSmi,
  ...rest
}: Omit<Recording, Optional> & { readonly [Key in Optional]: string | undefined }): Recording {
  return {
    ...rest,
    ...(nvidiaSmi !== undefined && { nvidiaSmi }),
    ...(lspci !== undefined && { lspci }),
    ...(rocmSmi !== undefined && { rocmSmi }),
  };
}
