import type { InitDefinition } from '../../model/definition.ts';
import type { Dependency } from '../compose/service.ts';
import type { Say } from '../report.ts';
import { nameOf, type Part } from '../roles.ts';
import { wordsAt } from './further.ts';
import { fieldsAt, listAt, plainValue, textAt, treeAt } from './objects.ts';
import { hookOf, hostsOf, type Pod, textsOf } from './pods.ts';

/** Words of what only waits for others. */
const WAITS =
  /\b(nc|wget|curl|pg_isready|redis-cli|mysqladmin|nslookup|dig|until|wait-for\S*|wait|dockerize)\b/;

/** What the init containers of a pod only wait for. */
export function waitsOf(pod: Pod, pods: readonly Pod[]): readonly Dependency[] {
  const own = [...pod.template, 'spec', 'initContainers'];
  return listAt(pod.spec, 'initContainers').flatMap((container, index) => {
    const text = textsOf(container).join(' ');
    const keys = new Set(fieldsAt(container).keys());
    const waits = WAITS.test(text) || /\/k8s-wait-for\b/.test(textAt(container, 'image'));
    if (!waits || keys.has('volumeMounts')) return [];
    const found = pods.filter(
      (one) => one !== pod && (hostsOf(one).some((host) => isNamed(text, host)) || isJob(text, one)),
    );
    return found.map((one) => ({
      path: `${pod.object.id} ${[...own, index].join('.')}`,
      at: container.at,
      service: one.name,
      condition: isJob(text, one)
        ? ('service_completed_successfully' as const)
        : ('service_healthy' as const),
    }));
  });
}

/** The Jobs that Helm runs before the pods of a release. */
export function hooksBefore({ object }: Pod, pods: readonly Pod[]): readonly Dependency[] {
  if (['Job', 'CronJob'].includes(object.kind)) return [];
  return pods
    .filter((one) => one.object.kind === 'Job' && /\bpre-(install|upgrade)\b/.test(hookOf(one.object)))
    .map((one) => ({
      path: `${one.object.id} metadata.annotations.helm.sh/hook`,
      at: one.object.at,
      service: one.name,
      condition: 'service_completed_successfully' as const,
    }));
}

/** Whether a text names a Job, as `kubectl wait job/migrate` and `k8s-wait-for job migrate` do. */
function isJob(text: string, { object }: Pod): boolean {
  const [, ...named] = text.split(/\bjobs?(?:\.batch|\.v1\.batch)?[\s/]+(?=[a-z0-9])/);
  return object.kind === 'Job' && named.some((rest) => /^[a-z0-9.-]+/.exec(rest)?.[0] === object.name);
}

/** Whether a text has a host as a word of its own. */
export function isNamed(text: string, host: string): boolean {
  if (!text.includes(host)) return false;
  const word = host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^A-Za-z0-9_.-])${word}($|[^A-Za-z0-9_.-])`).test(text);
}

/** Init containers that do work: with the image of the workload they are in the definition. */
export function initOf(pod: Pod, part: Part, words: (text: string) => string, tell: Say) {
  const init: Record<string, InitDefinition> = {};
  const waits = new Set(part.service.dependsOn.map(({ path }) => path));
  const image = textAt(pod.containers[pod.main], 'image');
  for (const [index, container] of listAt(pod.spec, 'initContainers').entries()) {
    const path = `initContainers.${index}`;
    if (waits.has(`${pod.object.id} ${[...pod.template, 'spec', path].join('.')}`)) continue;
    const name = textAt(container, 'name');
    const texts = (key: string) => (wordsAt(part.service, `${path}.${key}`) ?? []).map(words);
    const list = (key: 'command' | 'args') => texts(key);
    const isSame = textAt(container, 'image') === image;
    const isSidecar = textAt(container, 'restartPolicy') === 'Always';
    const command = list('command');
    if (!isSame || isSidecar || (command.length === 0 && list('args').length === 0)) {
      const place = isSidecar ? '`extraContainers`' : '`extraLateInitContainers`';
      tell(
        path,
        'asked',
        isSidecar
          ? `${name} stays beside the workload: write it into \`sidecars\`, or into ${place} of the values`
          : `${name} has an image of its own: put its work into the image, or it into ${place} of the values`,
      );
      continue;
    }
    const own = listAt(pod.containers[pod.main], 'env').map((one) => JSON.stringify(plainValue(one)));
    const env = Object.fromEntries(
      [...listAt(container, 'env').entries()]
        .filter(
          ([, one]) =>
            treeAt(one, 'valueFrom') === undefined && !own.includes(JSON.stringify(plainValue(one))),
        )
        .map(([number, one]) => [textAt(one, 'name'), texts(`env.${number}`)[0] ?? ''])
        .filter(([name = '', value]) => value !== `$(${name})`),
    );
    init[initName(name)] = {
      description: `The init container ${name}.`,
      image: nameOf(part),
      ...(command.length > 0 && { command }),
      ...(list('args').length > 0 && { args: list('args') }),
      ...(Object.keys(env).length > 0 && { env }),
    };
    tell(
      path,
      'carried',
      `\`init.${initName(name)}\`, with variables, volumes and resources of the workload`,
    );
  }
  return init;
}

const initName = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/^wait-for-/, 'wait-');
