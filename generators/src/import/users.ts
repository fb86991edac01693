import type { WorkloadDefinition } from '../model/definition.ts';
import { habitsOf } from './known-images.ts';
import { type Ask, told } from './questions.ts';
import type { Part } from './roles.ts';
import type { Say } from './said.ts';
import { folderName } from './volumes.ts';

/** The user that a workload runs as where nothing says another. */
const USUAL_USER = 1000;

/** The user of a service and what its image writes to beside the folders that it has already. */
export function userOf(
  { service, repository }: Part,
  said: string,
  isReadOnly: boolean,
  taken: readonly string[],
  say: Say,
  ask: Ask,
): Pick<WorkloadDefinition, 'user' | 'writable'> {
  const uid = numberOf(said, say);
  const isBuilt = service.keys.fields.has('build') || repository === '';
  const known = habitsOf(repository);
  const usual = [uid ?? known?.user ?? USUAL_USER, ...(known?.writable ?? [])].join(':');
  const isClear = isBuilt || known !== undefined || (isReadOnly && uid !== undefined);
  const answer = isClear ? undefined : ask('images', service.name, usual);
  if (answer)
    say(
      'image',
      ...told(answer, `it runs as ${answer.value}`, 'Compose says neither the user nor what it writes to'),
    );
  const [user, ...paths] = (answer?.value ?? usual).split(':');
  const writable: Record<string, string> = {};
  for (const path of paths) if (!taken.includes(path)) writable[folderName(path, writable)] = path;
  return { ...(Number(user) !== USUAL_USER && { user: Number(user) }), writable };
}

function numberOf(user: string, say: Say): number | undefined {
  if (user === '') return undefined;
  const uid = Number(user.split(':')[0]);
  if (Number.isInteger(uid) && uid > 0) {
    say('user', 'carried', '`podSecurityContext.runAsUser`');
    return uid;
  }
  say(
    'user',
    'assumed',
    uid === 0
      ? `no pod here is root: it runs as user ${USUAL_USER}`
      : `Kubernetes takes numbers only: it runs as user ${USUAL_USER}`,
  );
  return undefined;
}
