import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'secrets',
  version: '0.1.0',
  appVersion: '1',
  description:
    'The shared Secrets of a platform under fixed names: given, generated once and kept, or from External Secrets.',
  home: 'https://external-secrets.io',
  keywords: ['secrets', 'credentials', 'external-secrets', 'gitops'],
  category: 'security',
  umbrellas: ['ai-platform'],
  first: ['secrets', 'pullSecrets', 'generator', 'store.name'],
  workloads: {},
  notes: [
    'A Secret of the entry `NAME` is called `<full name>-NAME`, or as its `name` says. Install with `--set fullnameOverride=platform` and the entries below are `platform-postgres`, `platform-s3` and `platform-redis` whatever the release is called.',
    'The entries that come with the chart are for a PostgreSQL, an object store and a Redis that are installed as releases of their own. Tell the server and its clients where the passwords are:\n\n```yaml\n# postgres\nclients:\n  mlflow: { existingSecret: platform-postgres, passwordKey: mlflow-password }\n# mlflow\nconnections:\n  postgres: { host: postgres, existingSecret: platform-postgres, secretKey: mlflow-password }\n# redis\nsecrets: { existingSecret: platform-redis }\n# or, for all members of an umbrella that is installed apart from the servers\nglobal:\n  members:\n    postgres: { external: { host: postgres, existingSecret: platform-postgres } }\n```\n\nInside an umbrella they are left out, because the charts that serve their clients make those Secrets themselves. Leave one out with `--set secrets.redis.enabled=false`.',
    'What is generated is generated once: upgrades, rollbacks and a new installation take the Secret that is there. To change a password, delete its key from the Secret (or give a `value`) and upgrade, then restart what reads it. Uninstalling keeps every Secret.',
    '`generator: external-secrets` has the External Secrets Operator make the passwords, once (`refreshPolicy: CreatedOnce`), which also works where nothing can be looked up, as with Argo CD. A key that is added to such a Secret later is not filled: add an entry instead.',
    'Keys with `remoteKey` are read from `store`, a SecretStore or ClusterSecretStore that exists; with `store.spec` the chart creates it. How the store logs in stands in that text as references, never as passwords.',
  ],
});
