import { ALWAYS, any, type Expression, go, printed } from '../go/index.ts';
import { grouped } from '../grouped.ts';
import type { Connection } from './connection.ts';

/** Template expressions of the labels that connections need: each label once, while one of those that need it has traffic. */
export function clientLabelsOf(
  connections: readonly Pick<Connection, 'clientLabel' | 'traffic'>[],
): readonly Expression[] {
  return [...grouped(connections, ({ clientLabel }) => clientLabel)].flatMap(([label, alike]) => {
    if (label === '') return [];
    const when = any(...alike.map(({ traffic }) => traffic));
    return when === ALWAYS ? [label] : [go`and (${printed(when)}) (${label})`];
  });
}
