import { covers } from './check.ts';
import { formatPath, leavesOf } from './schema-paths.ts';
import { type Problem, type Read, reachedFrom, type Trace } from './trace.ts';

/**
 * Where a value marked `x-secret` can appear in anything but a Secret.
 *
 * It may be printed only in a file whose objects are all of kind Secret, or in a named template that only such files
 * include. Conditions and `sha256sum` may use it anywhere.
 */
export function secretLeaks({ files, units }: Trace, schema: object): readonly Problem[] {
  const secrets = leavesOf(schema).filter((leaf) => leaf.secret);
  const secretIn = (read: Read) =>
    read.usage === 'output' ? secrets.find((leaf) => covers(read, leaf)) : undefined;
  const printed = new Map(
    units.map((unit) => [
      unit,
      [...unit.reads.values()].flatMap((read) => {
        const secret = secretIn(read);
        return secret ? [{ read, secret }] : [];
      }),
    ]),
  );
  return [...files].flatMap(([file, unit]) => {
    const reached = [...reachedFrom(unit)];
    if (rendersOnlySecrets(new Set(reached.flatMap(({ kinds }) => [...kinds])))) return [];
    return reached
      .flatMap((part) => printed.get(part) ?? [])
      .map(({ read, secret }): Problem => {
        const message = `the secret \`${formatPath(secret.path)}\` is printed into ${file}, which is not a Secret; refer to it with a \`secretKeyRef\``;
        return { code: 'secret-leak', message, file: read.file, line: read.line };
      });
  });
}

function rendersOnlySecrets(kinds: ReadonlySet<string>): boolean {
  return kinds.size === 1 && kinds.has('Secret');
}
