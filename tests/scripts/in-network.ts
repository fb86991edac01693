import { test } from 'vitest';
import { type Network, openNetwork } from '../../tools/scripts/network.ts';

/** A test with an empty network of its own, so that several run at a time. */
export const inNetwork = test.extend<{ readonly network: Network }>({
  network: async ({ task: _ }, use) => {
    const network = await openNetwork();
    await use(network);
    await network.close();
  },
});
