import { join, resolve } from 'node:path';
import { packChart } from '../../generators/src/package/pack.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { detect } from './detect.ts';
import { sitesOfCluster } from './nodes.ts';
import { type DetectOptions, detectOptions, LINE } from './options.ts';
import { readRecording, recordThisMachine } from './recording.ts';
import { reportData, reportLines } from './report.ts';
import { type Site, siteOfMachine } from './site.ts';

const root = resolve(import.meta.dirname, '..', '..');

await runCommand(LINE, async (args) => {
  const options = detectOptions(args, folderOfCaller());
  const archives = new Map<string, Promise<string>>();
  const choice = await detect(await sitesOf(options), {
    ...(options.chart !== undefined && { chart: options.chart }),
    archiveOf: (chart) => {
      const archive =
        archives.get(chart) ?? withProgress(`packing ${chart}`, () => packChart(chart, join(root, 'dist')));
      archives.set(chart, archive);
      return archive;
    },
  });
  if (options.json) print(JSON.stringify(reportData(choice), null, 2));
  else for (const line of reportLines(choice)) print(line);
  return choice.chosen === undefined ? 1 : 0;
});

async function sitesOf({ cluster, machines }: DetectOptions): Promise<readonly Site[]> {
  if (cluster !== undefined) return sitesOfCluster(cluster);
  const recordings = machines.length > 0 ? machines.map(readRecording) : [recordThisMachine()];
  return (await Promise.all(recordings)).map(siteOfMachine);
}
