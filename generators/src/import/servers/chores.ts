import type { JsonObject } from '../../schema/index.ts';
import type { Service } from '../compose/service.ts';

/** Work that a chart of a server does by itself, which a service of its own was for. */
export interface Chore {
  readonly chart: string;
  readonly values: JsonObject;
  /** What the application needs of the server as its client. */
  readonly client: JsonObject;
  /** Where it went. */
  readonly says: string;
}

/** Images that only run such work. */
const HELPERS = /^(ollama\/ollama|curlimages\/curl|minio\/mc|amazon\/aws-cli|bitnami\/minio-client)$/;

const MODEL = /\bollama\s+(?:pull|run)\s+["']?([A-Za-z0-9][\w./:-]*)/g;
const MODEL_REQUEST = /\/api\/pull\b.*?["'](?:name|model)["']\s*:\s*["']([A-Za-z0-9][\w./:-]*)["']/gs;
const BUCKET = /\bmc\s+mb\s+(?:-\S+\s+)*["']?[\w-]+\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/g;
const BUCKET_REQUEST =
  /\b(?:create-bucket\s+--bucket|s3\s+mb\s+s3:\/\/)\s*["']?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/g;

/** Models of Ollama that words fetch. */
export function modelsIn(words: readonly string[]): string[] {
  const [first, second] = words.filter((word) => !/(^|\/)ollama$/.test(word));
  if (first === 'pull' && second !== undefined) return [second];
  return found(words, MODEL, MODEL_REQUEST);
}

/** The work of a service that does nothing but fetch models or make buckets; undefined for any other. */
export function choreOf(
  { ports, command = [], entrypoint = [] }: Service,
  repository: string,
  charts: readonly string[],
): Chore | undefined {
  const words = [...entrypoint, ...command];
  if (ports.length > 0 || !HELPERS.test(repository.replace(/^(docker\.io|quay\.io)\//, ''))) return undefined;
  if (/\bollama\s+serve\b/.test(words.join(' '))) return undefined;
  const models = charts.includes('ollama') ? modelsIn(words) : [];
  if (models.length > 0) return { chart: 'ollama', values: { models }, client: {}, says: '`ollama.models`' };
  const buckets = charts.includes('minio') ? found(words, BUCKET, BUCKET_REQUEST) : [];
  if (buckets.length === 0) return undefined;
  return { chart: 'minio', values: {}, client: { buckets }, says: 'the buckets of the connection to minio' };
}

function found(words: readonly string[], ...patterns: readonly RegExp[]): string[] {
  const text = words.join(' ');
  return [
    ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
  ];
}
