import { expect, test } from 'vitest';
import { shellIn } from './shell.ts';

const workload = `
      containers:
        - name: web
          command: [sh, -c]
          args:
            - |
              set -eu
              # Waits.
              sleep 1

              exec web
          env:
            - name: TEXT
              value: |
                set -eu
`;

test('shell is what stands in the arguments of containers', () => {
  expect(shellIn([{ path: 'web/templates/deployment.yaml', text: workload }])).toEqual({
    inArguments: 4,
    named: 0,
    repeated: 0,
  });
});

test('a script that two pods of a chart have stands there twice, in two charts it does not', () => {
  const files = ['web/templates/a.yaml', 'web/templates/b.yaml', 'api/templates/a.yaml'];
  expect(shellIn(files.map((path) => ({ path, text: workload })))).toMatchObject({ repeated: 1 });
});

test('so does a program that two ConfigMaps hold', () => {
  const text = 'data:\n  start.sh: |\n    set -eu\n    exec web\n';
  const files = ['web/templates/a.yaml', 'web/templates/b.yaml'];
  expect(shellIn(files.map((path) => ({ path, text })))).toMatchObject({ inArguments: 0, repeated: 1 });
});

test('what is included is counted where it is named', () => {
  const text =
    '          args:\n            - |\n              {{- include "web.scripts.start" . | nindent 14 }}\n';
  const scripts = '{{- define "web.scripts.start" -}}\nset -eu\nexec web\n{{- end }}\n';
  expect(
    shellIn([
      { path: 'web/templates/a.yaml', text },
      { path: 'web/templates/b.yaml', text },
      { path: 'web/templates/_scripts.tpl', text: scripts },
    ]),
  ).toEqual({ inArguments: 0, named: 2, repeated: 0 });
});
