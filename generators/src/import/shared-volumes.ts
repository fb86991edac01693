import { parse } from 'yaml';
import { grouped } from '../grouped.ts';
import type { ChartDefinition } from '../model/definition.ts';
import type { Tie } from './group.ts';
import { type Ask, told, unasked } from './questions.ts';
import type { Verdict } from './report.ts';
import { isRunning, type Part } from './roles.ts';

/** Size of a volume until somebody says another. */
export const USUAL_SIZE = '10Gi';

/** A volume of the project that becomes one of the chart: several services or containers have it, or one that ends or only reads. */
export interface SharedVolume {
  /** Its name among the claims of the chart. */
  readonly name: string;
  readonly size: string;
  readonly services: readonly string[];
  /** What its first entry says, and every other. */
  readonly first: readonly [Verdict, string];
  readonly others: readonly [Verdict, string];
}

/** Where the volumes of a project are kept that are not of one workload alone. */
export interface Volumes {
  /** Name of the volume → the volume of the chart. */
  readonly shared: ReadonlyMap<string, SharedVolume>;
  /** Name of the volume → the chart whose server has it. */
  readonly served: ReadonlyMap<string, string>;
}

/**
 * The volumes of a project that are not of one workload alone.
 *
 * @param isScaled whether several containers of a service run, which all have its volumes
 */
export function volumesAmong(
  parts: readonly Part[],
  ask: Ask,
  isScaled: (part: Part) => boolean = () => false,
): Volumes {
  const used = parts.flatMap((part) =>
    part.service.volumes.flatMap((volume) =>
      volume.kind === 'volume' && volume.source !== '' ? [{ part, volume }] : [],
    ),
  );
  const served = new Map(
    used.flatMap(({ part: { role }, volume }) =>
      role.kind === 'server' ? [[volume.source, role.server.chart] as const] : [],
    ),
  );
  const running = used.filter(({ part, volume }) => isRunning(part) && !served.has(volume.source));
  const shared = new Map<string, SharedVolume>();
  for (const [source, uses] of grouped(running, ({ volume }) => volume.source)) {
    const services = [...new Set(uses.map(({ part }) => part.service.name))];
    const isFilled = uses.some(({ volume }) => !volume.readOnly);
    const isOfOne =
      services.length === 1 &&
      isFilled &&
      uses.every(({ part }) => part.role.kind !== 'job' && !isScaled(part));
    if (isOfOne) continue;
    const name = claimName(
      source,
      [...shared.values()].map((one) => one.name),
    );
    const answer = ask('sizes', source, USUAL_SIZE);
    const where = `\`claims.${name}\`, of ${answer.value}`;
    shared.set(source, {
      name,
      size: answer.value,
      services,
      first: isFilled
        ? told(answer, where, 'Compose knows no sizes')
        : [
            'asked',
            `${where}, which nothing here fills: name what is there in \`claims.${name}.existingClaim\``,
          ],
      others: ['carried', `\`claims.${name}\``],
    });
  }
  return { shared, served };
}

/** Services that have a volume in common. */
export function tiesOf(parts: readonly Part[]): readonly Tie[] {
  const { shared } = volumesAmong(parts, unasked);
  return [...shared].map(([source, { services }]) => ({
    services,
    why: `${listed(services)} share the volume ${source}`,
  }));
}

/** The claims of a chart for volumes that services share. */
export function claimsOf({ shared }: Volumes): Pick<ChartDefinition, 'claims'> {
  if (shared.size === 0) return {};
  return {
    claims: Object.fromEntries(
      [...shared].map(([source, { name, size, services }]) => [
        name,
        { size, ...(source !== name && { description: `The volume ${source} of ${listed(services)}.` }) },
      ]),
    ),
  };
}

/** Names that pods have for other volumes. */
const TAKEN = ['data', 'files', 'git', 'gateway', 'tmp'];

/** A claim's name of at most 15 letters and digits, one that is free. */
export function claimName(volume: string, taken: readonly string[]): string {
  const word = (volume.split('/').findLast(Boolean) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^[^a-z]+/, '')
    .slice(0, 14);
  const isText = word !== '' && parse(word, { version: '1.1' }) === word && !TAKEN.includes(word);
  const name = isText ? word : `${word.slice(0, 8)}volume`;
  const free = [name, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${name}${count}`)];
  return free.find((one) => !taken.includes(one)) ?? name;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
