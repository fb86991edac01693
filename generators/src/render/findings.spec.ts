import { expect, test } from 'vitest';
import { findingsFiles } from './findings.ts';

const define = (name: string, ...lines: readonly string[]) =>
  [`{{/* ${name}. */}}`, `{{- define "web.${name}" -}}`, ...lines, '{{- end }}', ''].join('\n');

test('rules stand before the findings of their topic, those alone that a chart asks for, by way of others too', () => {
  const mounts = define('rules.mounts');
  const labels = define('rules.labels');
  const image = define('rules.image');
  const amount = define('rules.amount');
  const resources = define('rules.resources', '{{- include "web.rules.amount" .of }}');
  const pod = define('findings.pod', '{{- include "web.rules.resources" (dict "of" .Values) }}');
  const network = define('findings.network', '{{- include "web.rules.labels" .Values.labels }}');
  expect(
    findingsFiles(
      new Map([
        ['helpers', define('fullname')],
        ['rules', [mounts, image, labels].join('\n')],
        ['findings-pod', [amount, resources].join('\n')],
        ['findings-storage', define('rules.claim')],
      ]),
      new Map([
        ['network', network],
        ['pod', pod],
      ]),
      [
        '{{- include "web.rules.image" . }}',
        '{{- include "web.findings.pod" . }}{{ include "web.findings.network" . }}',
      ],
    ),
  ).toEqual(
    new Map([
      ['rules', [image, labels].join('\n')],
      ['findings-pod', [amount, resources, pod].join('\n')],
      ['findings-network', network],
    ]),
  );
});
