import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';
import { readAnswers } from './questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'users-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What becomes of a service web, besides its port, and what its answer says. */
function web(keys: string, answer = '') {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, `services:\n  web: { image: "example/web:1", ports: ["80"], ${keys} }\n`);
  const { definition, settings, lines, questions } = ofOneChart(
    importCompose({
      ...{ files: [file], charts: [], name: 'shop' },
      answers: readAnswers(answer && `images: { web: "${answer}" }`, 'answers.yaml'),
    }),
  );
  const { user, writable, privileges } = definition.workloads.main ?? {};
  const said = (path: string) =>
    lines.filter((line) => line.path === `web.${path}`).map(({ verdict, says }) => `${verdict}: ${says}`);
  return { runs: { user, writable, privileges }, settings, said, questions };
}

const USUAL = { user: undefined, writable: undefined, privileges: undefined };

it('an image that nobody knows is asked about, and has a read-only root file system', () => {
  const { runs, questions } = web('');
  expect(runs).toEqual(USUAL);
  expect(questions).toEqual([{ kind: 'images', path: 'images.web', fallback: '1000' }]);
});

it('a user whose number nothing says is asked about', () => {
  const { questions, said } = web('read_only: true, user: app');
  expect(questions).toEqual([{ kind: 'images', path: 'images.web', fallback: '1000' }]);
  expect(said('user')).toEqual([
    'asked: it runs as user 1000: Kubernetes takes numbers only, and nothing says which one app is; answer `images.web`',
  ]);
  expect(web('user: app', '70').said('user')).toEqual(['carried: it runs as user 70, as you answered']);
});

it('users that are the same number everywhere are not asked about', () => {
  const { runs, questions } = web('read_only: true, user: nonroot');
  expect(runs.user).toBe(65_532);
  expect(questions).toEqual([]);
});

it('it may write to all of its root file system where somebody answers so, with the reason', () => {
  expect(web('', '1001:/:/data').runs).toEqual({
    user: 1001,
    writable: { folder: '/data' },
    privileges: {
      'root-files': {
        writableRoot: true,
        reason: 'When it was imported, nobody knew which folders its image writes to.',
      },
    },
  });
  const why = 'It writes its pages anew at every start.';
  const { runs, said } = web('read_only: false', `1000:/ ${why}`);
  expect(runs.privileges).toEqual({ 'root-files': { writableRoot: true, reason: why } });
  expect(said('read_only')).toEqual(['carried: its root file system is writable, as you answered']);
  expect(() => web('', '1000:/ no idea')).toThrow(
    '"1000:/ no idea" is no answer to images.web. Write a uid, and folders behind colons',
  );
});

it('what says that it is read-only is so, and its user is then known', () => {
  const { runs, said, questions } = web('read_only: true, user: "1500"');
  expect(runs).toEqual({ ...USUAL, user: 1500 });
  expect(said('read_only')).toEqual(['carried: every root file system is read-only']);
  expect(questions).toEqual([]);
  expect(web('read_only: false').said('read_only')).toEqual([
    'asked: its root file system is read-only: name `/` for all of it; answer `images.web`',
  ]);
});

it.each(['"0"', 'root', '"0:0"'])(
  'user %s is another one until somebody answers 0, and then sets a value',
  (user) => {
    const before = web(`user: ${user}`);
    expect(before.runs).toEqual(USUAL);
    expect(before.settings).toBeUndefined();
    expect(before.said('user')).toEqual([
      'asked: it runs as user 1000: no pod here is root by itself; answer `images.web`',
    ]);
    const { runs, settings, said } = web(`user: ${user}`, '0');
    expect(runs).toEqual({
      ...USUAL,
      privileges: {
        'root-user': {
          value: 'rootUser.enabled',
          root: true,
          reason: 'It ran as user 0 where it was imported from.',
        },
      },
    });
    expect(settings).toMatchObject({
      properties: { rootUser: { properties: { enabled: { default: false } } } },
    });
    expect(said('user')).toEqual([
      'carried: `rootUser.enabled` makes it user 0, where Pod Security lets it; until then it runs as user 1000, as you answered',
    ]);
  },
);

it('what the files say may be answered otherwise, though nobody asks', () => {
  const { runs, questions } = web('read_only: true, user: "1500"', '1500:/');
  expect(runs.privileges).toHaveProperty('root-files');
  expect(questions).toHaveLength(1);
  expect(web('read_only: true, user: "1500"').questions).toEqual([]);
});

it('group 0 is carried with its reason; any other is the number of the user', () => {
  const { runs, said } = web('user: "1500:0"');
  expect(runs).toEqual({
    user: 1500,
    writable: undefined,
    privileges: {
      'root-group': {
        group: 0,
        reason: 'Its files belong to group 0, in which it ran where it was imported from.',
      },
    },
  });
  expect(said('user')).toEqual(['carried: `podSecurityContext.runAsUser`, and group 0 among `privileges`']);
  expect(web('user: "1500:44"').said('user')).toEqual([
    'assumed: `podSecurityContext.runAsUser`, and the group of the same number',
  ]);
});
