import { ALWAYS, below, type ValuesPath } from '../go/index.ts';
import type { Setting } from '../schema/index.ts';
import { appVersionOf, commandOf, envOf, imageOf, portsOf, settingUse } from './components.ts';
import type { ChartDefinition, SidecarDefinition } from './definition.ts';
import type { Sidecar } from './model.ts';
import { kebab } from './names.ts';

/** The workload a sidecar runs beside. */
export interface SidecarPlace {
  readonly definition: ChartDefinition;
  readonly workload: string;
  /** Values path of the workload. */
  readonly values: ValuesPath;
  readonly settings: readonly Setting[];
}

/** One further container of a workload; the definition was checked before. */
export function sidecarOf(
  name: string,
  sidecar: SidecarDefinition,
  { definition, workload, values: outer, settings }: SidecarPlace,
): Sidecar {
  const values = below(outer, name);
  const mounts = Object.entries(sidecar.mounts ?? {}).map(([volume, path]) => ({
    name: volume,
    path,
    when: definition.workloads[workload]?.mounts?.[volume]?.when ?? ALWAYS,
  }));
  const define = [definition.name, ...(workload === 'main' ? [] : [workload]), name, 'image'].join('.');
  return {
    name,
    container: kebab(name),
    description: sidecar.description,
    values,
    image: imageOf(
      sidecar.image,
      { define, values: below(values, 'image'), title: `the sidecar ${name}` },
      appVersionOf(definition),
    ),
    command: commandOf(sidecar.command),
    args: commandOf(sidecar.args),
    env: envOf(sidecar.env, outer),
    settings: Object.entries(sidecar.settings ?? {}).flatMap(([variable, env]) =>
      settings
        .filter((setting) => setting.env === env)
        .map((setting) => ({ ...settingUse(setting), env: variable })),
    ),
    ports: portsOf(sidecar.ports),
    liveness: sidecar.liveness ?? null,
    readiness: sidecar.readiness ?? null,
    mounts,
  };
}
