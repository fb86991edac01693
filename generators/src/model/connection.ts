import type { Condition, Expression, TemplateText, ValuesPath } from '../go/index.ts';
import type { JsonObject } from '../schema/index.ts';
import type { Port, Script } from './container.ts';
import type { Urls } from './feature.ts';

/** A variable of a connection's address. */
export interface ConnectionVariable {
  readonly name: string;
  /** Template text of its value, as it stands in YAML; empty for one that comes from the Secret. */
  readonly value: TemplateText;
  /** Values path of the key of an existing Secret that replaces the value; empty for none. */
  readonly key: ValuesPath | '';
}

/** A variable that takes a key of the Secret of a connection. */
export interface SecretVariable {
  readonly name: string;
  /** Template expression of the Secret that has it. */
  readonly secret: Expression | '';
  /** Template expression of the key. */
  readonly key: Expression;
}

/** A text in which a password does not arrive whatever its characters. */
export interface Carrier {
  /** Template text of what messages call it, with what to do. */
  readonly text: TemplateText;
  /** Template text of the characters, as a bracket expression of the shell holds them. */
  readonly refused: TemplateText;
}

/** A namespace of a chart's own, beside that of the release. */
export interface Namespace {
  /** Key in the values. */
  readonly name: string;
  readonly description: string;
  /** Values path. */
  readonly values: ValuesPath;
  /** Name of the define that renders its name. */
  readonly define: string;
}

/** The provider of a connection. */
export interface Provider {
  /** Chart name; empty for a service outside, which no chart here provides. */
  readonly chart: string;
  /** Component label of the workload that serves it. */
  readonly component: string;
  /** Suffix of its Service's name after `<release>-<chart>`. */
  readonly suffix: string;
  /** Name of the define of its namespace; empty for that of the release. */
  readonly namespace: string;
  readonly port: Port;
  /** Path of the Service's port in the values of its chart; null for a port that no value changes. */
  readonly portPath: readonly string[] | null;
  /** Characters that its longest workload name adds to `<release>-<chart>`. */
  readonly reserve: number;
}

/** A typed edge from a chart to a service it uses. */
export interface Connection {
  readonly name: string;
  /** The name as part of a container's name. */
  readonly object: string;
  readonly type: string;
  readonly description: string;
  /** Prefix of its defines, for example `langchain-api.connections.ollama`. */
  readonly define: string;
  /** Values path, for example `.Values.connections.ollama`; empty for a workload of the same chart. */
  readonly values: ValuesPath | '';
  /** What messages call the service. */
  readonly service: string;
  readonly provider: Provider;
  /** Further ports of a workload of the same chart that are used. */
  readonly furtherPorts: readonly Port[];
  /** Whether it leads to a workload of the same chart. */
  readonly internal: boolean;
  readonly optional: boolean;
  /** Condition under which the chart uses it. */
  readonly when: Condition;
  readonly orders: boolean;
  readonly bundled: boolean;
  readonly env: readonly ConnectionVariable[];
  /** Properties of the type, and keys of its schema that they need → whether anything takes them. */
  readonly uses: Readonly<Record<string, boolean>>;
  /** Values that a README gives a service elsewhere, beside its host and Secret. */
  readonly elsewhere: JsonObject;
  /** Template text of the path that answers while the service works, for types that ask for one. */
  readonly path: TemplateText;
  /** Template expression of the text the answer must contain; empty for none. */
  readonly expect: Expression | '';
  /** The shell script that checks the service until it works or TIMEOUT seconds are over. */
  readonly script: Script;
  /** Template text of the port that the provider's pods listen on. */
  readonly targetPort: TemplateText;
  /** Name of the part with the environment of that script. */
  readonly checkPart: string;
  /** Where the scheme is by which a port of 0 is chosen; empty where 0 is no port. */
  readonly portByScheme: 'value' | 'helper' | '';
  /** Whether the provider may be served below a path, which other members then know. */
  readonly hasPath: boolean;
  /** Values path of the bundled chart, and of the umbrella's member; that is empty for a service outside. */
  readonly bundledValues: ValuesPath;
  readonly memberValues: ValuesPath | '';
  /** Values path of the switch that turns TLS on, of the same or of the bundled chart; empty for a provider without TLS. */
  readonly tlsValue: ValuesPath | '';
  /** Values path of the region that requests to a workload of the same chart are signed for; empty for the usual one. */
  readonly regionValue: ValuesPath | '';
  /** Template expression of the port of the bundled chart's Service. */
  readonly bundledPort: Expression;
  /** Condition under which it leads to a service. */
  readonly condition: Condition;
  /** Condition of its traffic; a workload of the same chart may be absent. */
  readonly traffic: Condition;
  /** Condition under which pods wait for it. */
  readonly waits: Condition;
  /** Template text of the longest wait in seconds. */
  readonly waitSeconds: TemplateText;
  /** Template expression of the label by which the provider admits pods; empty for a host outside the cluster. */
  readonly clientLabel: Expression | '';
  /** Template texts of host, port and base URL. */
  readonly host: TemplateText;
  readonly port: TemplateText;
  readonly url: TemplateText;
  /** User and database with which it is used, as template texts of YAML, where the definition gives them for a workload of the same chart. */
  readonly given: Readonly<Record<string, TemplateText>>;
  /** Schemes of its URLs, and their path without a database, for types that have them. */
  readonly urls: Urls | null;
  /** Template expressions of the Secret with the password and of its key, for types that have one; empty for a workload that asks for none. */
  readonly secretName: Expression | '';
  readonly secretKey: Expression;
  /** Variable that carries the password, for types that have one. */
  readonly passwordVariable: string;
  /** A text that holds the password beside others, and what it cannot hold as it is; null where there is none. */
  readonly carrier: Carrier | null;
  /** Whether a key with the whole URL is all that is taken of a Secret that has one. */
  readonly urlAlone: boolean;
  /** Whether the chart that serves it has a password for its clients. */
  readonly hasPassword: boolean;
  /** Variables that come from the Secret, that of the password among them. */
  readonly secretVariables: readonly SecretVariable[];
  /** Path of the CA certificate that verifies the server; empty where no variable takes it. */
  readonly ca: string;
  /** Variables that take that path. */
  readonly caVariables: readonly string[];
  /** Name under which a provider that keeps its clients apart knows this chart; empty for other types. */
  readonly client: string;
  /** Values path of that client in the bundled chart. */
  readonly clientPath: ValuesPath;
  /** What this chart needs as that client, as values of the provider. */
  readonly clientValues: JsonObject;
  /** Name of the define with the image that checks the service; empty for the toolbox. */
  readonly checkerDefine: string;
  /** Block of values of that image; empty for the toolbox. */
  readonly checkerBlock: string;
}
