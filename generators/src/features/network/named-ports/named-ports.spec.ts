import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, rendered } = chartOf({
  main: { egress: { targets: { port: 443, urls: ['targets', 'script'], description: 'the targets' } } },
  sources: {
    'values.schema.json': schemaText({
      targets: {
        type: 'array',
        description: 'Targets.',
        default: [],
        items: { type: 'string', description: 'One.' },
      },
      script: { type: 'string', description: 'A script.', default: '' },
    }),
  },
});

/** Of DNS, the Service, and the one that the definition names. */
const USUAL = [53, 8080, 443];

function portsIn(objects: readonly unknown[]): readonly number[] {
  const ports = JSON.stringify(objects.filter((one) => JSON.stringify(one).includes('"NetworkPolicy"')));
  return [...ports.matchAll(/"port":(\d+)/g)]
    .map(([, port]) => Number(port))
    .filter((port) => !USUAL.includes(port));
}

/** The ports that open beside those that always are. */
async function portsOf(...targets: readonly string[]): Promise<readonly number[]> {
  return portsIn(await rendered(`targets: ${JSON.stringify(targets)}`));
}

test('ports of URLs are open beside the one that always is, each once', async () => {
  const values = `targets: ['https://a.example.com:9443/x', 'https://b.example.com:9443', 'https://c.example.com']`;
  expect(await given(values)).toMatchInlineSnapshot(
    `NetworkPolicy/r-web: { spec.egress.1.ports.added: [ { port: 9443, protocol: TCP } ] }`,
  );
});

test('of every scheme, of both families, and in the middle of a text', async () => {
  expect(await portsOf('http://a.example.com/x:1')).toEqual([80]);
  expect(await portsOf('ssh://git@a.example.com:2222/b.git', 'ldap://ldap.example.com:389')).toEqual([
    2222, 389,
  ]);
  expect(await portsOf('https://[2001:db8::7]:8443/', 'https://[2001:db8::7]/')).toEqual([8443]);
  expect(portsIn(await rendered(`script: "a = 'https://a.example.com:8443'\\nb = 1"`))).toEqual([8443]);
});

test('of registries before the name of an image, and of hosts that have a dot', async () => {
  expect(await portsOf('registry:5000/a/b:1', 'node.example.com:9100')).toEqual([5000, 9100]);
  expect(await portsOf('mistral:7b', 'qwen:14', 'a b.example.com:80')).toEqual([]);
});

test('no port that there is not', async () => {
  expect(
    await portsOf('https://a.example.com:0/', 'https://a.example.com:65536', 'https://a.example.com:65535'),
  ).toEqual([65535]);
  expect(await portsOf('https://a.example.com:999999')).toEqual([]);
});
