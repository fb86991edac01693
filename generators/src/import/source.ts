import type { ChartwrightError } from '../errors.ts';
import type { ChartDefinition } from '../model/definition.ts';
import type { JsonObject } from '../schema/index.ts';
import type { MountedFile } from './compose/entries.ts';
import type { Group } from './group.ts';
import type { Words } from './hosts.ts';
import type { Asked } from './questions.ts';
import type { Line } from './report.ts';
import type { Part } from './roles.ts';
import type { Template } from './templated.ts';
import type { ImportedWorkload } from './workload.ts';

/** Services that were read, and what the form they were written in says beside what all forms have. */
export interface Source {
  readonly parts: readonly Part[];
  /** The charts that they become; one chart of all without it. */
  readonly groups?: readonly Group[] | undefined;
  /** Name of the project, unless a person says one. */
  readonly name: string;
  /** Files or folders that were read. */
  readonly files: readonly string[];
  /** Sentence about a chart. */
  readonly description: (name: string) => string;
  /** Values of the variables of the input. */
  readonly environment: ReadonlyMap<string, string>;
  /** Volumes that workloads share. */
  readonly claims?: ChartDefinition['claims'];
  /** Files that a service finds in its container. */
  readonly mounted: (part: Part) => readonly MountedFile[];
  /** Values of charts that serve services here, beside what their settings say. */
  readonly served?: JsonObject;
  /** Values of the whole chart of some services. */
  readonly values?: (own: readonly Part[]) => JsonObject;
  /** The workload of a part; `words` puts connections in place of the services that a text names, `member` is its chart in an umbrella. */
  readonly workload: (
    part: Part,
    reached: readonly number[],
    words: Words,
    template: Template,
    member: string | undefined,
  ) => ImportedWorkload;
  /** What was asked for so far, and asks for more. */
  readonly asked: Asked;
  /** Every entry of the input with its line, and faults of those that nobody knows. */
  readonly report: (lines: ReadonlyMap<Part, readonly Line[]>) => {
    readonly lines: readonly Line[];
    readonly unknown: readonly ChartwrightError[];
  };
}
