import type { WorkloadDefinition } from '../model/definition.ts';
import { habitsOf } from './known-images.ts';
import { type Ask, told } from './questions.ts';
import type { Answer, Say, Verdict } from './report.ts';
import { imageOf, type Part } from './roles.ts';
import { privilegesFor, ROOT_USER, type RunsAs, readRunsAs } from './runs-as.ts';
import { folderName, isTmp } from './volumes.ts';

/** The user that a workload runs as where nothing says another. */
const USUAL_USER = 1000;

/** What the input says of who a service runs as; empty for nothing. */
export interface SaidUser {
  /** As Compose has it: `1000`, `1000:0`, `root`. */
  readonly user: string;
  /** `true` where its root file system is read-only, `false` where it says that it is not. */
  readonly readOnly: string;
}

/** The user of a service, what its image writes to beside the folders that it has already, and what it must be allowed. */
export function userOf(
  { service, repository, imageOwner }: Part,
  said: SaidUser,
  taken: readonly string[],
  { say, sayAll, ask }: { readonly say: Say; readonly sayAll: Say; readonly ask: Ask },
): Pick<WorkloadDefinition, 'user' | 'writable' | 'privileges'> {
  const { built, keys, name } = service;
  const [word = '', group = ''] = said.user === '' ? ['', built?.group] : said.user.split(':');
  const own = uidOf(word) ?? (built?.uid || undefined) ?? uidOf(built?.user ?? '');
  const known = habitsOf(built ? imageOf(built.base)[0] : repository);
  const folders = new Set([...(known?.writable ?? []), ...(built?.volumes ?? [])]);
  const safe = own ?? known?.user ?? USUAL_USER;
  const usual = [
    safe,
    ...(isRoot(group) && !isRoot(word || (built?.user ?? '')) ? [0] : []),
    ...folders,
  ].join(':');
  const isBuilt = keys.fields.has('build') || repository === '';
  const isKnown = isBuilt
    ? built === undefined || own !== undefined || known !== undefined
    : known !== undefined || (said.readOnly === 'true' && own !== undefined);
  const isNamed =
    uidOf(word) === undefined &&
    NAME.test(word) &&
    !isRoot(word) &&
    word !== built?.user &&
    known === undefined;
  const isClear = isKnown && !isRoot(word) && !isNamed && said.readOnly !== 'false';
  // Who has the same image, and says nothing else of itself, is the same user.
  const asked = said.user === '' && said.readOnly === '' ? imageOwner : name;
  const given = ask('images', asked, usual, undefined, isClear);
  const answer = isClear && !given.isGiven ? undefined : given;
  const runs = readRunsAs(answer?.value ?? usual, safe);
  if (answer) {
    const why = isBuilt
      ? 'its Dockerfile names no uid'
      : 'the files say neither the user nor what it writes to';
    const words = told(answer, `it runs as ${answer.value}`, why);
    if (isBuilt) sayAll('build', ...words);
    else say('image', ...words);
    if (said.readOnly === 'false') {
      const state = runs.writesRoot ? 'writable' : 'read-only';
      say('read_only', ...told(answer, `its root file system is ${state}`, 'name `/` for all of it'));
    }
  }
  if (word !== '') say('user', ...userWords(word, group, runs, answer));
  const writable: Record<string, string> = {};
  for (const path of runs.folders)
    if (!taken.includes(path) && !isTmp(path)) writable[folderName(path, writable)] = path;
  const privileges = privilegesFor(runs);
  return {
    ...(runs.user !== USUAL_USER && { user: runs.user }),
    writable,
    ...(Object.keys(privileges).length > 0 && { privileges }),
  };
}

/** What a user is called that is no number. */
const NAME = /^[a-z_]/i;
const isRoot = (word: string) => word === 'root' || Number(word || 'none') === 0;

/** Users that have one number in all distributions, and in images without one. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['nonroot', 65_532],
  ['nobody', 65_534],
]);

function uidOf(word: string): number | undefined {
  const uid = NUMBERS.get(word) ?? Number(word);
  return word !== '' && Number.isInteger(uid) && uid > 0 && uid < 2 ** 31 ? uid : undefined;
}

/** What becomes of the user that a service names. */
function userWords(
  word: string,
  group: string,
  runs: RunsAs,
  answer: Answer | undefined,
): readonly [Verdict, string] {
  const user = `it runs as user ${runs.user}`;
  if (isRoot(word) && answer)
    return runs.isRoot
      ? told(
          answer,
          `\`${ROOT_USER}.enabled\` makes it user 0, where Pod Security lets it; until then ${user}`,
          '',
        )
      : told(answer, user, 'no pod here is root by itself');
  if (uidOf(word) === undefined)
    return answer && NAME.test(word)
      ? told(answer, user, `Kubernetes takes numbers only, and nothing says which one ${word} is`)
      : ['assumed', `Kubernetes takes numbers only: ${user}`];
  const where = '`podSecurityContext.runAsUser`';
  if (isRoot(group)) return ['carried', `${where}, and group 0 among \`privileges\``];
  return group === '' || group === word
    ? ['carried', where]
    : ['assumed', `${where}, and the group of the same number`];
}
