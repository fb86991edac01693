import { parse } from 'yaml';

interface Dependency {
  readonly name: string;
  readonly version: string;
}

/**
 * Charts inside a chart that come in another version, for example `postgres 0.1.0 → 0.2.0 (breaking)`; before 1.0 a minor
 * version may break what was promised.
 *
 * @param before text of Chart.yaml
 */
export function dependencyMoves(before: string, now: string): readonly string[] {
  const old = new Map(dependenciesOf(before).map(({ name, version }) => [name, version]));
  return dependenciesOf(now).flatMap(({ name, version }) => {
    const was = old.get(name);
    if (was === version) return [];
    if (was === undefined) return [`${name} ${version}`];
    return [`${name} ${was} → ${version}${promised(was) === promised(version) ? '' : ' (breaking)'}`];
  });
}

function dependenciesOf(manifest: string): readonly Dependency[] {
  return parse(manifest).dependencies ?? [];
}

/** The part of a version that stays the same while nothing breaks. */
function promised(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}
