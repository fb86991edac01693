import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureGoTool } from '../toolchain/go.ts';
import { freePort, machineNetwork, type Network, stop, textOf } from './network.ts';
import { untilWritten } from './until-written.ts';

export interface PrometheusOptions {
  /** The network of this machine when absent, and a free port of it. */
  readonly network?: Network;
  /** 9090 in a network of its own. */
  readonly port?: number;
  /** Text of its configuration; it scrapes nothing when absent. */
  readonly config?: string;
  /** Further files beside the configuration by name, for example rules. */
  readonly files?: Readonly<Record<string, string>>;
  /** Further flags, for example `['--web.enable-lifecycle']`. */
  readonly args?: readonly string[];
}

export interface PrometheusServer {
  readonly port: number;
  /** What the server has written so far. */
  readonly log: () => string;
  /** Ends it; its data goes with it, also when its network is closed instead. */
  readonly stop: () => Promise<void>;
}

/** Starts a real Prometheus on data of its own and waits until it is ready, at most thirty seconds. It has no web pages. */
export async function prometheusServer(options: PrometheusOptions = {}): Promise<PrometheusServer> {
  const { network = machineNetwork(), config = '{}', files = {}, args = [] } = options;
  const binary = await ensureGoTool('prometheus');
  const port = options.port ?? (options.network === undefined ? await freePort() : 9090);
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  for (const [name, text] of Object.entries({ ...files, 'prometheus.yml': config }))
    writeFileSync(join(folder, name), text);
  const host = options.network === undefined ? '127.0.0.1' : '';
  const child = network.start(binary, [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=${host}:${port}`,
    ...args,
  ]);
  child.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const log = textOf(child.stderr);
  await untilWritten(child.stderr, log, 'Server is ready to receive web requests', 'prometheus');
  return { port, log, stop: () => stop(child) };
}
