import type { JsonObject } from '../schema/index.ts';
import type { Facts, HelperImage } from './feature-facts.ts';

/** Schemes of URLs without and with TLS, and the path of those without a database. */
export interface Urls {
  readonly plain: string;
  readonly tls: string;
  readonly root: string;
}

/** A type of connection: what variables may use of it, and how to check that the service works. */
export interface ConnectionType extends Facts {
  readonly scope: 'connectionType';
  /** The name a definition uses, for example `postgres`. */
  readonly type: string;
  /** What variables may take of it (helpers of these names render it) → keys of the schema it needs beside host and port. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Its URLs, for types whose URL holds user, password and database. */
  readonly urls?: Urls;
  /** Properties that a workload of the same chart always gives to variables. */
  readonly within?: Readonly<Record<string, string>>;
  /** Port of a service outside by default, where its schema has none. */
  readonly port?: number;
  /** Application protocols of ports that are of this type where no definition says what is served there; `*` for all others. */
  readonly appProtocols?: readonly string[];
  /** The type whose schema, templates and check it shares. */
  readonly like?: string;
  /** Those of them that are keys of a Secret → the helper that names the key. */
  readonly secretKeys?: Readonly<Record<string, string>>;
  /** Keys of the schema and properties that the check needs, beside host and port. */
  readonly checkRequires?: readonly string[];
  /** Where the scheme is by which a port of 0 is chosen: in the value of that name, or printed by its helper. */
  readonly portByScheme?: 'value' | 'helper';
  /** The image that checks a service, where the toolbox cannot. */
  readonly checker?: HelperImage;
  /** Name of the schema of one client, where a provider keeps its clients apart. */
  readonly clients?: string;
  /** Values that a README gives a service elsewhere, beside its host and Secret. */
  readonly elsewhere?: JsonObject;
  /** Keys of its schema that hold for the bundled chart or a member too, not only for a service outside. */
  readonly everywhere?: readonly string[];
  /** Keys of its schema that `global.members.<name>` has too. */
  readonly member?: readonly string[];
  /** Keys of its schema that `global.members.<name>.external` has too. */
  readonly external?: readonly string[];
}
