import type { WorkloadDefinition } from '../model/definition.ts';
import { habitsOf } from './known-images.ts';
import { type Ask, told } from './questions.ts';
import type { Verdict } from './report.ts';
import { imageOf, type Part } from './roles.ts';
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
  { say, sayAll, ask }: { readonly say: Say; readonly sayAll: Say; readonly ask: Ask },
): Pick<WorkloadDefinition, 'user' | 'writable'> {
  const { built, keys, name } = service;
  const own = numberOf(said, say) ?? (built?.uid || undefined);
  const known = habitsOf(built ? imageOf(built.base)[0] : repository);
  const folders = [...new Set([...(known?.writable ?? []), ...(built?.volumes ?? [])])];
  const usual = [own ?? known?.user ?? USUAL_USER, ...folders].join(':');
  const isBuilt = keys.fields.has('build') || repository === '';
  const isClear = isBuilt
    ? built === undefined || own !== undefined || known !== undefined
    : known !== undefined || (isReadOnly && own !== undefined);
  const answer = isClear ? undefined : ask('images', name, usual);
  const runs = (verdict: Verdict, says: string) =>
    isBuilt ? sayAll('build', verdict, says) : say('image', verdict, says);
  if (answer) {
    const why = isBuilt
      ? 'its Dockerfile names no uid'
      : 'the files say neither the user nor what it writes to';
    runs(...told(answer, `it runs as ${answer.value}`, why));
  }
  const [user, ...paths] = (answer?.value ?? usual).split(':');
  const writable: Record<string, string> = {};
  for (const path of paths) if (!taken.includes(path)) writable[folderName(path, writable)] = path;
  return { ...(Number(user) !== USUAL_USER && { user: Number(user) }), writable };
}

function numberOf(user: string, say: Say): number | undefined {
  if (user === '') return undefined;
  const uid = Number(user.split(':')[0]);
  if (Number.isInteger(uid) && uid > 0 && uid < 2 ** 31) {
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
