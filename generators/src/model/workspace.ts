/** Settings of the owner of a workspace that belong to no chart; `chartwright.yaml` at its root. */
export interface Workspace {
  readonly root: string;
  /** SPDX identifier of the charts' license. */
  readonly license: string;
  /** Home page of the charts for Chart.yaml; empty when there is none. */
  readonly home: string;
  /** Where the source code of the charts lives, before that of the applications. */
  readonly sources: readonly string[];
  /** Maintainers for Chart.yaml; none when the file names none. */
  readonly maintainers: readonly { readonly name: string; readonly email?: string; readonly url?: string }[];
  /** Chart → the ID of its repository on Artifact Hub, which proves there whose it is. */
  readonly artifactHub: Readonly<Record<string, string>>;
  /** OCI registry and path the charts are pushed to, for example `oci://registry.example.com/charts`; empty when there is none. */
  readonly registry: string;
}
