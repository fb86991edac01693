import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from './yaml-text.ts';

test('prints a probe as an author writes it', () => {
  const probe = {
    exec: { command: ['sh', '-c', 'find /tmp/alive -mmin -6 |\n  grep -q "."'] },
    periodSeconds: 10,
  };
  expect(yamlText(probe)).toBe(
    [
      'exec:',
      '  command: ["sh", "-c", "find /tmp/alive -mmin -6 |\\n  grep -q \\".\\""]',
      'periodSeconds: 10',
      '',
    ].join('\n'),
  );
});

test('Helm, which reads YAML 1.1, reads what the definition says', () => {
  const probe = { httpGet: { path: '/', port: 'on', httpHeaders: [{ name: 'Host', value: 'no' }] } };
  expect(parse(yamlText(probe), { version: '1.1' })).toEqual(probe);
});
