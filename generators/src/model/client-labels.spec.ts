import { expect, test } from 'vitest';
import { ALWAYS, type Condition, go, value } from '../go/index.ts';
import { clientLabelsOf } from './client-labels.ts';

const [hub, depot] = [go`print "hub-client"`, go`print "depot-client"`];

test('connections to one provider need its label once, while one of them has traffic', () => {
  const labels = (...whens: readonly Condition[]) => [
    ...clientLabelsOf([
      ...whens.map((traffic) => ({ clientLabel: hub, traffic })),
      { clientLabel: depot, traffic: ALWAYS },
      { clientLabel: '', traffic: ALWAYS },
    ]),
  ];
  expect(labels(value('queue'), ALWAYS)).toEqual([hub, depot]);
  expect(labels(value('queue'))).toEqual([`and (.Values.queue) (${hub})`, depot]);
  expect(labels(value('queue'), value('feed'))).toEqual([
    `and (or .Values.queue .Values.feed) (${hub})`,
    depot,
  ]);
});
