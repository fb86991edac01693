import { expect, it } from 'vitest';
import { chartFiles, mistakesOf } from '../testing/workspace.ts';

/** What the generator says against a file that compares the chart `web` with another. */
const against = (peer: string) => mistakesOf(chartFiles({ name: 'web' }, { 'peers/example.yaml': peer }));

it('takes values of ours, or a reason', async () => {
  expect(
    await against(`
      chart: example/web
      version: 1.0.0
      alike: [{ values: [tolerations] }, { there: main, values: [affinity] }, { there: main.pod, here: image, values: [tag] }]
      values:
        image: image.repository
        node: nodeSelector.disk
        old: { why: Nobody needs it. }
        count: { to: replicaCount, values: { few: 1 }, note: More than one is better. }
    `),
  ).toEqual([]);
});

it('names a value that is not there, and the one that was meant', async () => {
  expect(
    await against(
      `{ chart: example/web, version: 1, values: { image: image.repositry, other: nothing.like } }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.image: there is no value image.repositry. Did you mean repository for repositry?",
      "charts/web/src/peers/example.yaml: values.other: there is no value nothing.like. Name a path of values.yaml.",
    ]
  `);
});

it('refuses a reason that says nothing of a value of the same name, or names one that is not there', async () => {
  expect(
    await against(`
      chart: example/web
      version: 1.0.0
      values:
        main.tolerations: { why: The main pod goes anywhere. }
        job.tolerations: { why: "Of the main pod: \`tolerations\`." }
        pod.tolerations: { why: "Of the main pod: \`main.tolerations\`." }
        tag: { to: image.tag, note: "Its registry is \`image.registri\`." }
        name: { why: "\`metadata.name\` is the release's." }
    `),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.main.tolerations: there is a value tolerations here, which the reason does not name. Carry it over with \`to\`, or say what differs.",
      "charts/web/src/peers/example.yaml: values.tag: there is no value image.registri. Did you mean registry for registri?",
    ]
  `);
});

it('refuses a value inside one that is carried whole', async () => {
  expect(
    await against(`{ chart: example/web, version: 1, values: { image: image, image.tag: image.tag } }`),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.image.tag: it is inside image, which is said too. Say one of them.",
    ]
  `);
});

it('says what a file must look like', async () => {
  expect(await against('values: {}')).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: it needs \`chart: PUBLISHER/NAME\`, \`version\` and \`values\`. Write it as the files of the other charts do.",
    ]
  `);
  expect(await against(`{ chart: example/web, version: 1, values: { a: 1 } }`)).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.a: it must be a path of ours, or an object with \`to\` or \`why\`. Write it as the files of the other charts do.",
    ]
  `);
  expect(
    await against(`{ chart: example/web, version: 1, values: { a: { too: b } } }`),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.a: there is no key too; known are to, values, as, beside, note, why. Write it as the files of the other charts do.",
    ]
  `);
  expect(
    await against(`{ chart: example/web, version: 1, values: { a: { note: b } } }`),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: values.a: it needs either \`to\`, a path of ours, or \`why\` it is not there. Write it as the files of the other charts do.",
    ]
  `);
  expect(
    await against(`{ chart: example/web, version: 1, alike: [image], values: {} }`),
  ).toMatchInlineSnapshot(`
    [
      "charts/web/src/peers/example.yaml: alike: each entry has \`values\`, a list of names, may have \`there\` and \`here\`, the blocks they are below, and \`beside\`. Write it as the files of the other charts do.",
    ]
  `);
});
