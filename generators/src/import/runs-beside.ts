import { PORT_FLAG } from './compose/build.ts';
import { textOf } from './compose/merge.ts';
import { hostPattern, type Service } from './compose/service.ts';
import { fieldOf } from './compose/tree.ts';

/**
 * Whether a service runs something else than its image serves, as a worker does: its command is its own, another service
 * has the same image, and nothing says a port of it. What its image exposes is that of the other one then.
 */
export function runsBeside(service: Service, all: readonly Service[]): boolean {
  const words = wordsOf(service);
  const [first = '-'] = words;
  if (first.startsWith('-') || PORT_FLAG.test(words.join(' '))) return false;
  if (service.ports.length > 0 || service.toldPorts.length > 0) return false;
  if (service.environment.some(({ name }) => name === 'PORT')) return false;
  const others = all.filter((one) => one !== service);
  const isShared = others.some(
    (one) => imageOf(one) === imageOf(service) && wordsOf(one).join('\n') !== words.join('\n'),
  );
  return isShared && !isCalledBy(service, others);
}

/** Whether texts of others have a service as a host. */
export function isCalledBy(service: Service, others: readonly Service[]): boolean {
  return others.some((one) => textsOf(one).some((text) => isCalled(service, text)));
}

const wordsOf = ({ entrypoint = [], command = [] }: Service) => [...entrypoint, ...command];

function imageOf({ keys, image }: Service): string {
  const build = keys.fields.get('build');
  if (build === undefined) return image;
  const said = (key: string) => textOf(fieldOf(build, [key]));
  return [textOf(build) ?? said('context') ?? '.', said('dockerfile'), said('target')].join(' ');
}

function textsOf({ environment, files = [], ...service }: Service): readonly string[] {
  return [
    ...wordsOf({ environment, ...service }),
    ...environment.map(({ name, value }) => `${name}=${value}`),
    ...files.map(({ text = '' }) => text),
  ];
}

/** Whether a text has a service as the host of a URL, with a port, or as the value of a variable for a host. */
function isCalled({ hosts }: Service, text: string): boolean {
  const host = hostPattern({ hosts });
  return new RegExp(
    `(?://|@)${host}(?![\\w.-])|(?<![\\w.-])${host}:\\d|(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)=${host}$`,
    'i',
  ).test(text);
}
