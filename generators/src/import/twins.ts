import { grouped } from '../grouped.ts';
import type { Service } from './compose/service.ts';

/** Words in which services differ that are the same with other hardware. */
const HARDWARE = /[-_.]?(cpu|gpu|nvidia|cuda|amd|rocm|intel|igpu)(?=[-_.]|$)/gi;

/** A service with what only differs from it by the hardware: they share a workload, and its hosts. */
export interface Twins {
  readonly kept: Service;
  readonly others: readonly Service[];
}

/**
 * Services of one image and one name but for the hardware, of which one has a graphics card and no two a profile: what
 * is started on either hardware.
 *
 * @param repositoryOf name of the image without its tag
 * @param hasCard whether a service asks for a graphics card
 */
export function twinsIn(
  services: readonly Service[],
  repositoryOf: (service: Service) => string,
  hasCard: (service: Service) => boolean,
): readonly Twins[] {
  const kinds = grouped(
    services.filter(({ profiles = [] }) => profiles.length > 0),
    (service) => `${service.name.replace(HARDWARE, '')} ${repositoryOf(service)}`,
  );
  return [...kinds.values()].flatMap((list) => {
    const profiles = list.flatMap(({ profiles: own = [] }) => own);
    const isEach = new Set(profiles).size === profiles.length && list.some((one) => !hasCard(one));
    const kept = list.find((one) => !hasCard(one));
    if (list.length < 2 || !isEach || kept === undefined || !list.some(hasCard)) return [];
    const others = list.filter((one) => one !== kept);
    const hosts = [...new Set(list.flatMap((one) => one.hosts))];
    // Whichever hardware there is, one of them is.
    return [{ kept: { ...kept, hosts, profiles: [], gpu: true }, others }];
  });
}
