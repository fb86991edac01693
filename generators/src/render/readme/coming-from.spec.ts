import { expect, test } from 'vitest';
import { comingFrom } from './coming-from.ts';

test('what has the same name stands together, below the outermost block that differs', () => {
  const alike = [
    { there: '', here: '', values: ['image.tag'] },
    { there: 'probe', here: 'probe', values: ['enabled'] },
    { there: 'main', here: '', values: ['resources'] },
    { there: 'main.probe', here: 'probe', values: ['enabled'] },
    { there: 'copy.pod.probe', here: 'read.probe', values: ['enabled'] },
  ];
  const lines = comingFrom({ name: 'example/shop', version: '1.0.0', defaults: {}, alike, values: [] });
  expect(lines.slice(4).join('\n')).toMatchInlineSnapshot(`
    "
    The same: \`image.tag\`, \`probe.enabled\`.

    Below another block, \`main.NAME\` is \`NAME\`: \`resources\`, \`probe.enabled\`.

    Below another block, \`copy.pod.NAME\` is \`read.NAME\`: \`probe.enabled\`.

    | There | Here | |
    |---|---|---|"
  `);
});
