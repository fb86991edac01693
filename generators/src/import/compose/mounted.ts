import { existsSync, statSync } from 'node:fs';
import { join, normalize, posix, relative } from 'node:path';
import type { MountedFile } from './entries.ts';
import { filesBelow, isOutside, textFile } from './files.ts';
import { textOf } from './merge.ts';
import { type Project, text } from './project.ts';
import type { Service } from './service.ts';
import { fieldOf } from './tree.ts';

/** Files of a folder that is looked at; one with more is no configuration. */
const MOST_FILES = 200;

/** The files that a service finds in its container, those of folders too; what is confidential in them is for whoever reads them. */
export function mountedFiles(service: Service, project: Project): readonly MountedFile[] {
  const { folder } = project;
  const fileAt = (source: string) => ({
    name: normalize(source),
    where: relative(process.cwd(), join(folder, source)),
    text: textFile(join(folder, source)),
  });
  const bound = service.volumes.flatMap(({ kind, path, at, source, target }): readonly MountedFile[] => {
    const whole = join(folder, source);
    if (kind !== 'bind' || isOutside(source) || !existsSync(whole)) return [];
    if (!statSync(whole).isDirectory()) return [{ path, at, target, ...fileAt(source) }];
    const paths = filesBelow(whole, MOST_FILES);
    return (paths.length > MOST_FILES ? [] : paths).map((below) => ({
      ...{ path, at, target: posix.join(target, below) },
      ...fileAt(join(source, below)),
    }));
  });
  const configs = (service.files ?? []).filter(({ path }) => path.includes('.configs.'));
  return [
    ...bound,
    ...configs.map(({ path, at, source, target, text: said }) => {
      const tree = project.configs.get(source);
      const file = textOf(fieldOf(tree, ['file']));
      const own = file === undefined ? '' : text(file, project.environment, tree?.at ?? '');
      const isThere = own !== '' && !isOutside(own) && existsSync(join(folder, own));
      const name = `configs/${source}`;
      return { path, at, target, ...(isThere ? fileAt(own) : { name, where: name, text: said }) };
    }),
  ];
}
