import { ALWAYS } from '../go/index.ts';
import { nearestName } from '../nearest-name.ts';
import { proxyOf } from './build-workload.ts';
import { checkFeatures } from './check-features.ts';
import { isServed, portsOf } from './components.ts';
import type { ChartDefinition, ImageDefinition, WorkloadDefinition } from './definition.ts';
import { ALL_KINDS, LONG_RUNNING, type LoadedFeature, ofScope } from './feature.ts';
import type { Files } from './files.ts';
import { kebab } from './names.ts';
import type { Report } from './vocabulary.ts';

/** What a workload is checked against. */
export interface WorkloadSurroundings {
  readonly definition: ChartDefinition;
  /** Files beside the definition. */
  readonly files: Files;
  /** Names that neither a workload nor a sidecar may have. */
  readonly reserved: ReadonlySet<string>;
  readonly features: readonly LoadedFeature[];
  readonly report: Report;
}

/** Reports every mistake of one workload. */
export function checkWorkload(
  name: string,
  workload: WorkloadDefinition,
  around: WorkloadSurroundings,
): void {
  const path = `workloads.${name}`;
  const { report } = around;
  if (name !== 'main') {
    checkReserved(name, path, 'workload', around);
    if (!workload.description)
      report('no-description', 'it has no description', path, 'Say in one sentence what the workload does.');
  }
  if (typeof workload.image === 'object') {
    reportImage(workload.image, `${path}.image`, report);
    checkInstead(name, workload.image, `${path}.image.instead`, around);
  } else checkShared(workload.image, `${path}.image`, around);
  for (const [init, { image }] of Object.entries(workload.init ?? {}))
    checkShared(image, `${path}.init.${init}.image`, around);
  if (workload.script && (workload.command || workload.args))
    report('script-and-command', 'it has a script and a command', path, 'Keep one of them.');
  checkKind(workload, path, report);
  checkFeatures(workload, path, around, report);
  checkSidecars(name, workload, path, around);
  checkMounts(workload, path, report);
  checkVolumes(workload, path, around.features, report);
  checkProxy(name, workload, path, around);
  checkPorts(workload, path, report);
  checkSources(workload, path, around);
  const connections = Object.keys(around.definition.connections ?? {});
  for (const connection of workload.connections ?? []) {
    if (connections.includes(connection)) continue;
    const near = nearestName(connection, connections);
    report(
      'unknown-connection',
      `there is no connection ${connection}`,
      `${path}.connections`,
      near ? `Did you mean ${near}?` : 'Declare it under connections.',
    );
  }
}

function checkReserved(
  name: string,
  path: string,
  what: string,
  { reserved, report }: WorkloadSurroundings,
): void {
  if (reserved.has(name) || reserved.has(kebab(name)))
    report(
      'reserved',
      `the name ${name} is taken: values or objects of the chart have it`,
      path,
      `Choose another name for the ${what}.`,
    );
}

/** The substitute for a user's own image is that of another workload, which cannot be omitted itself. */
function checkInstead(
  name: string,
  { instead, own }: ImageDefinition,
  path: string,
  { definition, report }: WorkloadSurroundings,
): void {
  if (instead === undefined) return;
  const known = Object.entries(definition.workloads).flatMap(([owner, { image }]) =>
    owner !== name && typeof image === 'object' && image.instead === undefined ? [owner] : [],
  );
  if (own === undefined)
    report(
      'image',
      'another image stands in for one that is not the own',
      path,
      'Give own, or leave it out.',
    );
  if (known.includes(instead)) return;
  const near = nearestName(instead, known);
  report(
    'unknown-image',
    `no other workload named ${instead} has an image that is always there`,
    path,
    near ? `Did you mean ${near}?` : `Name one of ${known.join(', ')}.`,
  );
}

/** An image given by name is the toolbox or that of a workload. */
function checkShared(name: string, path: string, { definition, report }: WorkloadSurroundings): void {
  const owners = Object.entries(definition.workloads).flatMap(([owner, { image }]) =>
    typeof image === 'object' ? [owner] : [],
  );
  const known = ['toolbox', ...owners];
  if (known.includes(name)) return;
  const near = nearestName(name, known);
  report(
    'unknown-image',
    `no workload named ${name} has an image of its own`,
    path,
    near ? `Did you mean ${near}?` : `Write the image out, or name one of ${known.join(', ')}.`,
  );
}

/** Properties that only some kinds of workload may have. */
function checkKind(
  { kind, ports, probes, sidecars, storage }: WorkloadDefinition,
  path: string,
  report: Report,
): void {
  if (!ALL_KINDS.includes(kind)) return;
  if (storage && kind !== 'Deployment' && kind !== 'StatefulSet') {
    report(
      'storage-kind',
      `a ${kind} cannot have storage`,
      `${path}.storage`,
      'Take a StatefulSet or a Deployment, or writable for a scratch folder.',
    );
  }
  if (LONG_RUNNING.includes(kind)) {
    if (!ports && !(probes?.liveness && probes.readiness))
      report('no-probes', 'it has neither ports nor probes', path, 'Declare liveness and readiness probes.');
    return;
  }
  const neverEnding = [
    ...(ports ? ['ports'] : []),
    ...(probes ? ['probes'] : []),
    ...(sidecars ? ['sidecars'] : []),
  ];
  for (const key of neverEnding)
    report(
      'job-ends',
      `a ${kind} cannot have ${key}: it runs to its end`,
      `${path}.${key}`,
      'Remove them, or take a workload that keeps running.',
    );
}

function checkSidecars(
  name: string,
  workload: WorkloadDefinition,
  path: string,
  around: WorkloadSurroundings,
): void {
  const { definition, report } = around;
  const volumes = [
    'tmp',
    ...Object.keys(workload.writable ?? {}),
    ...(workload.storage ? [workload.storage.name] : []),
    ...(workload.files ? ['files'] : []),
    ...Object.keys(workload.mounts ?? {}),
    ...ofScope(around.features, 'workload').flatMap(({ name: feature, volumes: added = [] }) =>
      feature in (workload.features ?? {}) ? added : [],
    ),
  ];
  for (const [sidecar, { image, mounts = {} }] of Object.entries(workload.sidecars ?? {})) {
    const where = `${path}.sidecars.${sidecar}`;
    checkReserved(sidecar, where, 'sidecar', around);
    if (name === 'main' && sidecar in definition.workloads)
      report('reserved', `a workload is named ${sidecar} too`, where, 'Choose another name for the sidecar.');
    if (kebab(sidecar) === (name === 'main' ? definition.name : kebab(name)))
      report(
        'reserved',
        `the container of the workload is named ${kebab(sidecar)} too`,
        where,
        'Choose another name for the sidecar.',
      );
    reportImage(image, `${where}.image`, report);
    for (const volume of Object.keys(mounts)) {
      if (volumes.includes(volume)) continue;
      const near = nearestName(volume, volumes);
      report(
        'unknown-volume',
        `the pod has no volume ${volume}`,
        `${where}.mounts.${volume}`,
        near ? `Did you mean ${near}?` : `It has ${volumes.join(', ')}.`,
      );
    }
  }
}

function checkMounts({ mounts = {} }: WorkloadDefinition, path: string, report: Report): void {
  for (const [name, { secret, configMap, claim }] of Object.entries(mounts)) {
    const where = `${path}.mounts.${name}`;
    if ([secret, configMap, claim].filter((source) => source !== undefined).length !== 1)
      report(
        'mount-source',
        'it comes from none or several of secret, configMap and claim',
        where,
        'Name one.',
      );
  }
}

/** Every volume of a pod has a name of its own; the folder /tmp may be declared to size it. */
function checkVolumes(
  { features: asked = {}, storage, writable = {}, mounts = {}, privileges = {} }: WorkloadDefinition,
  path: string,
  features: readonly LoadedFeature[],
  report: Report,
): void {
  const added = ofScope(features, 'pod', 'workload')
    .filter(({ name, ...feature }) => {
      const { enabledWith = name } = 'enabledWith' in feature ? feature : {};
      const always = feature.scope === 'pod' || ('always' in feature && feature.always);
      return always || name in asked || enabledWith in asked;
    })
    .flatMap(({ fragmentFiles }) => fragmentFiles.filter(({ slot }) => slot === 'pod.volumes'))
    .flatMap(({ text }) => [...text.matchAll(VOLUME)].map((match) => match[1] ?? ''));
  const seen = new Set(['tmp', ...added]);
  const claim = (name: string, where: string) => {
    if (seen.has(name))
      report(
        'reserved',
        `the pod has a volume ${name} already`,
        where,
        'Choose another name for the volume.',
      );
    seen.add(name);
  };
  if (storage) claim(storage.name, `${path}.storage.name`);
  for (const name of Object.keys(writable)) if (name !== 'tmp') claim(name, `${path}.writable.${name}`);
  for (const name of Object.keys(mounts)) claim(name, `${path}.mounts.${name}`);
  for (const [name, { hostPath }] of Object.entries(privileges))
    if (hostPath !== undefined) claim(name, `${path}.privileges.${name}`);
}

/** The name of a volume as a fragment writes it. */
const VOLUME = /^- name: ([a-z][a-z0-9-]*)$/gm;

/** All containers of a pod share its ports. */
function checkPorts(workload: WorkloadDefinition, path: string, report: Report): void {
  const seen = new Map<string, string>();
  const claim = (key: string, what: string, where: string) => {
    const other = seen.get(key);
    if (other !== undefined)
      report('port-twice', `${what} is taken by ${other}`, where, 'Give one of them another.');
    else seen.set(key, where.slice(path.length + 1));
  };
  const groups = [
    { at: `${path}.ports`, ports: workload.ports },
    ...Object.entries(workload.sidecars ?? {}).map(([name, { ports }]) => ({
      at: `${path}.sidecars.${name}.ports`,
      ports,
    })),
  ];
  for (const { at, ports } of groups) {
    for (const { name, port, service, protocol } of portsOf(ports)) {
      claim(`name ${name}`, `the name ${name}`, `${at}.${name}`);
      claim(`port ${port}/${protocol}`, `the port ${port}/${protocol}`, `${at}.${name}`);
      if (service !== port)
        claim(
          `port ${service}/${protocol} of the Service`,
          `the port ${service}/${protocol} of the Service`,
          `${at}.${name}`,
        );
    }
  }
  const [first, ...further] = portsOf(workload.ports);
  if (first && !isServed(first) && further.some(isServed))
    report(
      'first-port',
      'the Service begins with it, and it is not open to clients while others are',
      `${path}.ports.${first.name}`,
      'Put a port that clients reach first.',
    );
  for (const { at, ports } of groups)
    for (const { name, open, value, when } of portsOf(ports))
      if (
        open !== 'public' &&
        (when !== ALWAYS || (value !== '' && `${at}.${name}` !== `${path}.ports.${first?.name}`))
      )
        report(
          'public-port',
          'it has a condition, or a value without being the first, and is not public',
          `${at}.${name}`,
          'Write open: public, or leave them out.',
        );
  if (workload.health !== undefined && !workload.ports)
    report('health-needs', 'it has no port to ask at', `${path}.health`, 'Declare ports of the workload.');
  const names = Object.keys(workload.ports ?? {});
  for (const [kind, probe] of Object.entries(workload.probes ?? {})) {
    const port = portOfProbe(probe);
    if (typeof port !== 'string' || names.includes(port)) continue;
    const near = nearestName(port, names);
    report(
      'unknown-port',
      `the workload has no port ${port}`,
      `${path}.probes.${kind}`,
      near ? `Did you mean ${near}?` : `Name one of its ports: ${names.join(', ') || 'it has none'}.`,
    );
  }
}

/** What takes the requests of the first port passes them on over HTTP. */
function checkProxy(
  name: string,
  workload: WorkloadDefinition,
  path: string,
  { features, report }: WorkloadSurroundings,
): void {
  const [first] = portsOf(workload.ports);
  if (first?.appProtocol !== 'https') return;
  if (proxyOf(name, workload, features) === null) return;
  report(
    'https-port',
    'a feature of the workload puts a proxy before it that speaks HTTP, and it speaks HTTPS alone',
    `${path}.ports.${first.name}`,
    'Serve HTTP there, or name a value that turns TLS on in provides.tls.',
  );
}

/** Name or number of the port that an HTTP or TCP probe asks. */
function portOfProbe(probe: object): unknown {
  const [handler] = Object.entries(probe).flatMap(([key, value]: [string, unknown]) =>
    key === 'httpGet' || key === 'tcpSocket' ? [value] : [],
  );
  return typeof handler === 'object' && handler !== null && 'port' in handler ? handler.port : undefined;
}

/** Files that a workload takes from `src/`. */
function checkSources(
  { files = {}, init = {}, script, test }: WorkloadDefinition,
  path: string,
  { files: there, report }: WorkloadSurroundings,
): void {
  const mentions = [
    ...(script ? [{ at: `${path}.script`, file: script }] : []),
    ...(test?.script ? [{ at: `${path}.test.script`, file: test.script }] : []),
    ...Object.entries(init).flatMap(([name, shape]) =>
      shape.script ? [{ at: `${path}.init.${name}.script`, file: shape.script }] : [],
    ),
    ...Object.keys(files).map((file) => ({ at: `${path}.files.${file}`, file: `files/${file}` })),
  ];
  for (const { at, file } of mentions) {
    if (!there.has(file))
      report('missing-file', `the file src/${file} is missing`, at, 'Write it, or remove its mention.');
  }
}

function reportImage(image: ImageDefinition, path: string, report: Report): void {
  if (image.own ? image.repository || image.digest : !(image.registry && image.repository)) {
    report(
      'image',
      'it names neither a public image nor what the own image must be, or both',
      path,
      'Give registry and repository, or own.',
    );
  }
}
