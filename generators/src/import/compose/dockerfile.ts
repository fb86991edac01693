import { posix } from 'node:path';
import { DockerfileParser, type From, type Instruction, type PropertyInstruction } from 'dockerfile-ast';
import { resolved, segmentsOf } from './interpolate.ts';
import { inputError } from './tree.ts';

/** What a Dockerfile says of the image that it builds. */
export interface BuiltImage {
  /** Image that its last stage stands on. */
  readonly base: string;
  readonly ports: readonly { readonly container: number; readonly protocol: 'TCP' | 'UDP' }[];
  /** As USER names it, without the group; empty for that of the base. */
  readonly user: string;
  /** Group that USER names beside it; empty for none. */
  readonly group: string;
  /** Uid of that user, where the Dockerfile says it. */
  readonly uid: number | undefined;
  /** Folders that keep what is written to them. */
  readonly volumes: readonly string[];
  readonly workdir: string;
  readonly entrypoint: readonly string[] | undefined;
  readonly command: readonly string[] | undefined;
  /** Variables of its containers. */
  readonly env: ReadonlyMap<string, string>;
  /** Words of its health check, the first one says how it runs; undefined for none. */
  readonly check: readonly string[] | undefined;
}

/** What is said of a stage so far. */
interface Stage {
  /** In lower case; empty for none. */
  readonly name: string;
  image: BuiltImage;
  /** Build arguments that it has asked for. */
  readonly args: Map<string, string>;
  /** Users that its commands make. */
  readonly users: Map<string, number>;
  /** Shell of the forms without brackets. */
  shell: readonly string[];
}

const NOTHING: BuiltImage = {
  ...{ base: '', ports: [], user: '', group: '', uid: undefined, volumes: [], workdir: '' },
  ...{ entrypoint: undefined, command: undefined, env: new Map(), check: undefined },
};

/**
 * Reads a Dockerfile.
 *
 * Errors: a file without FROM, and a target that it has no stage for.
 *
 * @param target stage that is built; the last one where it is empty
 * @param args build arguments that have another value than the file says
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readDockerfile(
  text: string,
  file: string,
  target = '',
  args: ReadonlyMap<string, string> = new Map(),
): BuiltImage {
  const stages: Stage[] = [];
  const globals = new Map<string, string>();
  const named = (name: string) =>
    stages.findLast((one) => one.name === name.toLowerCase()) ??
    (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const stage = stages.at(-1);
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const from = instruction as From;
      const base = filled(from.getImage() ?? '', globals);
      const { image = { ...NOTHING, base }, users, shell = ['/bin/sh', '-c'] } = named(base) ?? {};
      const name = from.getBuildStage()?.toLowerCase() ?? '';
      stages.push({ name, image, users: new Map(users), shell, args: new Map() });
    } else if (keyword === 'ARG') {
      for (const property of (instruction as PropertyInstruction).getProperties()) {
        const scope = stage?.args ?? globals;
        const written = property.getValue();
        const own = written === null ? globals.get(property.getName()) : filled(written, scope);
        const value = args.get(property.getName()) ?? own;
        if (value !== undefined) scope.set(property.getName(), value);
      }
    } else if (stage) apply(stage, instruction, keyword);
  }
  if (stages.length === 0)
    throw inputError('the Dockerfile has no FROM', `${file}:1:1`, 'Name the image that it begins with.');
  const built = target === '' ? stages.at(-1) : named(target);
  if (built === undefined)
    throw inputError(
      `the Dockerfile has no stage ${target}`,
      `${file}:1:1`,
      `There are: ${stages.flatMap(({ name }) => name || []).join(', ') || 'none with a name'}.`,
    );
  return built.image;
}

/** Takes what an instruction says of the image into a stage. */
function apply(stage: Stage, instruction: Instruction, keyword: string): void {
  const { image } = stage;
  const values = new Map([...stage.args, ...image.env]);
  const raw = instruction.getArgumentsContent() ?? '';
  const content = () => filled(raw, values).trim();
  const put = (said: Partial<BuiltImage>) => {
    stage.image = { ...image, ...said };
  };
  if (keyword === 'ENV') {
    const own = (instruction as PropertyInstruction)
      .getProperties()
      .map((one) => [one.getName(), filled(one.getValue() ?? '', values)] as const);
    put({ env: new Map([...image.env, ...own]) });
  } else if (keyword === 'EXPOSE')
    put({ ports: [...image.ports, ...content().split(/\s+/).flatMap(portsOf)] });
  else if (keyword === 'USER') {
    const [user = '', group = ''] = content().split(':');
    const uid = /^\d+$/.test(user) ? Number(user) : stage.users.get(user);
    put({ user, group, uid });
  } else if (keyword === 'RUN')
    for (const [user, uid] of usersIn(filled(raw, values))) stage.users.set(user, uid);
  else if (keyword === 'VOLUME')
    put({ volumes: [...image.volumes, ...(listIn(raw) ?? content().split(/\s+/))] });
  else if (keyword === 'WORKDIR') put({ workdir: posix.resolve(image.workdir || '/', content()) });
  else if (keyword === 'SHELL') stage.shell = listIn(raw) ?? stage.shell;
  else if (keyword === 'CMD') put({ command: listIn(raw) ?? [...stage.shell, raw] });
  // An own entry point takes the command of the base away.
  else if (keyword === 'ENTRYPOINT')
    put({ entrypoint: listIn(raw) ?? [...stage.shell, raw], command: undefined });
  else if (keyword === 'HEALTHCHECK') {
    const command = /\bCMD\s+([\s\S]*)$/.exec(raw)?.[1] ?? '';
    const words = listIn(command);
    put({ check: command === '' ? undefined : words ? ['CMD', ...words] : ['CMD-SHELL', command] });
  }
}

/** The words of the form with brackets; undefined for any other. */
function listIn(text: string): readonly string[] | undefined {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}

/** A text with its variables replaced; where a dollar begins none, it stays as it is. */
function filled(text: string, values: ReadonlyMap<string, string>): string {
  const segments = segmentsOf(text);
  return segments === undefined ? text : resolved(segments, values);
}

/** `8000-8001/udp` → both. */
function portsOf(text: string): BuiltImage['ports'] {
  const [, first = '', last = first, protocol = 'tcp'] =
    /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp))?$/i.exec(text) ?? [];
  if (first === '') return [];
  const length = Math.max(0, Math.min(Number(last) - Number(first) + 1, 100));
  return Array.from({ length }, (_, index) => ({
    container: Number(first) + index,
    protocol: /udp/i.test(protocol) ? 'UDP' : 'TCP',
  }));
}

/** Users that a command makes with a uid: `useradd -u 1001 app`, `adduser --uid 1001 app`. */
function usersIn(script: string): readonly (readonly [user: string, uid: number])[] {
  return script.split(/&&|;|\n|\|\|/).flatMap((command) => {
    const [program = '', ...words] = command.trim().split(/\s+/);
    if (!/(^|\/)(useradd|adduser)$/.test(program)) return [];
    const uid = /(?:^|\s)(?:-u|--uid)[\s=]+(\d+)/.exec(words.join(' '))?.[1];
    const user = words.at(-1);
    return uid === undefined || user === undefined ? [] : [[user, Number(uid)] as const];
  });
}
