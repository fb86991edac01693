import { expect, test } from 'vitest';
import { reservedNames } from './reserved-names.ts';

const template = [
  'spec:',
  '  initContainers:',
  '    - name: migrate',
  '      {{- include "web.main.container" . | nindent 6 }}',
  '    {{- include "web.wait" . | nindent 4 }}',
  '  containers:',
  '    - name: web',
  '      ports:',
  '        - name: http',
  '      {{- include "web.main.container" . | nindent 6 }}',
  '  volumes:',
  '    - name: tmp',
].join('\n');

const container = [
  '{{- define "web.main.container" -}}',
  'volumeMounts:',
  '  - name: tmp',
  '    mountPath: /tmp',
  '{{- end }}',
].join('\n');

const wait = ['{{- define "web.wait" -}}', '- name: wait', '  mountPath: /wait', '{{- end }}'].join('\n');

test('a pod reserves the names of what it includes: containers in its lists, and mounts of its main container', () => {
  expect(
    reservedNames({ reservedEnv: ['MODE', 'LEVEL'], settings: [] }, template, [container, wait]),
  ).toEqual({
    containers: ['migrate', 'wait', 'web'],
    volumes: ['tmp'],
    ports: ['http'],
    mounts: ['/tmp'],
    env: ['MODE', 'LEVEL'],
  });
});
