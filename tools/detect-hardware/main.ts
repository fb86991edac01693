import { join, resolve } from 'node:path';
import { packChart } from '../../generators/src/package/pack.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { detect } from './detect.ts';
import { sitesOfCluster } from './nodes.ts';
import { type DetectOptions, detectOptions, USAGE } from './options.ts';
import { readRecording, recordThisMachine } from './recording.ts';
import { reportData, reportLines } from './report.ts';
import { type Site, siteOfMachine } from './site.ts';

const root = resolve(import.meta.dirname, '..', '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  if (process.argv.includes('--help')) say(USAGE);
  else process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const options = detectOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
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
  if (options.json) say(JSON.stringify(reportData(choice), null, 2));
  else for (const line of reportLines(choice)) say(line);
  return choice.chosen === undefined ? 1 : 0;
}

async function sitesOf({ cluster, machines }: DetectOptions): Promise<readonly Site[]> {
  if (cluster !== undefined) return sitesOfCluster(cluster);
  const recordings = machines.length > 0 ? machines.map(readRecording) : [recordThisMachine()];
  return (await Promise.all(recordings)).map(siteOfMachine);
}
