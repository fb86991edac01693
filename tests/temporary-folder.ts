import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run one folder for everything temporary, its workers and their programs included, and removes it at the end. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'chartwright-tests-'));
  // Scripts run as the users of their pods.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // Clusters that end with their workers write a moment longer.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
}
