import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { type ShippedScript, sourceOf, withEnv } from './shipped.ts';
import { webServer } from './web-server.ts';

/** What fetches the dashboards of values. */
export const FETCH = sourceOf('charts/grafana/src/fetch-dashboards.sh');

/** Runs it with other dashboards, in folders that outlive it. */
export function fetchDashboards(
  shipped: ShippedScript,
  network: Network,
  lines: readonly string[],
  folder: string,
): Promise<RunResult> {
  const { script, hosts } = withEnv(shipped, { DASHBOARDS: lines.join('\n') });
  const volumes = { data: join(folder, 'data'), dashboards: join(folder, 'dashboards') };
  return runScript(script, { network, hosts, volumes });
}

/** How it is run; tests/scripts/grafana.spec.ts tries what it is for. */
export const grafanaPrograms = {
  [FETCH]: {
    async works(shipped: ShippedScript, network: Network) {
      const server = await webServer(network, 8099, { '*': [{ body: ['{"title":"Queue"}'] }] });
      const folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
      chmodSync(folder, 0o755);
      const result = await fetchDashboards(
        shipped,
        network,
        ['queue prometheus http://127.0.0.1:8099/'],
        folder,
      );
      expect(result).toMatchObject({ exitCode: 0, output: 'queue is there\n' });
      rmSync(folder, { recursive: true });
      await server.close();
    },
  },
};
