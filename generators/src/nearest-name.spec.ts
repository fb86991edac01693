import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test.each([
  ['ingres', ['ingress', 'image', 'service'], 'ingress'],
  ['replicacount', ['replicaCount'], 'replicaCount'],
  ['prot', ['port', 'path'], 'port'], // two swapped letters are one slip
  ['ab', ['ax', 'aa'], 'aa'], // a tie goes to the alphabet, whatever the order given
  ['database', ['image', 'service'], undefined],
  ['', [], undefined],
])('%s among %j means %s', (word, candidates, meant) => {
  expect(nearestName(word, candidates)).toBe(meant);
});
