import type { Place } from './tree.ts';

/** A file that a container finds at a path. */
export interface FileEntry {
  readonly path: string;
  readonly at: Place;
  /** Name in the project, of the config or of the secret. */
  readonly source: string;
  readonly target: string;
  /** What stands in it; undefined where it cannot come along. */
  readonly text: string | undefined;
  /** Whether that is because it has a secret. */
  readonly isConfidential?: boolean;
  readonly mode?: number;
}

/** A file of the secrets of the project. */
export interface SecretFile extends FileEntry {
  /** Whether a person brings it in a Secret of its own. */
  readonly isBrought: boolean;
  /** Value of it, by which it is found in variables; never written anywhere. */
  readonly value: string;
}

/** A file that a server finds in its container, of which a chart here takes what it says. */
export interface MountedFile {
  /** The entry of the input that mounts it, and where that stands. */
  readonly path: string;
  readonly at: Place;
  /** What the report calls it. */
  readonly name: string;
  /** What errors call it. */
  readonly where: string;
  readonly target: string;
  /** Undefined for what is large or no text. */
  readonly text: string | undefined;
}
