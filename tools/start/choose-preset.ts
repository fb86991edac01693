import { ChartwrightError } from '../../generators/src/errors.ts';
import { type PresetFile, presetFiles } from '../detect-hardware/catalog.ts';
import type { Choice } from '../detect-hardware/choose.ts';
import { detect } from '../detect-hardware/detect.ts';
import { sitesOfCluster } from '../detect-hardware/nodes.ts';
import { recordThisMachine } from '../detect-hardware/recording.ts';
import { reportLines } from '../detect-hardware/report.ts';
import { siteOfMachine } from '../detect-hardware/site.ts';
import { type Asked, caseNamed, presetNamed, SMALLEST } from './options.ts';

/**
 * The case or preset that was asked for, otherwise the one that fits the person's cluster, or this machine.
 * Where none fits this machine, the smallest one comes up in the local cluster, whose hardware is simulated.
 *
 * Errors: `start/no-chart`, `start/no-case`, `start/no-preset`; `start/no-fit` for a cluster.
 */
export async function choosePreset(
  asked: Asked,
  archiveOf: (chart: string) => string,
  say: (line: string) => void,
): Promise<PresetFile> {
  if (asked.chart !== undefined) return caseNamed(asked.chart, asked.case);
  const presets = await presetFiles();
  if (asked.wanted !== undefined) return presetNamed(presets, asked.wanted);
  const { kubeconfig, context, namespace, release } = asked;
  const sites =
    kubeconfig === undefined
      ? [siteOfMachine(await recordThisMachine())]
      : await sitesOfCluster({ kubeconfig, namespace, release, ...(context !== undefined && { context }) });
  const choice = await detect(sites, { archiveOf: async (chart) => archiveOf(chart) });
  if (choice.chosen !== undefined) {
    const where = kubeconfig === undefined ? 'this machine' : 'the cluster';
    say(`preset ${choice.chosen.preset.name} fits ${where}; --preset takes another`);
    for (const line of [...choice.notes, ...choice.chosen.warnings]) say(`  ${line}`);
    return choice.chosen.preset;
  }
  if (kubeconfig !== undefined) throw noFit(choice);
  say(
    `no preset fits this machine: ${SMALLEST} it is, on simulated hardware; npm run detect-hardware says why`,
  );
  return presetNamed(presets, SMALLEST);
}

function noFit(choice: Choice): ChartwrightError {
  return new ChartwrightError(
    'start/no-fit',
    `no preset fits:\n${reportLines(choice).join('\n')}\n`,
    choice.sites.map(({ name }) => name).join(', '),
    'Choose one yourself with --preset, or make room.',
  );
}
