import { createHash } from 'node:crypto';
import { type Dependency, yamlFile } from './chart-yaml.ts';

/** Helm requires a time here but never reads it; a fixed one keeps the file unchanged until the dependencies change. */
const GENERATED_AT = '1980-01-01T00:00:00Z';

/** Chart.lock as `helm dependency build` expects it: the dependencies with their exact versions, and Helm's digest of both lists. */
export function chartLock(dependencies: readonly Dependency[]): string {
  const wanted = dependencies.map(({ name, version, repository, condition, alias }) => ({
    name,
    version,
    repository,
    condition,
    ...(alias !== undefined && { alias }),
  }));
  const locked = dependencies.map(({ name, repository, version }) => ({ name, repository, version }));
  const hashed = locked.map(({ name, version, repository }) => ({ name, version, repository }));
  return yamlFile({
    dependencies: locked,
    digest: `sha256:${createHash('sha256')
      .update(goJson([wanted, hashed]))
      .digest('hex')}`,
    generated: GENERATED_AT,
  });
}

/** JSON as Go's encoder writes it: three characters of HTML are escaped. */
function goJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
