import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../kubernetes/objects.ts';
import { type Network, stop, textOf } from './network.ts';
import type { RunningServer } from './redis-server.ts';
import { untilWritten } from './until-written.ts';

export interface FakeOllamaOptions {
  /** 11434 when absent. */
  readonly port?: number;
  /** The address to listen on; all when absent. */
  readonly host?: string;
  /** Models that are there from the start. */
  readonly models?: readonly string[];
  /** Models whose pull ends with an error line, as when a registry does not know them. */
  readonly failPull?: readonly string[];
}

/** Starts a server in a network that speaks Ollama's API as far as waiting, pulling and a small answer need. */
export async function fakeOllama({
  network,
  ...options
}: FakeOllamaOptions & { readonly network: Network }): Promise<RunningServer> {
  const child = network.start(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(options)]);
  const log = textOf(child.stdout);
  await untilWritten(child.stdout, log, 'listening', 'fake Ollama');
  return { log, close: () => stop(child) };
}

/** The server itself; `record` is told every request as `METHOD /path`. */
export function ollamaServer(options: FakeOllamaOptions, record: (request: string) => void): Server {
  const models = new Set((options.models ?? []).map(tagged));
  const failing = new Set((options.failPull ?? []).map(tagged));
  return createServer(async (request, response) => {
    record(`${request.method} ${request.url}`);
    const body = await jsonOf(request);
    const model = tagged(String(body.model ?? body.name ?? ''));
    switch (`${request.method} ${request.url}`) {
      case 'GET /':
      case 'HEAD /':
        return response.end('Ollama is running');
      case 'GET /api/version':
        return json(response, { version: '0.40.2' });
      case 'GET /api/tags':
        return json(response, { models: [...models].map((name) => ({ name, model: name, size: 1 })) });
      case 'POST /api/show':
        return models.has(model)
          ? json(response, { details: {} })
          : json(response, { error: `model '${model}' not found` }, 404);
      case 'POST /api/create':
        if (!models.has(tagged(String(body.from ?? ''))))
          return json(response, { error: `model '${body.from}' not found` }, 404);
        models.add(model);
        return response.end(line({ status: 'success' }));
      case 'DELETE /api/delete':
        return models.delete(model) ? response.end() : json(response, { error: 'not found' }, 404);
      case 'POST /api/pull':
        record(`insecure ${body.insecure}`);
        return pull(response, model, body.stream !== false);
      case 'POST /api/generate':
        if (!models.has(model)) return json(response, { error: `model '${model}' not found` }, 404);
        return json(response, { model, response: 'ok', done: true });
      default:
        return json(response, { error: 'not found' }, 404);
    }
  });

  function pull(response: ServerResponse, model: string, stream: boolean): void {
    const failed = failing.has(model);
    if (!failed) models.add(model);
    const end = failed ? { error: 'pull model manifest: file does not exist' } : { status: 'success' };
    if (!stream) {
      json(response, end, failed ? 500 : 200);
      return;
    }
    response.setHeader('content-type', 'application/x-ndjson');
    response.write(line({ status: 'pulling manifest' }));
    if (!failed)
      response.write(
        line({ status: 'pulling 0123456789ab', digest: 'sha256:0123456789ab', total: 2, completed: 1 }),
      );
    response.end(line(end));
  }
}

async function jsonOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function tagged(model: string): string {
  return model.includes(':') ? model : `${model}:latest`;
}

if (import.meta.main) {
  const options = JSON.parse(process.argv[2] ?? '{}') as FakeOllamaOptions;
  ollamaServer(options, (request) => process.stdout.write(`${request}\n`)).listen(
    options.port ?? 11434,
    options.host,
    () => process.stdout.write('listening\n'),
  );
}
