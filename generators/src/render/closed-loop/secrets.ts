import { covers, formatPath } from './check.ts';
import { interpret } from './interpret.ts';
import { leavesOf } from './schema-paths.ts';
import type { Problem } from './trace.ts';

/**
 * Where a value marked `x-secret` can appear in anything but a Secret.
 *
 * It may be printed only in a file whose objects are all of kind Secret, or in a named template that only such files
 * include. Conditions and `sha256sum` may use it anywhere.
 */
export function secretLeaks(templates: ReadonlyMap<string, string>, schema: object): readonly Problem[] {
  const { reads, kinds } = interpret(templates);
  const secrets = leavesOf(schema).filter((leaf) => leaf.secret);
  return [...reads.values()].flatMap((read): readonly Problem[] => {
    if (read.usage === 'test' || rendersOnlySecrets(kinds.get(read.renderedIn))) return [];
    const secret = secrets.find((leaf) => covers(read, leaf));
    if (secret === undefined) return [];
    const message = `the secret \`${formatPath(secret.path)}\` is printed into ${read.renderedIn}, which is not a Secret; refer to it with a \`secretKeyRef\``;
    return [{ code: 'secret-leak', message, file: read.file, line: read.line }];
  });
}

function rendersOnlySecrets(kinds: ReadonlySet<string> | undefined): boolean {
  return kinds?.size === 1 && kinds.has('Secret');
}
