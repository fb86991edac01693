import {
  ALWAYS,
  asText,
  below,
  go,
  literal,
  pathBelow,
  printed,
  type TemplateText,
  text,
  type ValuesPath,
  valuesPath,
} from '../go/index.ts';
import type { JsonType, Setting } from '../schema/index.ts';
import type {
  ChartDefinition,
  CommandDefinition,
  EnvDefinition,
  ImageDefinition,
  PortDefinition,
  ProvidedDefinition,
  WorkloadDefinition,
} from './definition.ts';
import type { HelperImage, PortProxy } from './feature.ts';
import type { EnvEntry, Image, Port, SettingUse } from './model.ts';
import { workloadValues } from './names.ts';

/** The ports of a container, in the order of the definition; `values` is the path of the workload's values. */
export function portsOf(
  ports: Readonly<Record<string, PortDefinition>> = {},
  values = valuesPath([]),
): readonly Port[] {
  return Object.entries(ports).map(([name, definition]) => {
    const {
      port,
      service,
      protocol,
      appProtocol,
      open,
      value = '',
      when = ALWAYS,
    } = typeof definition === 'number' ? { port: definition } : definition;
    return {
      name,
      port,
      service: service ?? port,
      number: numberOf({ port, value }, values),
      protocol: protocol ?? 'TCP',
      appProtocol: appProtocol ?? /^https?/.exec(name)?.[0] ?? null,
      open: open ?? 'clients',
      value,
      when,
      tls: '',
      proxy: null,
      target: asText(name),
      reached: numberOf({ port, value }, values),
    };
  });
}

/** Whether the Service of the workload has the port. */
export function isServed({ open }: Pick<Port, 'open'>): boolean {
  return open === 'clients' || open === 'monitoring';
}

/** A port with the proxy that takes its requests; `values` is the path of the workload's values. */
export function proxied(port: Port, proxy: PortProxy, values: ValuesPath): Port {
  const when = { value: pathBelow(values, proxy.when) };
  const isOn = printed(when);
  const number = port.value === '' ? go`${port.port}` : below(values, ...port.value.split('.'));
  return {
    ...port,
    proxy: { ...proxy, when },
    // By number: a Service of Kubernetes before 1.32 finds no named port of a sidecar (kubernetes/kubernetes#127958).
    target: text`{{ ternary ${proxy.port} "${port.name}" ${isOn} }}`,
    reached: text`{{ ternary ${proxy.port} ${number} ${isOn} }}`,
  };
}

function numberOf({ port, value }: Pick<Port, 'port' | 'value'>, values: ValuesPath): TemplateText {
  return value === '' ? text`${port}` : text`{{ ${below(values, ...value.split('.'))} }}`;
}

/** The ports of a workload; another default of `service.port` is the first one's. */
export function workloadPorts({ ports, values }: WorkloadDefinition, name: string): readonly Port[] {
  const service = values?.service?.port;
  return portsOf(ports, workloadValues(name)).map((port, index) =>
    index === 0 && service !== undefined ? { ...port, service } : port,
  );
}

/** The version of the application of a chart. */
export function appVersionOf({ version, appVersion = version }: ChartDefinition): string {
  return appVersion;
}

/** An image with defaults filled in. */
export function imageOf(
  image: ImageDefinition,
  names: Pick<Image, 'define' | 'values' | 'title'>,
  appVersion: string,
): Image {
  const {
    registry = 'docker.io',
    repository = '',
    tag = appVersion,
    digest = '',
    unpinned = '',
    own = '',
    variants = [],
  } = image;
  return {
    ...names,
    key: pathBelow(names.values),
    registry,
    repository,
    repositories: [repository, ...variants.map((variant) => variant.repository ?? '')].filter(Boolean),
    tag,
    digest,
    unpinned,
    own,
    instead: '',
    isToolbox: false,
    variants: variants.map(
      ({ when, repository: another = '', tag: other, digest: pin = '', unpinned: why = '' }) => ({
        when,
        repository: another,
        tag: other,
        digest: pin,
        unpinned: why,
      }),
    ),
    otherRepositories: variants.some((variant) => variant.repository !== undefined),
  };
}

/** The environment a definition gives, as template text. */
export function envOf(env: EnvDefinition = {}, values: ValuesPath): readonly EnvEntry[] {
  return Object.entries(env).map(([name, entry]) => {
    if (typeof entry === 'string')
      return { name, value: literal(JSON.stringify(entry)), field: null, when: ALWAYS };
    if ('field' in entry) return { name, value: null, field: String(entry.field), when: ALWAYS };
    if ('value' in entry)
      return { name, value: text`{{ ${values}.${String(entry.value)} | quote }}`, field: null, when: ALWAYS };
    return { name, value: asText(String(entry.template)), field: null, when: entry.when ?? ALWAYS };
  });
}

/** How a setting becomes a variable; numbers never in exponent form. */
export function settingUse(setting: Setting): SettingUse {
  const path = valuesPath(setting.path);
  const byType: Readonly<Record<Setting['type'], TemplateText>> = {
    string: text`{{ ${path} | quote }}`,
    boolean: text`{{ ${path} | quote }}`,
    integer: text`{{ int64 ${path} | quote }}`,
    number: text`{{ ${path} | toJson | quote }}`,
    array: listText(path, setting.items),
    object: text`{{ ${path} | toJson | quote }}`,
  };
  const secret = setting.secretKey !== undefined;
  return {
    ...setting,
    expression: byType[setting.type],
    condition: setting.emptyMeansUnset && !secret ? { value: setting.path.join('.') } : ALWAYS,
    optional: secret && setting.generate === undefined && !setting.required,
  };
}

/** Items with commas between them; Helm would print numbers in exponent form from ten million on. */
function listText(path: ValuesPath, items: JsonType = 'string'): TemplateText {
  if (items === 'string' || items === 'boolean') return text`{{ join "," ${path} | quote }}`;
  if (items === 'integer' || items === 'number')
    return text`"{{ range $index, $item := ${path} }}{{ if $index }},{{ end }}{{ toJson $item }}{{ end }}"`;
  return text`{{ ${path} | toJson | quote }}`;
}

/** The services a definition provides, one of them or several. */
export function providesOf({ provides }: ChartDefinition): readonly ProvidedDefinition[] {
  if (provides === undefined) return [];
  return isList(provides) ? provides : [provides];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** Template text of where an HTTP server says that it works: the path for helm test, for all probes, or for whether it is ready, at its first port. */
export function checkPath({ test, health, probes, ports = {} }: WorkloadDefinition): TemplateText {
  const ready: object = probes?.readiness ?? {};
  const handler: unknown = 'httpGet' in ready ? ready.httpGet : undefined;
  const [first] = Object.keys(ports);
  return asText(test?.path ?? (isPath(health) ? health : undefined) ?? pathAt(handler, first) ?? '/');
}

/** Whether a health check is the path of a request, and no command. */
export function isPath(health: WorkloadDefinition['health']): health is string {
  return typeof health === 'string';
}

function pathAt(handler: unknown, port: string | undefined): string | undefined {
  if (typeof handler !== 'object' || handler === null) return undefined;
  if (!('path' in handler && 'port' in handler) || handler.port !== port) return undefined;
  return typeof handler.path === 'string' ? handler.path : undefined;
}

/** The words of a command line as template text, or null for none. */
export function commandOf(words: CommandDefinition | undefined): readonly TemplateText[] | null {
  if (words === undefined) return null;
  return words.map((word) =>
    typeof word === 'string' ? literal(JSON.stringify(word)) : asText(word.template),
  );
}

/** An image that a feature brings, as a chart names it. */
export function helperImageOf(image: HelperImage, chart: string): Image {
  const names = {
    define: `${chart}.${image.name}.image`,
    values: valuesPath([image.name, 'image']),
    title: `the ${image.name}`,
  };
  return imageOf(image, names, image.tag);
}
