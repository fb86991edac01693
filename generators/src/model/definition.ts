import type {
  Allowance as AllowanceShape,
  ChartDefinition as ChartShape,
  Command as CommandShape,
  Connection as ConnectionShape,
  Env as EnvShape,
  Image as ImageShape,
  Init as InitShape,
  Mount as MountShape,
  Namespace as NamespaceShape,
  Port as PortShape,
  Privilege as PrivilegeShape,
  Provided as ProvidedShape,
  Sidecar as SidecarShape,
  Workload as WorkloadShape,
} from './definition.types.ts';
import type { Files } from './files.ts';
import type {
  ChartValues,
  NamespaceValues,
  PersistenceValues,
  SidecarValues,
  WorkloadValues,
} from './values.types.ts';

/** A type with all properties read-only, recursively; template text is no object with properties. */
export type DeepReadonly<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T;

/** What a person writes in `charts/<name>/src/chart.ts`; the shape is `schemas/chart.schema.json`. */
export type ChartDefinition = DeepReadonly<
  Omit<ChartShape, 'workloads' | 'values' | 'namespaces'> & {
    workloads: Record<string, WorkloadShapeWithValues>;
    namespaces?: Record<string, NamespaceShapeWithValues>;
    values?: ChartValues & { connections?: Record<string, Record<string, unknown>> };
  }
>;
type WorkloadShapeWithValues = Omit<WorkloadShape, 'values' | 'sidecars'> & {
  values?: WorkloadValues & { claims?: Record<string, PersistenceValues['persistence']> };
  sidecars?: Record<string, SidecarShapeWithValues>;
};
type NamespaceShapeWithValues = Omit<NamespaceShape, 'values'> & { values?: NamespaceValues };
type SidecarShapeWithValues = Omit<SidecarShape, 'values'> & { values?: SidecarValues };
export type WorkloadDefinition = DeepReadonly<WorkloadShapeWithValues>;
export type ConnectionDefinition = DeepReadonly<ConnectionShape>;
export type SidecarDefinition = DeepReadonly<SidecarShapeWithValues>;
export type ImageDefinition = DeepReadonly<ImageShape>;
export type PortDefinition = DeepReadonly<PortShape>;
export type InitDefinition = DeepReadonly<InitShape>;
export type MountDefinition = DeepReadonly<MountShape>;
export type PrivilegeDefinition = DeepReadonly<PrivilegeShape>;
export type AllowanceDefinition = DeepReadonly<AllowanceShape>;
export type EgressDefinition = NonNullable<WorkloadDefinition['egress']>[string];
export type ProvidedDefinition = DeepReadonly<ProvidedShape>;
export type CommandDefinition = DeepReadonly<CommandShape>;
export type EnvDefinition = DeepReadonly<EnvShape>;

/** What a person writes in the `src/chart.ts` of an umbrella chart; members name their umbrellas themselves. */
export interface UmbrellaDefinition {
  readonly umbrella: true;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords?: readonly string[];
  readonly category?: ChartShape['category'];
  readonly notes?: readonly string[];
  /** Package → members that are installed together, in install order. */
  readonly packages?: Readonly<Record<string, readonly string[]>>;
  /** Members that the manifests for Argo CD and Flux are for; default all. */
  readonly gitops?: readonly string[];
}

/** Place in a definition → name of the data it leads to: of a client with its provider, of a volume. */
export type DataNames = Readonly<Record<string, string>>;

/** A definition and where it was found. */
export interface DefinitionSource<Definition> {
  readonly definition: Definition;
  /** Folder of the chart. */
  readonly folder: string;
  /** What errors name, for example `charts/web/src/chart.ts`. */
  readonly file: string;
  /** Files beside it by path below `src/`, and the shared scripts by name. */
  readonly files: Files;
  /** Tells the names of its data when it was generated last; none before. */
  readonly dataNames?: () => DataNames;
}
