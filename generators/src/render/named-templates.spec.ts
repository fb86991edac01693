import { expect, test } from 'vitest';
import { withAskedAlone } from './named-templates.ts';

const define = (name: string, ...lines: readonly string[]) =>
  [`{{/* ${name}. */}}`, `{{- define "web.${name}" -}}`, ...lines, '{{- end }}', ''].join('\n');

test('of named templates those stay that are asked for, in their order, by way of others too', () => {
  const mounts = define('rules.mounts');
  const labels = define('rules.labels');
  const image = define('rules.image');
  const amount = define('rules.amount');
  const resources = define('rules.resources', '{{- include "web.rules.amount" .of }}');
  const pod = define('findings.pod', '{{- include "web.rules.resources" (dict "of" .Values) }}');
  const network = define('findings.network', '{{- template "web.rules.labels" .Values.labels }}');
  expect(
    withAskedAlone(
      new Map([
        ['rules', [mounts, image, labels].join('\n')],
        ['findings-pod', [amount, resources, pod].join('\n')],
        ['findings-storage', define('rules.claim')],
        ['findings-network', network],
      ]),
      [
        '{{- include "web.rules.image" . }}',
        '{{- include "web.findings.pod" . }}{{ include "web.findings.network" . }}',
      ],
      [],
    ),
  ).toEqual(
    new Map([
      ['rules', [image, labels].join('\n')],
      ['findings-pod', [amount, resources, pod].join('\n')],
      ['findings-network', network],
    ]),
  );
});

test('what others than the chart ask for stays with all that it asks for itself', () => {
  const place = define('place', '{{- include "web.merged" .Values.place }}');
  const merged = define('merged');
  expect(
    withAskedAlone(new Map([['pod', [define('labels'), place, merged].join('\n')]]), [], ['web.place']),
  ).toEqual(new Map([['pod', [place, merged].join('\n')]]));
});

test('a template that only asks for itself is asked for by nobody', () => {
  const tree = define('tree', '{{- include "web.tree" .below }}');
  expect(withAskedAlone(new Map([['tree', tree]]), [], [])).toEqual(new Map());
});
