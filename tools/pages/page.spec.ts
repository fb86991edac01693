import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chartNames } from '../../generators/src/package/chart-folders.ts';
import { run } from '../../generators/src/programs/run.ts';
import { pageOf } from './page.ts';

let charts: string;

beforeAll(async () => {
  charts = await mkdtemp(join(tmpdir(), 'pages-'));
});
afterAll(() => rm(charts, { recursive: true }));

async function chart(name: string, text: string, presets: readonly string[] = []): Promise<void> {
  await mkdir(join(charts, name, 'presets'), { recursive: true });
  await writeFile(join(charts, name, 'Chart.yaml'), `name: ${name}\n${text}`);
  for (const preset of presets) await writeFile(join(charts, name, 'presets', preset), '');
}

const blocks = (page: string) => [...page.matchAll(/<pre><code>(.*?)<\/code>/gs)].map(([, text]) => text);

test('a chart is installed from the registry, an umbrella with a preset of its archive', async () => {
  await chart('web', 'version: 1.2.3\nappVersion: "4"\ndescription: A <b>web</b> server.\n', ['small.yaml']);
  const member = '{ name: web, version: 1.2.3, condition: global.members.web.enabled }';
  const platform = `version: 0.1.0\nappVersion: 0.1.0\ndescription: All.\nicon: data:x\ndependencies: [${member}]\n`;
  await chart('platform', platform, ['cpu.yaml', 'gpu.yaml']);
  const page = await pageOf(charts, ['platform', 'web'], { registry: 'oci://hub.example.com/c', source: '' });
  expect(blocks(page)).toEqual([
    `helm pull oci://hub.example.com/c/platform --version 0.1.0 --untar
helm install platform platform --values platform/presets/cpu.yaml --namespace platform --create-namespace --wait
# presets: cpu, gpu
`,
    `helm install web oci://hub.example.com/c/web --version 1.2.3 --namespace web --create-namespace --wait
`,
  ]);
  expect(page).toContain('<p>A &lt;b&gt;web&lt;/b&gt; server. Application version 4.</p>');
  expect(page).not.toContain('<a ');
  const source = 'https://git.example.com/acme/charts/blob/v1';
  const linked = await pageOf(charts, ['web'], { registry: 'oci://hub.example.com/c', source });
  expect(linked).toContain(`<h2><a href="${source}/charts/web/README.md">web</a> 1.2.3</h2>`);
});

test('the command writes the page of all charts, in its order', async () => {
  const to = join(charts, 'out');
  const typed = (...words: readonly string[]) =>
    run(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words]);
  const words = ['--to', to, '--registry', 'oci://hub.example.com/c'];
  expect(await typed(...words)).toMatchObject({ code: 0, stdout: `${join(to, 'index.html')}\n` });
  const page = await readFile(join(to, 'index.html'), 'utf8');
  const found = [...page.matchAll(/<section id="([^"]+)">/g)].map(([, name]) => name);
  expect(found).toEqual(await chartNames());

  expect(await typed('--to', to)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('name a registry by --registry'),
  });
  expect(await typed('--to', to, '--registry', 'hub.example.com/c')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"hub.example.com/c" is no address such as oci://'),
  });
});
