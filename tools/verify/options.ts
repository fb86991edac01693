import { resolve } from 'node:path';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';

/** A request that a person wants answered: `MEMBER/PATH`, with `=JSON` behind it a POST. */
export interface Question {
  readonly member: string;
  readonly path: string;
  /** Text of the body; none for a GET. */
  readonly body?: string;
}

/** What `npm run verify` was asked to do. */
export interface VerifyOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace: string;
  readonly release: string;
  /** Whether members are asked over HTTP. */
  readonly requests: boolean;
  readonly questions: readonly Question[];
  /** Milliseconds until an answer must be there. */
  readonly timeoutMs: number;
  readonly json: boolean;
  /** Whether only what is down is told, with the reasons. */
  readonly why: boolean;
}

/** The command line. */
export const LINE = {
  name: 'npm run verify',
  usage: [
    '[--release ai] [--namespace ai] [--kubeconfig FILE] [--context NAME] [--ask MEMBER/PATH[=JSON]]… [--no-requests] [--timeout 120] [--json | --why]',
  ],
  options: {
    release: { type: 'string', default: 'ai' },
    namespace: { type: 'string', default: 'ai' },
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    ask: { type: 'string', multiple: true },
    'no-requests': { type: 'boolean', default: false },
    timeout: { type: 'string', default: '120' },
    json: { type: 'boolean', default: false },
    why: { type: 'boolean', default: false },
  },
} as const;

/** Reads the command line; relative paths start in `cwd`. Error: `cli/usage`. */
export function verifyOptions(args: readonly string[], cwd: string): VerifyOptions {
  const {
    kubeconfig,
    context,
    ask = [],
    timeout,
    release,
    namespace,
    json,
    why,
    'no-requests': silent,
  } = readCommandLine(LINE, args).values;
  const seconds = Number(timeout);
  if (!(seconds > 0)) throw usageError(LINE, '--timeout is a number of seconds');
  return {
    release,
    namespace,
    json,
    why,
    requests: !silent,
    questions: ask.map(questionOf),
    timeoutMs: seconds * 1000,
    ...(kubeconfig !== undefined && { kubeconfig: resolve(cwd, kubeconfig) }),
    ...(context !== undefined && { context }),
  };
}

function questionOf(text: string): Question {
  const match = /^(?<member>[a-z0-9-]+)(?<path>\/[^=]*)(?:=(?<body>.*))?$/s.exec(text);
  const { member, path, body } = match?.groups ?? {};
  if (member === undefined || path === undefined)
    throw usageError(LINE, `--ask ${text}: write MEMBER/PATH or MEMBER/PATH=JSON`);
  return { member, path, ...(body !== undefined && { body }) };
}
