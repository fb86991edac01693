import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { valueAt } from '../../generators/src/go/index.ts';
import { filesOf } from '../../generators/src/package/archive.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, cases, template } from '../../tools/cases/cases.ts';
import {
  containersOf,
  type KubeObject,
  ofKind,
  type PodSource,
  parseManifests,
  podSourcesOf,
} from '../../tools/kubernetes/objects.ts';
import { type Page, readPage } from '../markdown.ts';
import { objectsOf, titleOf } from './objects.ts';
import { commandsOf, parsed, type Typed } from './typed-commands.ts';

interface Chart {
  readonly name: string;
  readonly page: Page;
  readonly text: string;
  readonly commands: readonly Typed[];
}

const names = [...new Set(cases().map(({ chart }) => chart))];
const charts: readonly Chart[] = await Promise.all(
  names.map(async (name) => {
    const text = readFileSync(join(CHARTS, name, 'README.md'), 'utf8');
    return { name, text, page: await readPage(text), commands: await commandsOf(name, text) };
  }),
);
const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

it.each(charts)('$name: what its page links to is in the archive', async ({ name, page }) => {
  const files = filesOf(readFileSync(await archiveOf(name)));
  const relative = page.links.filter((link) => !link.includes('://') && !link.startsWith('#'));
  expect(
    relative.filter((link) => !files.some((file) => file.startsWith(`${name}/${link.split('#')[0]}`))),
  ).toEqual([]);
});

it.each(names)(
  '%s: files that bind a schema for editors bind one that is there, unpacked and in a clone',
  async (name) => {
    const archive = readFileSync(await archiveOf(name));
    const files = filesOf(archive);
    const bound = globSync(['*.yaml', 'presets/*.yaml', 'packages/*.yaml', 'ci/*.yaml'], {
      cwd: join(CHARTS, name),
    }).flatMap((file) =>
      [
        ...readFileSync(join(CHARTS, name, file), 'utf8').matchAll(/yaml-language-server: \$schema=(\S+)/g),
      ].map(([, schema = '']) => ({ file, schema: join(dirname(file), schema) })),
    );
    expect(bound.map(({ file }) => file)).toContain('values.yaml');
    for (const { file, schema } of bound) {
      expect(existsSync(join(CHARTS, name, schema)), file).toBe(true);
      if (!file.startsWith('ci/')) expect(files, file).toContain(`${name}/${schema}`);
    }
  },
);

/** What an example must make of the objects, by its title; any other one is of a service elsewhere. */
const SHOWS: Readonly<Record<string, (objects: readonly KubeObject[], chart: string) => void>> = {
  'An Ingress with TLS': (objects, chart) => {
    const specs = JSON.stringify(ofKind(objects, 'Ingress').map(({ spec }) => spec));
    expect(specs).toContain(`"secretName":"${chart}-tls"`);
    expect(specs).toContain(`"host":"${chart}.example.com"`);
  },
  'A Secret of your own': (objects, chart) => {
    expect(JSON.stringify(objects)).toContain(`${chart}-secret`);
    expect(ofKind(objects, 'Secret').map(({ metadata }) => metadata.name)).not.toContain(chart);
  },
  'A graphics card': (objects) => {
    const limits = containers(objects).flatMap(({ resources }) => Object.keys(resources?.limits ?? {}));
    expect(limits).toContain('nvidia.com/gpu');
  },
  'A private registry': (objects) => {
    const images = containers(objects).map(({ image = '' }) => image);
    expect(images.filter((image) => !image.startsWith('registry.example.com/'))).toEqual([]);
    for (const { id, spec } of podSourcesOf(objects))
      expect(spec.imagePullSecrets, id).toContainEqual({ name: 'registry' });
  },
};

describe.each(charts)('examples of $name', ({ name, page, commands, text: readme }) => {
  const examples = page.blocks.filter(
    ({ language, heading }) => language === 'yaml' && (heading in SHOWS || heading.endsWith(' elsewhere')),
  );

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map(({ heading, text }) => [heading, text] as const))('%s', async (heading, text) => {
    const install = commands
      .map(({ words }) => parsed(words))
      .find(({ program }) => program.join(' ') === 'helm install');
    const example: Readonly<Record<string, unknown>> = parse(text);
    const sets = (install?.flags ?? []).flatMap(([flag, value]) => {
      const [path = ''] = value.split('=');
      const replaced = valueAt(path.split('.').slice(0, -1).join('.'), example) !== undefined;
      const isInstead = heading.endsWith(' elsewhere') && readme.includes(`In place of \`${value}\``);
      return flag === '--set' && !replaced && !isInstead ? [flag, value] : [];
    });
    const given = Object.entries(example).flatMap(([key, value]) => [
      '--set-json',
      `${key}=${JSON.stringify(value)}`,
    ]);
    const { code, stdout, stderr } = await template(name, undefined, {
      release: name,
      args: [...sets, ...given],
    });
    expect(`${code} ${stderr}`).toBe('0 ');
    const objects = parseManifests(stdout);
    const shows = SHOWS[heading];
    if (shows) shows(objects, name);
    else expect(JSON.stringify(objects)).toContain(`${heading.split(' ')[0]}.example.com`);
    for (const command of commands.filter((one) => one.heading === heading)) expectKeys(objects, command);
  });
});

/** The Secret that an example makes has every key that the objects take of it. */
function expectKeys(objects: readonly KubeObject[], { words, text }: Typed): void {
  const { program, others, flags } = parsed(words);
  if (program.join(' ') !== 'kubectl create secret generic') return;
  const [secret = ''] = others;
  const made = flags.flatMap(([flag, value]) =>
    flag === '--from-literal' ? [value.split('=')[0] ?? ''] : [],
  );
  const taken = containers(objects).flatMap(({ env = [] }) =>
    env.flatMap(({ valueFrom }) => {
      const { name, key = '', optional } = valueFrom?.secretKeyRef ?? {};
      return name === secret && !optional ? [key] : [];
    }),
  );
  expect(
    taken.filter((key) => !made.includes(key)),
    text,
  ).toEqual([]);
  expect(JSON.stringify(objects), text).toContain(secret);
}

function containers(objects: readonly KubeObject[]) {
  return podSourcesOf(objects).flatMap((pod) => containersOf(pod).map(({ container }) => container));
}

/** Rows of the tables of a section, by their first cell. */
function rowsBelow({ text }: Chart, head: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  if (start === -1) return [];
  const table = lines.slice(start + 2);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe.each(charts.filter(({ text }) => text.includes('## Security')))('security of $name', (chart) => {
  const pods = new Map(
    rowsBelow(chart, '| Workload | User').map(([workload = '', user, folders = '', token]) => [
      kebab(workload),
      { user, folders: folders.split(', '), token },
    ]),
  );
  const rules = new Set(
    rowsBelow(chart, '| Workload | API groups').map(([workload = '', ...row]) =>
      [kebab(workload), ...row.slice(0, 3)].join(' | '),
    ),
  );
  const exceptions = chart.text.includes('enforce: privileged');

  it.each(
    cases()
      .filter((one) => one.chart === chart.name)
      .map((one) => [titleOf(one), one] as const),
  )('%s', async (_title, one) => {
    const objects = (await objectsOf(one)).filter(({ metadata }) => metadata.labels?.[NAME] === chart.name);
    const own = readFileSync(one.values, 'utf8');
    for (const pod of podSourcesOf(objects)) {
      const told = pods.get(pod.labels[COMPONENT] ?? '');
      const main = mainOf(pod);
      expect(hasToken(pod) && (told?.token ?? 'no') === 'no', `${pod.id} has a token`).toBe(false);
      if (told?.token?.startsWith('a sidecar')) expect(mountsToken(pod, main), pod.id).toBe(false);
      if (!exceptions)
        expect(JSON.stringify(pod.spec), pod.id).not.toMatch(/"runAsUser":0[,}]|hostPath|"add":\[/);
      if (!told || /runAsUser|volumeMounts|openshift/.test(own)) continue;
      const user = main?.securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser;
      if (!exceptions) expect(`${user ?? 'of the namespace'}`, `user of ${pod.id}`).toBe(told.user);
      expect(
        writable(pod, main).filter((path) => !told.folders.some((folder) => isIn(path, folder))),
        `${pod.id} writes`,
      ).toEqual([]);
    }
    for (const { metadata, rules: given } of ofKind(objects, 'Role')) {
      const component = metadata.labels?.[COMPONENT] ?? '';
      const rows = (given as readonly Readonly<Record<string, readonly string[]>>[]).map((rule) =>
        [
          [...pods.keys()].find((name) => name === component),
          rule.apiGroups?.map((group) => group || 'core').join(', '),
          rule.resources?.join(', '),
          rule.verbs?.join(', '),
        ].join(' | '),
      );
      expect(rows.filter((row) => !rules.has(row))).toEqual([]);
    }
    expect(ofKind(objects, 'ClusterRole', 'ClusterRoleBinding')).toEqual([]);
  });
});

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A folder that ends in `…` is the beginning of one that values decide. */
function isIn(path: string, folder: string): boolean {
  return folder.endsWith('…') ? path.startsWith(folder.slice(0, -1)) : path === folder;
}

/** The container that the workload is there for: the first one. */
function mainOf({ spec }: PodSource) {
  return spec.containers[0];
}

function tokenVolumes({ spec }: PodSource): readonly string[] {
  return (spec.volumes ?? [])
    .filter(({ projected }) => projected?.sources?.some(({ serviceAccountToken }) => serviceAccountToken))
    .map(({ name }) => name);
}

function hasToken(pod: PodSource): boolean {
  return tokenVolumes(pod).length > 0 || pod.spec.automountServiceAccountToken === true;
}

function mountsToken(pod: PodSource, container: ReturnType<typeof mainOf>): boolean {
  return (container?.volumeMounts ?? []).some(({ name }) => tokenVolumes(pod).includes(name));
}

/** Folders that a container may write to. */
function writable({ object, spec }: PodSource, container: ReturnType<typeof mainOf>): readonly string[] {
  const volumes = new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
  return (container?.volumeMounts ?? []).flatMap(({ name, mountPath, readOnly }) => {
    const volume = volumes.get(name);
    const kept =
      volume === undefined ? object.kind === 'StatefulSet' : volume.emptyDir || volume.persistentVolumeClaim;
    return kept && !readOnly ? [mountPath] : [];
  });
}
