import type { Feature } from '../feature.ts';

/** The init container that holds a pod until what it needs works. */
export const feature: Feature = {
  name: 'connectionWait',
  scope: 'connection',
  needs: ['orders'],
  order: 200,
  when: '<% connection.waits %>',
};
