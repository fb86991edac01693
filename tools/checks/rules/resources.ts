import { parseQuantity } from '../../../generators/src/schema/quantity.ts';
import { containersOf, type KubeObject, podSourcesOf } from '../../kubernetes/objects.ts';

/** Requests above their limit, and quantities that do not parse. */
export function resourceQuantities(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects).flatMap((pod) =>
    containersOf(pod).flatMap(({ id, container }) => {
      const { requests = {}, limits = {} } = container.resources ?? {};
      const broken = Object.entries({ ...requests, ...limits }).filter(
        ([, amount]) => parseQuantity(amount) === undefined,
      );
      const above = Object.entries(requests).filter(([resource, request]) => {
        const limit = limits[resource];
        return (
          limit !== undefined &&
          (parseQuantity(request) ?? 0) > (parseQuantity(limit) ?? Number.POSITIVE_INFINITY)
        );
      });
      return [
        ...broken.map(([resource, amount]) => `${id}: ${resource} ${amount} is no quantity`),
        ...above.map(
          ([resource, request]) =>
            `${id}: requests ${request} ${resource}, more than its limit ${limits[resource]}`,
        ),
      ];
    }),
  );
}

/** Scratch folders that may fill the disk of a node. */
export function scratchSizes(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects).flatMap((pod) =>
    (pod.spec.volumes ?? [])
      .filter(({ emptyDir }) => emptyDir && parseQuantity(emptyDir.sizeLimit ?? '') === undefined)
      .map(({ name }) => `${pod.id}: the volume ${name} is an emptyDir without a sizeLimit`),
  );
}
