import { CONFIDENTIAL } from '../compose/secret-names.ts';
import type { Verdict } from '../report.ts';
import { postgresConf } from './conf.ts';
import { type Desk, placeOf, put, sayer, type TextFile } from './desk.ts';

const FOLDER = '/docker-entrypoint-initdb.d/';
const SECRET = /\b(password|identified\s+by|pgpassword)\b\s*[=:]?\s*(e?'|"|\$\$)/i;
/** Statements that mean the same in every database. */
const OF_SERVER =
  /^(create\s+(database|role|user|group|tablespace)|(alter|drop|comment\s+on)\s+(database|role|user|system|tablespace)|grant\s+[\w\s,"]+\s+(on\s+(database|tablespace)|to)\s|revoke\s[\w\s,"]+\son\s+(database|tablespace)\s|(set|reset|begin|commit|select\s+pg_reload_conf)\b)/i;
const EXTENSION = /^create\s+extension\s+(?:if\s+not\s+exists\s+)?["']?([\w-]+)/i;
const CONNECT = /^\\(?:c|connect)\s+"?([\w-]+)/i;

/** What PostgreSQL does first, and its settings. */
export function postgresFiles(desk: Desk): void {
  postgresConf(desk);
  for (const file of desk.texts.filter(({ target }) => target.startsWith(FOLDER))) {
    const name = file.target.slice(FOLDER.length);
    const say = sayer(desk, file);
    say(
      '',
      placeOf(file),
      ...(/^[A-Za-z0-9._-]+\.(sql|sh)$/.test(name) ? scriptOf(desk, file, name) : unread(name)),
    );
  }
}

const unread = (name: string): readonly [Verdict, string] => [
  'asked',
  /\.sql\.\w+$/.test(name)
    ? 'unpack it, and write it into `postgres.initdb.scripts`'
    : 'the server of the image does not run it: a person may have',
];

/** A script goes along where it does here what it did: it runs as the superuser, before the databases of clients are there. */
function scriptOf(desk: Desk, file: TextFile, name: string): readonly [Verdict, string] {
  const where = '`postgres.initdb.scripts`';
  if (SECRET.test(file.text) || CONFIDENTIAL.test(file.text))
    return [
      'asked',
      `it has a password, which would stand in a ConfigMap: write it into ${where} without; the chart makes a user with a password for each client`,
    ];
  if (name.endsWith('.sh'))
    return /\$\{?POSTGRES_|^#!.*\bbash\b/m.test(file.text)
      ? [
          'asked',
          `it is for bash, or has variables of the image: write it for sh into ${where}, where \`psql\` logs in as the superuser`,
        ]
      : ['carried', put(desk, ['initdb', 'scripts', name], file.text)];
  const statements = statementsIn(file.text);
  const [database, statement] = outside(statements);
  if (statement === undefined) {
    const extensions = extensionsIn(statements);
    const before = Array.isArray(desk.client.extensions) ? desk.client.extensions : [];
    if (extensions.length > 0) desk.client.extensions = [...new Set([...before, ...extensions])];
    const says = 'the extensions of the connection: the database of the client has them';
    if (extensions.length === statements.length && extensions.length > 0) return ['carried', says];
    const script = put(desk, ['initdb', 'scripts', name], file.text);
    return ['carried', extensions.length > 0 ? `${script}; ${says}` : script];
  }
  return [
    'asked',
    `\`${statement}\` is for the database ${database || 'of the client'}, which is not there yet when ${where} run: let a Job of the chart do it as its client, or begin the script with \`create database\` and \`\\connect\``,
  ];
}

/** The first statement that is for a database which the script does not make itself. */
function outside(statements: readonly string[]): readonly [database: string, statement: string | undefined] {
  const made = new Set<string>();
  let database = '';
  for (const one of statements) {
    const [, created] = /^create\s+database\s+"?([\w-]+)/i.exec(one) ?? [];
    const [, connected] = CONNECT.exec(one) ?? [];
    if (created !== undefined) made.add(created);
    if (connected !== undefined) database = connected;
    const isFree = OF_SERVER.test(one) || connected !== undefined || (database === '' && EXTENSION.test(one));
    if (!isFree && !made.has(database)) return [database, one.split(/\s+/).slice(0, 3).join(' ')];
  }
  return [database, undefined];
}

/** Extensions of the database of the client: those above all others that the script connects to. */
function extensionsIn(statements: readonly string[]): readonly string[] {
  const end = statements.findIndex((one) => CONNECT.test(one));
  return statements
    .slice(0, end === -1 ? undefined : end)
    .flatMap((one) => EXTENSION.exec(one)?.[1]?.toLowerCase() ?? []);
}

/** Statements of a script, without what stands in quotes and comments; a command of psql is its line. */
function statementsIn(text: string): readonly string[] {
  return text
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/--.*$/gm, '')
    .replace(/\$(\w*)\$.*?\$\1\$/gs, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/^\s*(\\.*)$/gm, ';$1;')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
}
