import { expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { lostParts, renamed } from './breaking.ts';

const manifests = (text: string) => parseManifests(text);

test('ports of Services and keys of Secrets that are gone', () => {
  const service = (...ports: readonly string[]) =>
    manifests(
      `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [${ports.join(', ')}] }\n`,
    );
  const before = service('{ name: http, port: 80 }', '{ name: dns, port: 53, protocol: UDP }');
  expect(lostParts(before, service('{ name: http, port: 8080 }', '{ name: names, port: 53 }'))).toEqual([
    'Service/web: its port 80/TCP is gone',
    'Service/web: its port 53/UDP is gone',
    'Service/web: the name dns of a port is gone',
  ]);
  expect(lostParts(before, [...before])).toEqual([]);

  const secret = (keys: string) =>
    manifests(`apiVersion: v1\nkind: Secret\nmetadata: { name: login }\n${keys}\n`);
  expect(lostParts(secret('data: { password: eA== }'), secret('stringData: { pass: x }'))).toEqual([
    'Secret/login: its key password is gone',
  ]);
  expect(lostParts(secret('data: { password: eA== }'), secret('stringData: { password: x }'))).toEqual([]);
});

test('a DaemonSet with another name', () => {
  const daemons = (name: string) =>
    manifests(`apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: ${name} }\n`);
  expect(renamed(daemons('agent'), daemons('agents'))).toEqual([
    'DaemonSet/agent: is no longer there under this name',
  ]);
});
