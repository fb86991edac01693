import type { Fields } from '../compose/tree.ts';
import type { Say } from '../report.ts';
import { exceeds, type Stated } from '../resources.ts';
import { fieldsAt, textAt } from './objects.ts';

const CARD = /^(nvidia\.com\/(gpu|mig-.*)|amd\.com\/gpu|gpu\.intel\.com\/.*)$/;

/** What a container says of its CPU and memory. */
export function statedOf(container: Fields, tell: Say, where = '`resources`'): Stated {
  const read = (part: 'requests' | 'limits') =>
    Object.fromEntries(
      [...fieldsAt(container, 'resources', part).keys()].flatMap((name) => {
        const isCard = CARD.test(name);
        tell(
          `resources.${part}.${name}`,
          'carried',
          isCard ? 'the feature `gpu`, on by `gpu.enabled`' : where,
        );
        return isCard ? [] : [[name, textAt(container, 'resources', part, name)]];
      }),
    );
  return { requests: read('requests'), limits: read('limits') };
}

/** CPU and memory of a container, complete with what every container here must say, and the cards it asks for. */
export function resourcesOf(container: Fields, tell: Say) {
  const { requests, limits } = statedOf(container, tell);
  const cards = [...fieldsAt(container, 'resources', 'limits').keys()].find((name) => CARD.test(name));
  const count = cards === undefined ? 0 : Number(textAt(container, 'resources', 'limits', cards)) || 1;
  if (Object.keys({ ...requests, ...limits }).length === 0) return { count };
  const memory = requests.memory ?? limits.memory ?? '128Mi';
  return {
    count,
    resources: {
      requests: { ...requests, cpu: requests.cpu ?? limits.cpu ?? '100m', memory },
      limits: { ...limits, memory: limits.memory ?? (exceeds(memory, '512Mi') ? memory : '512Mi') },
    },
  };
}
