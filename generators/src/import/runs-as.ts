import type { WorkloadDefinition } from '../model/definition.ts';

/** Who a workload runs as and where it writes: a default, or what a person answered. */
export interface RunsAs {
  /** Uid; that of Pod Security restricted where the answer is user 0. */
  readonly user: number;
  readonly isRoot: boolean;
  readonly isInRootGroup: boolean;
  /** Whether it may write to its whole root file system. */
  readonly writesRoot: boolean;
  readonly folders: readonly string[];
  /** Why, as a person said; empty for nothing. */
  readonly reason: string;
}

/** `UID[:0][:FOLDER…][ REASON]`: group 0, folders that it writes to – `/` for all of them –, and why it must be so. */
export const RUNS_AS = /^\d+(:0)?(:\/[^:\s]*)*( +\S.{18,})?$/;

/** Value that lets a workload run as user 0. */
export const ROOT_USER = 'rootUser';

/** Reads who a workload runs as; user 0 becomes another one until its value is set. */
export function readRunsAs(text: string, safe: number): RunsAs {
  const [words = '', reason = ''] = /^(\S+)\s*(.*)$/.exec(text)?.slice(1) ?? [];
  const [uid = '', ...rest] = words.split(':');
  const folders = rest.filter((word) => word.startsWith('/'));
  return {
    user: Number(uid) || safe,
    isRoot: Number(uid) === 0,
    isInRootGroup: rest.includes('0'),
    writesRoot: folders.includes('/'),
    folders: folders.filter((path) => path !== '/'),
    reason,
  };
}

/** What the workload must declare to run so. */
export function privilegesFor({
  isRoot,
  isInRootGroup,
  writesRoot,
  reason,
}: RunsAs): NonNullable<WorkloadDefinition['privileges']> {
  const why = (fallback: string) => reason || fallback;
  return {
    ...(writesRoot && {
      'root-files': {
        writableRoot: true,
        reason: why('When it was imported, nobody knew which folders its image writes to.'),
      },
    }),
    ...(isInRootGroup && {
      'root-group': {
        group: 0,
        reason: why('Its files belong to group 0, in which it ran where it was imported from.'),
      },
    }),
    ...(isRoot && {
      'root-user': {
        value: `${ROOT_USER}.enabled`,
        root: true,
        reason: why('It ran as user 0 where it was imported from.'),
      },
    }),
  };
}
