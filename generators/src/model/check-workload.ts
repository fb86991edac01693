import { nearestName } from '../nearest-name.ts';
import { claimsOf } from './build-claims.ts';
import { checkFeatures } from './check-features.ts';
import { checkPorts, checkProxy } from './check-ports.ts';
import { checkMounts, checkPaths, checkVolumes } from './check-volumes.ts';
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
    reportImage(workload.image, `${path}.image`, around);
    checkInstead(name, workload.image, `${path}.image.instead`, around);
  } else checkShared(workload.image, `${path}.image`, around);
  for (const [init, { image }] of Object.entries(workload.init ?? {}))
    checkShared(image, `${path}.init.${init}.image`, around);
  if (workload.script && (workload.command || workload.args))
    report('script-and-command', 'it has a script and a command', path, 'Keep one of them.');
  checkKind(workload, path, report);
  checkFeatures(workload, path, around, report);
  checkSidecars(name, workload, path, around);
  checkMounts(workload, path, around.definition, report);
  checkPaths(workload, path, report);
  checkVolumes(workload, path, around.features, report);
  checkProxy(name, workload, path, around);
  checkPorts(workload, path, report);
  checkSources(workload, path, around);
  checkAfter(workload, path, around);
  checkGroups(name, workload, path, report);
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

/** Pods wait for the end of Jobs of their own chart. */
function checkAfter(
  { kind, after = [] }: WorkloadDefinition,
  path: string,
  { definition, report }: WorkloadSurroundings,
): void {
  if (kind === 'PodTemplate' && after.length > 0)
    report(
      'after-kind',
      'a PodTemplate cannot have after',
      `${path}.after`,
      'Let the workload that starts its pods wait.',
    );
  const jobs = Object.keys(definition.workloads).filter((name) => definition.workloads[name]?.kind === 'Job');
  for (const job of after) {
    if (jobs.includes(job)) continue;
    const near = nearestName(job, jobs);
    report(
      'unknown-job',
      `there is no Job ${job}`,
      `${path}.after`,
      near ? `Did you mean ${near}?` : 'Name workloads of the kind Job.',
    );
  }
}

/** Groups are for pods with a block of values, of which any number may run, each with volumes of its own. */
function checkGroups(
  name: string,
  { kind, groups, singleton, storage, claims }: WorkloadDefinition,
  path: string,
  report: Report,
): void {
  const isSet = kind === 'StatefulSet' || (kind === 'Deployment' && !storage && !claims);
  if (groups === undefined || (isSet && name !== 'main' && singleton !== true)) return;
  report(
    'groups',
    'pods come in groups where a StatefulSet, or a Deployment without volumes, stands beside main and is no singleton',
    `${path}.groups`,
    'Leave it out.',
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
  { kind, ports, probes, health, sidecars, storage, claims }: WorkloadDefinition,
  path: string,
  report: Report,
): void {
  if (!ALL_KINDS.includes(kind)) return;
  const kept = [...(storage ? ['storage'] : []), ...(claims ? ['claims'] : [])];
  for (const key of kind === 'Deployment' || kind === 'StatefulSet' ? [] : kept)
    report(
      'storage-kind',
      `a ${kind} cannot have ${key}`,
      `${path}.${key}`,
      'Take a StatefulSet or a Deployment, or writable for a scratch folder.',
    );
  if (LONG_RUNNING.includes(kind)) {
    if (!ports && !Array.isArray(health) && !(probes?.liveness && probes.readiness))
      report(
        'no-probes',
        'it has neither ports nor probes',
        path,
        'Give health a command, or declare liveness and readiness probes.',
      );
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
    ...claimsOf(name, workload).map((claim) => claim.name),
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
    reportImage(image, `${where}.image`, around);
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

function reportImage(
  image: ImageDefinition,
  path: string,
  { definition, report }: WorkloadSurroundings,
): void {
  if (image.own ? image.repository || image.digest : !(image.registry && image.repository)) {
    report(
      'image',
      'it names neither a public image nor what the own image must be, or both',
      path,
      'Give registry and repository, or own.',
    );
  }
  if (image.repository && !(image.tag ?? definition.appVersion))
    report('no-version', 'nothing says its version', path, 'Give it a tag, or appVersion to the chart.');
  if (image.unpinned && (image.own || image.digest))
    report(
      'unpinned',
      'it says why a public image has no digest, and has one or is the own image',
      `${path}.unpinned`,
      'Leave it out.',
    );
}
