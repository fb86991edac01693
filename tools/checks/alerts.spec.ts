import { expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { ruleFiles, ruleFindings, rulesIn } from './alerts.ts';

const objects = parseManifests(`
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: cache, labels: { app.kubernetes.io/name: redis } }
spec:
  groups:
    - name: cache
      rules:
        - { alert: Down, expr: redis_up == 0, for: 2m, annotations: { summary: '{{ $labels.pod }} is down' } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: rules, labels: { app.kubernetes.io/name: prometheus } }
data:
  prometheus.yml: 'global: {}'
  nodes.rules.yml: |
    groups:
      - name: nodes
        rules:
          - { record: 'node:up:sum', expr: sum by (node) (up) }
`);

function oneRule(rule: string): ReturnType<typeof ruleFindings> {
  return ruleFindings([{ where: 'X/y', chart: '', text: `groups: [{ name: a, rules: [${rule}] }]` }]);
}

it('finds rules of the operator and rules in files', () => {
  expect(rulesIn(ruleFiles(objects))).toEqual([
    { where: 'PrometheusRule/cache: Down', chart: 'redis', alert: 'Down', expr: 'redis_up == 0' },
    {
      where: 'ConfigMap/rules nodes.rules.yml: node:up:sum',
      chart: 'prometheus',
      record: 'node:up:sum',
      expr: 'sum by (node) (up)',
    },
  ]);
});

it('says nothing against rules that Prometheus takes', async () => {
  expect(await ruleFindings(ruleFiles(objects))).toEqual([]);
});

it.each([
  ['a query that is not closed', '{ alert: A, expr: "sum(up" }', 'unclosed left parenthesis'],
  [
    'a function that does not exist',
    '{ alert: A, expr: "average(up)" }',
    'unknown function with name "average"',
  ],
  ['a duration that is none', '{ alert: A, expr: up, for: soon }', 'not a valid duration string: "soon"'],
  [
    'a template that does not parse',
    '{ alert: A, expr: up, annotations: { summary: "{{ $labels.pod" } }',
    'unclosed action',
  ],
  ['a rule that stands there twice', '{ alert: A, expr: up }, { alert: A, expr: up }', 'duplicate rule'],
])('names the object of %s', async (_what, rule, message) => {
  const findings = await oneRule(rule);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain('X/y');
  expect(findings[0]).toContain(message);
});
