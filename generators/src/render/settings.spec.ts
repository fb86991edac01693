import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

/** Settings of which each workload takes some, and a worker whose name has no room in names of objects. */
const files = chartFiles(
  {
    name: 'shop',
    workloads: {
      main: web({
        settings: ['LOG_LEVEL', 'search.index', 'ON'],
        env: { YES: 'yes', n: '1' },
        image: { ...IMAGE, unpinned: 'its registry tells nobody the digest; pull it and set image.digest' },
      }),
      orderConfirmationMailer: web({
        description: 'Sends mails.',
        image: 'main',
        settings: ['LOG_LEVEL', 'SMTP_PASSWORD'],
      }),
      orderConfirmationMailbox: web({ description: 'Takes answers.', image: 'main' }),
    },
  },
  {
    'values.schema.json': schemaText({
      config: {
        type: 'object',
        description: 'Settings.',
        required: ['smtpPassword'],
        properties: {
          logLevel: { type: 'string', description: 'Level.', default: 'info', 'x-env': 'LOG_LEVEL' },
          index: { type: 'string', description: 'Index.', default: 'all', 'x-env': 'search.index' },
          switchedOn: { type: 'string', description: 'A letter.', default: 'y', 'x-env': 'ON' },
          smtpPassword: {
            type: 'string',
            description: 'Password of the mail server.',
            default: '',
            'x-env': 'SMTP_PASSWORD',
            'x-secret': 'smtp-password',
            'x-required': true,
          },
        },
      },
    }),
  },
);

let objects: readonly RenderedObject[];
let readme: string;
beforeAll(async () => {
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  readme = readFileSync(join(root, 'charts/shop/README.md'), 'utf8');
  const release = await rendering(join(root, 'charts/shop'), ['--set', 'config.smtpPassword=secret']);
  expect(release.stderr).toBe('');
  objects = release.objects;
});

const variables = (name: string) => {
  const env = inside(podOf(named(objects, 'Deployment', name)), 'containers', 0, 'env') ?? [];
  return (env as readonly { name: string }[]).map((one) => one.name);
};
const mailer = 'r-shop-order-confirma-c4058';
const mailbox = 'r-shop-order-confirma-9f37a';

test('each workload has the settings that it names, passwords and names that YAML reads as truth among them', () => {
  expect(variables('r-shop').toSorted()).toEqual(['LOG_LEVEL', 'ON', 'YES', 'n', 'search.index']);
  expect(variables(mailer)).toEqual(['LOG_LEVEL', 'SMTP_PASSWORD']);
  expect(variables(mailbox)).toEqual([]);
});

test('long names of workloads that begin alike stay apart', () => {
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual(['r-shop', mailer, mailbox].sort());
});

test('the README names an image that nobody knows the digest of', () => {
  expect(readme).toContain(
    'Every image is pinned by its digest but `docker.io/example/web:4.5.6` (`image.digest`; its registry tells nobody the digest; pull it and set image.digest).',
  );
});
