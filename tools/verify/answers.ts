import { hasLabels } from '../kubernetes/selectors.ts';
import type { Address, Answer, Ask } from './ask.ts';
import { isOf, type Row, row } from './checks.ts';
import type { Expected, ExpectedWorkload } from './expected.ts';
import type { Live } from './live.ts';
import type { Question } from './options.ts';

/** Chart whose members speak Ollama's API. */
const OLLAMA = 'ollama';

/** What members say when they are asked: their readiness path, their models, and a question each way there is one. */
export async function checkAnswers(
  expected: Expected,
  live: Live,
  questions: readonly Question[],
  ask: Ask,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const workload of expected.workloads) {
    const to = addressOf(workload, expected, live);
    if (to === undefined || workload.readiness === undefined) continue;
    rows.push(await checkReadiness(workload, to, ask));
    if (workload.member === OLLAMA) rows.push(...(await checkModels(workload, expected, to, ask)));
  }
  for (const question of questions) rows.push(await checkQuestion(question, expected, live, ask));
  return rows;
}

/** The Service by which a workload is asked: one with an address of its own, on the port that is probed. */
function addressOf(workload: ExpectedWorkload, { services }: Expected, live: Live): Address | undefined {
  const { readiness, namespace, labels } = workload;
  if (readiness === undefined) return undefined;
  // A workload may be known under further names; its own comes first.
  const ownFirst = [...services].sort(
    (a, b) => Number(b.name === workload.name) - Number(a.name === workload.name),
  );
  for (const service of ownFirst) {
    if (service.headless || service.namespace !== namespace || !hasLabels(labels, service.selector)) continue;
    const port = service.ports.find(({ targetPort, port: own }) => (targetPort ?? own) === readiness.port);
    if (port === undefined) continue;
    const pod = live.pods.find((one) => isOf(workload, one));
    const number = pod?.spec?.containers
      .flatMap(({ ports = [] }) => ports)
      .find(
        ({ name, containerPort }) => name === readiness.port || containerPort === readiness.port,
      )?.containerPort;
    return {
      namespace,
      service: service.name,
      port: port.port,
      scheme: readiness.scheme,
      ...(pod?.metadata?.name !== undefined &&
        number !== undefined && { pod: { name: pod.metadata.name, port: number } }),
    };
  }
  return undefined;
}

async function checkReadiness({ member, readiness }: ExpectedWorkload, to: Address, ask: Ask): Promise<Row> {
  const path = readiness?.path ?? '/';
  const answer = await ask(to, path);
  return row(member, 'answer', isWell(answer) ? 'ok' : 'failed', `${to.service}${path}: ${textOf(answer)}`);
}

/** The models that the release fetches must be there, and the first one must say something. */
async function checkModels(
  { member, namespace, labels }: ExpectedWorkload,
  expected: Expected,
  to: Address,
  ask: Ask,
): Promise<readonly Row[]> {
  const instance = labels['app.kubernetes.io/instance'];
  const wanted = expected.workloads
    .filter(
      (one) =>
        one.namespace === namespace &&
        one.member === member &&
        one.labels['app.kubernetes.io/instance'] === instance,
    )
    .flatMap(({ models }) => models.map(tagged));
  const answer = await ask(to, '/api/tags');
  const there = isWell(answer) ? namesIn(answer.text) : undefined;
  if (there === undefined)
    return [row(member, 'models', 'failed', `${to.service}/api/tags: ${textOf(answer)}`)];
  const missing = wanted.filter((model) => !there.includes(model));
  const models =
    missing.length > 0
      ? row(member, 'models', 'failed', `missing: ${missing.join(', ')}`)
      : row(member, 'models', 'ok', there.length === 0 ? 'none is asked for' : there.join(', '));
  const [model] = wanted.length > 0 ? wanted : there;
  if (model === undefined || missing.includes(model)) return [models];
  const body = { model, prompt: 'Say yes.', stream: false, options: { num_predict: 8 } };
  const said = await ask(to, '/api/generate', JSON.stringify(body));
  const words = isWell(said) ? fieldOf(said.text, 'response') : undefined;
  const isSaid = typeof words === 'string' && words.trim() !== '';
  const detail = isSaid ? `${model} says: ${words.trim().slice(0, 60)}` : `${model}: ${textOf(said)}`;
  return [models, row(member, 'question', isSaid ? 'ok' : 'failed', detail)];
}

async function checkQuestion(
  { member, path, body }: Question,
  expected: Expected,
  live: Live,
  ask: Ask,
): Promise<Row> {
  const to = expected.workloads
    .filter((workload) => workload.member === member)
    .map((workload) => addressOf(workload, expected, live))
    .find((address) => address !== undefined);
  if (to === undefined) return row(member, 'question', 'failed', `no Service of ${member} speaks HTTP`);
  const answer = await ask(to, path, body);
  return row(member, 'question', isWell(answer) ? 'ok' : 'failed', `${to.service}${path}: ${textOf(answer)}`);
}

function isWell({ status }: Answer): boolean {
  return status >= 200 && status < 400;
}

function textOf({ status, text }: Answer): string {
  // What the API server says itself is an object with a message.
  const own = fieldOf(text, 'kind') === 'Status' ? fieldOf(text, 'message') : undefined;
  const [line = ''] = String(own ?? text)
    .trim()
    .split('\n');
  return status === 0 ? `no answer (${line})` : `${status} ${line.slice(0, 100)}`.trim();
}

function fieldOf(text: string, key: string): unknown {
  try {
    return (JSON.parse(text) as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function namesIn(text: string): readonly string[] | undefined {
  const models = fieldOf(text, 'models');
  if (!Array.isArray(models)) return undefined;
  return models.map((model: { readonly name?: unknown }) => String(model?.name ?? ''));
}

/** Ollama's name of a model: without a tag it is `latest`. */
function tagged(model: string): string {
  return /:[^/]+$/.test(model) ? model : `${model}:latest`;
}
