import { setTimeout as pause } from 'node:timers/promises';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import type { Network } from '../../tools/scripts/network.ts';
import { prometheusServer } from '../../tools/scripts/prometheus-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { inNetwork as it } from './in-network.ts';
import { JURY, PROMETHEUS_URL } from './jury-programs.ts';
import { lastLine, running, shippedScripts, withEnv } from './shipped.ts';

const shipped = running(await shippedScripts(), JURY);
const { NAMESPACE = '', STABLE = '', CANARY = '' } = shipped.script.env;

/** What one track has done: requests in a second, the share that failed, and how long half of them took. */
interface Track {
  readonly rate: number;
  readonly errors: number;
  readonly seconds: 0.1 | 1;
}

const GOOD: Track = { rate: 100, errors: 0.01, seconds: 0.1 };

/** A Prometheus whose rules write the metrics that an application of both tracks would have. */
async function measured(network: Network, tracks: Readonly<Record<string, Track>>): Promise<void> {
  const rules = Object.entries(tracks).flatMap(([service, { rate, errors, seconds }]) => {
    const labels = { namespace: NAMESPACE, service };
    const counter = (record: string, perSecond: number, more: Readonly<Record<string, string>>) => ({
      record,
      expr: `vector(time() * ${perSecond})`,
      labels: { ...labels, ...more },
    });
    const bucket = (le: string, perSecond: number) =>
      counter('http_request_duration_seconds_bucket', perSecond, { le });
    return [
      counter('http_requests_total', rate * (1 - errors), { status: '2xx' }),
      counter('http_requests_total', rate * errors, { status: '5xx' }),
      bucket('0.1', seconds === 0.1 ? rate : 0),
      bucket('1', rate),
      bucket('+Inf', rate),
    ];
  });
  await prometheusServer({
    network,
    config: stringify({ global: { evaluation_interval: '1s' }, rule_files: ['*.rules.yml'] }),
    files: { 'tracks.rules.yml': stringify({ groups: [{ name: 'tracks', interval: '1s', rules }] }) },
  });
  await pause(6_000);
}

const judge = async (network: Network, env: Readonly<Record<string, string>> = {}) => {
  const { script, hosts } = withEnv(shipped, { PROMETHEUS_URL, WINDOW: '1m', ...env });
  const { exitCode, output } = await runScript(script, { network, hosts, timeout: 60_000 });
  return { exitCode, output, verdict: lastLine(output) };
};

describe.concurrent('the jury of a canary', () => {
  it('lets a good one pass, and says what it compared', { timeout: 120_000 }, async ({ network, expect }) => {
    await measured(network, { [STABLE]: GOOD, [CANARY]: { ...GOOD, rate: 20 } });
    const { exitCode, output, verdict } = await judge(network);
    expect({ exitCode, verdict }).toEqual({
      exitCode: 0,
      verdict: 'nothing speaks against the canary: rollout.canary.weight may be raised',
    });
    expect(output).toMatch(/^the canary \S+-canary answers 10 percent of the requests; the last 1m:$/m);
    expect(output).toMatch(/^requests: stable \d+(\.\d+)?(e\+\d+)?, canary \d+(\.\d+)?$/m);
    expect(output).toMatch(/^share of errors: stable 0\.01\d*, canary 0\.01\d*$/m);
    expect(output).toMatch(/^seconds of a request: stable 0\.095, canary 0\.095$/m);
    const few = await judge(network, { MIN_REQUESTS: '1000000' });
    expect(few.exitCode).toBe(0);
    expect(few.verdict).toMatch(
      /^no verdict: the canary answered \d+(\.\d+)? of the 1000000 requests it takes$/,
    );
  });

  it('fails for one that has more errors', { timeout: 120_000 }, async ({ network, expect }) => {
    await measured(network, { [STABLE]: GOOD, [CANARY]: { ...GOOD, errors: 0.1 } });
    expect(await judge(network)).toMatchObject({
      exitCode: 1,
      verdict:
        'the canary is worse; its share of errors is more than 0.01 above: set rollout.canary.weight=0',
    });
    expect(await judge(network, { MAX_ERROR_INCREASE: '0.2' })).toMatchObject({ exitCode: 0 });
    expect(await judge(network, { ERRORS: '' })).toMatchObject({ exitCode: 0 });
  });

  it('fails for one that is slower', { timeout: 120_000 }, async ({ network, expect }) => {
    await measured(network, { [STABLE]: GOOD, [CANARY]: { ...GOOD, seconds: 1 } });
    expect(await judge(network)).toMatchObject({
      exitCode: 1,
      verdict: 'the canary is worse; it takes more than 1.5 times as long: set rollout.canary.weight=0',
    });
    expect(await judge(network, { MAX_LATENCY_FACTOR: '20' })).toMatchObject({ exitCode: 0 });
  });

  it('has no verdict where one track answers nothing', { timeout: 120_000 }, async ({ network, expect }) => {
    await measured(network, { [CANARY]: GOOD });
    expect(await judge(network)).toMatchObject({
      exitCode: 0,
      verdict: 'no verdict: the stable track answered nothing to compare with',
    });
  });

  it('says that a question is no PromQL', { timeout: 120_000 }, async ({ network, expect }) => {
    await measured(network, {});
    const { exitCode, output } = await judge(network, { REQUESTS: 'sum(' });
    expect(exitCode).toBe(2);
    expect(output).toContain('does not answer: sum(: wget: server returned error: HTTP/1.1 400 Bad Request');
  });
});
