import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChartwrightError, throwAll } from '../errors.ts';
import type { LoadedFeature } from '../features/feature.ts';
import type { Connection } from '../model/model.ts';
import { valuesPath } from '../model/names.ts';
import { type ChartFiles, HELMIGNORE, json } from '../render/chart.ts';
import { partsOf } from '../render/chart-files.ts';
import { GENERATED, KUBE_VERSION, yamlFile } from '../render/chart-yaml.ts';
import { checkClosedLoop } from '../render/closed-loop/index.ts';
import { Renderer } from '../render/renderer.ts';
import { editorSchema, shippedSchema, valuesTypes, valuesYaml } from '../schema/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { umbrellaReadme } from './readme.ts';
import type { Member, Umbrella } from './umbrella.ts';

const TEMPLATES = fileURLToPath(new URL('templates', import.meta.url));

/**
 * All generated files of an umbrella, checked like those of a chart.
 *
 * Errors: all problems at once.
 */
export async function renderUmbrella(
  umbrella: Umbrella,
  features: readonly LoadedFeature[],
  workspace: Workspace,
): Promise<ChartFiles> {
  const templates = umbrellaTemplates(umbrella, features);
  const exempt = umbrella.members.map(({ name }) => [name]);
  const problems = checkClosedLoop(templates, umbrella.schema, { exempt });
  throwAll(
    problems.map(
      ({ code, message, file, line }) =>
        new ChartwrightError(
          `template/${code}`,
          message,
          `charts/${umbrella.name}/${file}:${line}`,
          'Correct the template or the schema.',
        ),
    ),
  );
  const title = `Values of the umbrella chart ${umbrella.name}`;
  return new Map([
    ['.helmignore', HELMIGNORE],
    ['Chart.yaml', umbrellaYaml(umbrella, workspace)],
    ['README.md', umbrellaReadme(umbrella, workspace)],
    [
      'values.d.ts',
      await valuesTypes(
        umbrella.schema,
        umbrella.name,
        umbrella.members.map(({ name }) => name),
      ),
    ],
    ['values.editor.schema.json', json(editorSchema(umbrella.editorSchema, title))],
    ['values.schema.json', json(shippedSchema(umbrella.schema, title))],
    [
      'values.yaml',
      valuesYaml(umbrella.schema, [`Default values of ${umbrella.name}. ${umbrella.description}`, GENERATED]),
    ],
    ...[...umbrella.presets].map(([name, text]): [string, string] => [
      `presets/${name}.yaml`,
      `# ${GENERATED.replace('src/', `src/presets/${name}.yaml`)}\n# yaml-language-server: $schema=../values.editor.schema.json\n${text}`,
    ]),
    ...templates,
  ]);
}

function umbrellaYaml(umbrella: Umbrella, workspace: Workspace): string {
  return yamlFile({
    apiVersion: 'v2',
    name: umbrella.name,
    description: umbrella.description,
    type: 'application',
    version: umbrella.version,
    appVersion: umbrella.version,
    kubeVersion: KUBE_VERSION,
    ...(umbrella.keywords.length > 0 && { keywords: umbrella.keywords }),
    ...(workspace.maintainers.length > 0 && { maintainers: workspace.maintainers }),
    dependencies: umbrella.members.map(({ name, chart }) => ({
      name,
      version: chart.version,
      repository: `file://../${name}`,
      condition: `global.members.${name}.enabled`,
    })),
    annotations: { 'artifacthub.io/license': workspace.license },
  });
}

function umbrellaTemplates(
  umbrella: Umbrella,
  features: readonly LoadedFeature[],
): ReadonlyMap<string, string> {
  const renderer = new Renderer(partsOf(features));
  const base = { chart: umbrella, members: umbrella.members, firstMember: umbrella.members[0]?.name ?? '' };
  const render = (file: string, view: object) =>
    renderer.render({
      text: readFileSync(join(TEMPLATES, file), 'utf8'),
      file: `umbrella/templates/${file}`,
      view,
      instances: [],
    });
  const files = new Map(
    ['_helpers.tpl', 'validations.yaml', 'NOTES.txt'].map((name) => [
      `templates/${name}`,
      render(`${name}.hbs`, base),
    ]),
  );
  for (const member of umbrella.members) {
    const connection = checkOf(umbrella, member, features);
    if (!connection) continue;
    const view = { ...base, member, connection };
    files.set(`templates/verify-${member.name}-job.yaml`, render('verify-job.yaml.hbs', view));
    files.set(
      `templates/verify-${member.name}-networkpolicy.yaml`,
      render('verify-networkpolicy.yaml.hbs', view),
    );
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The connection through which `helm test` looks at the member, as seen from the umbrella. */
function checkOf(
  umbrella: Umbrella,
  member: Member,
  features: readonly LoadedFeature[],
): Connection | undefined {
  const check = member.chart.workloads.find(({ kind }) => kind === 'Pod')?.connections[0];
  if (!check || !features.some(({ connectionType }) => connectionType === check.type)) return undefined;
  const fullname = `include "${umbrella.name}.${member.name}" .`;
  const host = `{{ ${fullname} }}${check.provider.suffix}`;
  const { port, portPath } = check.provider;
  const ownPort = portPath ? valuesPath([member.name, ...portPath]) : String(port.service);
  return {
    ...check,
    self: false,
    host,
    port: `{{ ${ownPort} | quote }}`,
    url: `http://${host}:{{ ${ownPort} }}`,
    secretName: `(${member.values}.secrets.existingSecret | default (${fullname}))`,
    secretKey: '"password"',
  };
}
