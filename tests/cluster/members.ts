import { load } from '../../generators/src/generate.ts';

const [umbrella] = (await load(process.cwd())).umbrellas;

/** Names of all members of the umbrella, in the order of their waves. */
export const members: readonly string[] = (umbrella?.members ?? []).map(({ name }) => name);

/** Helm's arguments that switch on members, with what only an operator can give: images, an address, a key, and namespaces whose names begin like no other. */
export function enable(prefix: string, names: readonly string[] = members): readonly string[] {
  const own = (umbrella?.members ?? [])
    .flatMap(({ name, chart }) => chart.images.map((image) => ({ name, image })))
    .filter(({ image }) => image.own !== '')
    .filter(({ name }) => names.includes(name))
    .map(({ name, image: { key } }) => `${name}.${key}.repository=own,${name}.${key}.tag=v1`);
  const namespaces = ['infra', 'gpu', 'core'].map((name) => [name, `${prefix}-${name}`] as const);
  const needs = [
    'voice-ai.config.publicUrl=wss://livekit.example.com',
    'gemini-agent.secrets.googleApiKey=key',
    ...namespaces.map(([key, name]) => `ai-system.namespaces.${key}.name=${name}`),
  ];
  return [
    ...names.map((name) => `global.members.${name}.enabled=true`),
    ...own,
    ...needs.filter((pair) => names.some((name) => pair.startsWith(`${name}.`))),
    `global.namespaces={${namespaces.map(([, name]) => name).join()}}`,
  ].flatMap((pair) => ['--set', pair]);
}
