import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuiltImage, readDockerfile } from './dockerfile.ts';
import { type Project, text } from './project.ts';
import type { Service } from './service.ts';
import type { Tree } from './tree.ts';

/** Where commands of servers name the port that they listen on. */
export const PORT_FLAG = /(?:--port[=\s]+|-p\s+|(?:--bind|-b|--listen)[=\s]+\S*:)(\d{2,5})\b/;

/**
 * The service with what the Dockerfile of its `build` says, where that is there: ports, and a health check.
 *
 * @param isBeside whether it runs something else than the image serves
 */
export function withBuilt(service: Service, project: Project, isBeside = false): Service {
  const built = builtImageOf(service, project);
  if (built === undefined) return service;
  if (isBeside) return { ...service, built: { ...built, ports: [], check: undefined } };
  const exposed = built.ports.flatMap(({ container, protocol }) => (protocol === 'TCP' ? [container] : []));
  const words = [
    ...(service.command ?? built.command ?? []),
    ...(service.entrypoint ?? built.entrypoint ?? []),
  ];
  const guessed = built.env.get('PORT') ?? PORT_FLAG.exec(words.join(' '))?.[1] ?? '';
  const isSilent = built.ports.length === 0 && service.ports.length === 0 && /^\d{2,5}$/.test(guessed);
  return {
    ...service,
    built,
    toldPorts: [...service.toldPorts, ...exposed, ...(isSilent ? [Number(guessed)] : [])],
    check: service.check.length > 0 ? service.check : (built.check ?? []),
  };
}

function builtImageOf({ keys }: Service, { folder, environment }: Project): BuiltImage | undefined {
  const build = keys.fields.get('build');
  const said = (tree: Tree | undefined) =>
    tree?.kind === 'leaf' && tree.text !== null ? text(tree.text, environment, tree.at) : '';
  if (build === undefined || build.kind === 'list') return undefined;
  const fields: ReadonlyMap<string, Tree> = build.kind === 'fields' ? build.fields : new Map();
  const list = fields.get('args');
  const args =
    list?.kind === 'fields' ? [...list.fields].map(([name, tree]) => [name, said(tree)] as const) : [];
  const target = said(fields.get('target'));
  const inline = fields.get('dockerfile_inline');
  if (inline) return readDockerfile(said(inline), inline.at.replace(/:\d+:\d+$/, ''), target, new Map(args));
  const context = build.kind === 'leaf' ? said(build) : said(fields.get('context')) || '.';
  const file = join(folder, context, said(fields.get('dockerfile')) || 'Dockerfile');
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return readDockerfile(readFileSync(file, 'utf8'), relative(process.cwd(), file), target, new Map(args));
}
