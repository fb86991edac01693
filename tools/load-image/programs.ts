import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { BUILDERS, type Builder, type ImageOptions } from './options.ts';

/** The builder to use, once everything that will be called is on the path. Error: `load-image/missing`, which names all of it. */
export function findBuilder({ builder, nodes }: ImageOptions, path: string): Builder {
  const found = builder === undefined ? BUILDERS.find((name) => isOnPath(name, path)) : builder;
  const called = [
    ...(found === undefined ? [] : [found]),
    ...(nodes.length === 0 ? ['sudo', 'k3s'] : ['ssh']),
  ];
  const missing = [
    ...(found === undefined ? [BUILDERS.join(' or ')] : []),
    ...called.filter((name) => !isOnPath(name, path)),
  ];
  if (found !== undefined && missing.length === 0) return found;
  throw new ChartwrightError(
    'load-image/missing',
    `cannot find ${missing.join(', ')}`,
    'npm run load-image',
    nodes.length === 0
      ? 'Install it, or name the machine with k3s by --node.'
      : 'Install it and put it on PATH.',
  );
}

function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return folder !== '' && statSync(file).isFile();
    } catch {
      return false;
    }
  });
}
