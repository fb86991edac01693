import { createServer, type ServerResponse } from 'node:http';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** What a server says to one request. */
export interface Answer {
  /** 200 when absent. */
  readonly status?: number;
  /** Pieces of the body, one after the other. */
  readonly body?: readonly string[];
  /** Milliseconds before each piece. */
  readonly pause?: number;
  /** Sent instead of an HTTP response. */
  readonly raw?: string;
  /** The connection stays open after the last piece. */
  readonly silent?: boolean;
}

/** Answers by `METHOD /path`, or by `*` for the rest: one per request, the last for all further ones. */
export type Answers = Readonly<Record<string, readonly Answer[]>>;

function serve(port: number, answers: Answers): void {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url}`;
    process.stdout.write(`${route}\n`);
    const list = answers[route] ?? answers['*'] ?? [{ status: 404 }];
    const count = asked.get(route) ?? 0;
    asked.set(route, count + 1);
    void say(response, list[Math.min(count, list.length - 1)] ?? {});
  });
  server.listen(port, () => process.stdout.write('listening\n'));
}

async function say(
  response: ServerResponse,
  { status = 200, body = [], pause: rest = 0, raw, silent = false }: Answer,
): Promise<void> {
  if (raw !== undefined) {
    response.socket?.end(raw);
    return;
  }
  if (body.length > 0 || !silent)
    response.writeHead(status, { 'content-type': 'application/json' }).flushHeaders();
  for (const piece of body) {
    await pause(rest);
    response.write(piece);
  }
  if (!silent) response.end();
}

if (import.meta.main) serve(Number(process.argv[2]), JSON.parse(process.argv[3] ?? '{}') as Answers);
