import { expect } from 'vitest';
import { START, startGateway } from './gateway-process.ts';
import { PASSWORD, type ShippedScript } from './shipped.ts';

/** How the script of the gateway is run; tests/scripts/gateway.spec.ts tries what it is for. */
export const gatewayPrograms = {
  [START]: {
    async works({ script }: ShippedScript) {
      const configuration =
        script.mounts.find(({ volume }) => volume === 'gateway')?.files?.['nginx.conf'] ?? '';
      const port = Number(/proxy_pass http:\/\/127\.0\.0\.1:(\d+);/.exec(configuration)?.[1]);
      const gateway = await startGateway({ script }, { port, keys: { client: PASSWORD } });
      try {
        expect(await gateway.ask('/', { headers: { 'x-api-key': PASSWORD } })).toMatchObject({ status: 200 });
        expect(await gateway.stop()).toMatchObject({ exitCode: 0 });
      } finally {
        await gateway.close();
      }
    },
  },
};
