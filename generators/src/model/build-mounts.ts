import { ALWAYS, asText } from '../go/index.ts';
import { sharedBy, sharedName } from './build-claims.ts';
import type { ChartDefinition, MountDefinition, WorkloadDefinition } from './definition.ts';
import type { Mount } from './model.ts';

/** The volumes that a definition mounts: Secrets, ConfigMaps, claims of others, and those that workloads of the chart share. */
export function mountsOf(workload: WorkloadDefinition, definition: ChartDefinition): readonly Mount[] {
  const shared = sharedBy(workload, definition);
  return Object.entries(workload.mounts ?? {}).map(([name, mount]) =>
    mountOf(name, mount, shared, definition.name),
  );
}

function mountOf(name: string, mount: MountDefinition, shared: readonly string[], chart: string): Mount {
  const { secret, configMap, claim } = mount;
  const [source, object] =
    secret !== undefined
      ? (['secret', secret] as const)
      : configMap !== undefined
        ? (['configMap', configMap] as const)
        : (['claim', shared.includes(name) ? sharedName(chart, name) : (claim ?? '')] as const);
  return {
    name,
    source,
    object: asText(object),
    path: mount.path,
    subPath: asText(mount.subPath ?? ''),
    when: mount.when ?? ALWAYS,
    optional: mount.optional ?? false,
    writable: mount.writable ?? false,
    mode: mount.mode === undefined ? '' : `0${mount.mode.toString(8)}`,
  };
}
