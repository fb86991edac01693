import type { ChartwrightError } from '../../errors.ts';
import { wholeVariable } from './confidential.ts';
import { resolved, segmentsOf, unmetIn } from './interpolate.ts';
import { type Project, text } from './project.ts';
import { isSecret } from './secret-names.ts';
import { bytesOf } from './size.ts';
import { type Fields, fieldOf, inputError, type Tree } from './tree.ts';

const TEXTS = [
  'image',
  'user',
  'working_dir',
  'restart',
  'stop_grace_period',
  'shm_size',
  'mem_limit',
  'cpus',
];
const LISTS = ['ports', 'expose', 'volumes', 'secrets', 'configs', 'profiles', 'tmpfs', 'env_file'];
const MAPPINGS = ['environment', 'labels', 'depends_on', 'networks', 'healthcheck', 'deploy'];

/** A value that has a form: where it stands, what it is and how it is written. */
type Form = readonly [path: string, is: string, form: RegExp, write: string];

const DURATION = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;
const SIZE = /^\d+(\.\d+)?\s*[bkmgt]?b?$/i;
const NUMBER = /^\d+(\.\d+)?$/;
const FORMS: readonly Form[] = [
  [
    'image',
    'name of an image',
    /^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/,
    'Write it as registry/name:tag.',
  ],
  ...['stop_grace_period', 'healthcheck.interval', 'healthcheck.timeout', 'healthcheck.start_period'].map(
    (path): Form => [path, 'duration', DURATION, 'Write it as 1m30s.'],
  ),
  ...[
    ...['shm_size', 'mem_limit', 'mem_reservation'],
    ...['deploy.resources.limits.memory', 'deploy.resources.reservations.memory'],
  ].map((path): Form => [path, 'size', SIZE, 'Write it as 512m.']),
  ...['cpus', 'cpu_reservation', 'deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'].map(
    (path): Form => [path, 'number of processors', NUMBER, 'Write it as 0.5.'],
  ),
  ...['scale', 'deploy.replicas'].map(
    (path): Form => [path, 'number of containers', /^\d+$/, 'Write a whole number.'],
  ),
];

/** What Compose refuses in the services of a project, each with its place. */
export function mistakesOf(project: Project): readonly ChartwrightError[] {
  const found: ChartwrightError[] = [...project.services].flatMap(([name, keys]) => {
    const shapes = shapesOf(name, keys);
    return shapes.length > 0 ? shapes : [...unmetBelow(keys, project), ...valuesOf(name, keys, project)];
  });
  const { volumes, networks, configs, secrets } = project;
  for (const tree of [volumes, networks, configs, secrets].flatMap((all) => [...all.values()]))
    found.push(...unmetBelow(tree, project));
  return found.length > 0 ? found : circlesOf(project);
}

/** Keys whose words and values take secrets from the chart, which asks for them itself. */
const TAKES_SECRETS = ['environment', 'command', 'entrypoint', 'healthcheck'];

/** Variables that Compose stops without, where no value of the chart takes their place. */
function unmetBelow(tree: Tree, project: Project, path: readonly string[] = []): readonly ChartwrightError[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => unmetBelow(item, project, path));
  if (tree.kind === 'fields')
    return [...tree.fields].flatMap(([key, one]) =>
      path.length === 0 && key.startsWith('x-') ? [] : unmetBelow(one, project, [...path, key]),
    );
  const segments = segmentsOf(tree.text ?? '') ?? [];
  const [key = ''] = path;
  if (key === 'environment' && wholeVariable(segments) !== undefined) return [];
  return unmetIn(segments, project.environment)
    .filter(({ name }) => !TAKES_SECRETS.includes(key) || !isSecret(name, ''))
    .map(({ name, word }) =>
      inputError(
        `the variable ${name} has no value${word.length === 0 ? '' : `: ${resolved(word, project.environment)}`}`,
        tree.at,
        'Give it in .env, or in another file by --envFile.',
      ),
    );
}

/** A circle of services that depend on each other: none could start. */
function circlesOf({ services }: Project): readonly ChartwrightError[] {
  const done = new Set<string>();
  const from = (name: string, chain: readonly string[]): readonly ChartwrightError[] => {
    const needed = services.get(name)?.fields.get('depends_on');
    if (done.has(name) || needed?.kind !== 'fields') return [];
    for (const [other, { at }] of needed.fields) {
      const circle = [...chain, name];
      if (circle.includes(other))
        return [
          inputError(
            `${[...circle.slice(circle.indexOf(other)), other].join(' → ')} depend on each other`,
            at,
            'Leave one dependency out.',
          ),
        ];
      const found = from(other, circle);
      if (found.length > 0) return found;
    }
    done.add(name);
    return [];
  };
  for (const name of services.keys()) {
    const found = from(name, []);
    if (found.length > 0) return found;
  }
  return [];
}

function shapesOf(name: string, { fields }: Fields): readonly ChartwrightError[] {
  const kinds = [
    ['leaf', TEXTS, 'text', 'Write one value.'],
    ['list', LISTS, 'list', 'Write a list, each entry behind a dash.'],
    ['fields', MAPPINGS, 'mapping', 'Write names and values.'],
  ] as const;
  const whole = kinds.flatMap(([kind, keys, is, write]) =>
    keys.flatMap((key) => {
      const tree = fields.get(key);
      const isRight =
        tree === undefined || tree.kind === kind || (tree.kind === 'leaf' && tree.text === null);
      return isRight ? [] : [inputError(`${key} of ${name} is no ${is}`, tree.at, write)];
    }),
  );
  const environment = fields.get('environment');
  const nested = environment?.kind === 'fields' ? [...environment.fields] : [];
  return [
    ...whole,
    ...nested
      .filter(([, { kind }]) => kind !== 'leaf')
      .map(([key, { at }]) =>
        inputError(`the variable ${key} of ${name} is no text`, at, 'Write one value.'),
      ),
  ];
}

function valuesOf(name: string, keys: Fields, project: Project): readonly ChartwrightError[] {
  const said = (tree: Tree | undefined) =>
    tree?.kind === 'leaf' && tree.text !== null ? text(tree.text, project.environment, tree.at) : '';
  const found = FORMS.flatMap(([path, is, form, write]) => {
    const tree = fieldOf(keys, path.split('.'));
    const value = said(tree);
    return tree === undefined || value === '' || form.test(value)
      ? []
      : [inputError(`"${value}" is no ${is}`, tree.at, write)];
  });
  if (said(keys.fields.get('image')) === '' && !['build', 'provider'].some((key) => keys.fields.has(key)))
    found.push(
      inputError(
        `the service ${name} has neither an image nor a build`,
        (keys.fields.get('image') ?? keys).at,
        'Name its image, and set the variables that its name takes.',
      ),
    );
  found.push(...reservedAbove(keys, said));
  const needed = keys.fields.get('depends_on');
  for (const [other, { at }] of needed?.kind === 'fields' ? needed.fields : [])
    if (other === name || !project.services.has(other))
      found.push(
        other === name
          ? inputError(`${name} depends on itself`, at, 'Leave it out.')
          : inputError(`there is no service ${other} that ${name} could depend on`, at, 'Mend the name.'),
      );
  const volumes = keys.fields.get('volumes');
  const targets = new Set<string>();
  for (const item of volumes?.kind === 'list' ? volumes.items : []) {
    const parts = said(item).split(':');
    const target = (item.kind === 'fields' ? said(item.fields.get('target')) : (parts[1] ?? parts[0])) || '';
    if (targets.has(target))
      found.push(inputError(`two volumes of ${name} are mounted at ${target}`, item.at, 'Leave one out.'));
    targets.add(target);
  }
  const check = fieldOf(keys, ['healthcheck', 'test']);
  const kind = check?.kind === 'list' ? said(check.items[0]) : 'CMD';
  if (check && !['NONE', 'CMD', 'CMD-SHELL'].includes(kind))
    found.push(
      inputError(`a health check begins with no ${kind}`, check.at, 'Begin it with CMD, CMD-SHELL or NONE.'),
    );
  return found;
}

/** Reservations above the limits: nothing could start. */
function reservedAbove(keys: Fields, said: (tree: Tree | undefined) => string): readonly ChartwrightError[] {
  const pairs = [
    [['deploy', 'resources', 'reservations', 'cpus'], ['deploy', 'resources', 'limits', 'cpus'], Number],
    [['deploy', 'resources', 'reservations', 'memory'], ['deploy', 'resources', 'limits', 'memory'], bytesOf],
    [['mem_reservation'], ['mem_limit'], bytesOf],
  ] as const;
  return pairs.flatMap(([reserved, limit, amount]) => {
    const tree = fieldOf(keys, reserved);
    const [own, most] = [said(tree), said(fieldOf(keys, limit))];
    if (tree === undefined || own === '' || amount(most || '0') === 0 || amount(own) <= amount(most))
      return [];
    return [inputError(`it reserves ${own}, above its limit of ${most}`, tree.at, 'Write a higher limit.')];
  });
}
