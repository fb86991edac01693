import { expect, test } from 'vitest';
import { ensureDebian, missingPackages } from './debian.ts';

test('what is there is neither missing nor installed again', async () => {
  await ensureDebian(['openssl']);
  expect(await missingPackages(['openssl'])).toEqual([]);
});
