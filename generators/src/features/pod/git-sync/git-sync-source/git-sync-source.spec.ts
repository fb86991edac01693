import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { gitSync: {} },
  // Only the application knows what is where in the repository.
  main: { env: { FOLDER: { value: 'gitSync.subPath' } } },
});
const https = 'gitSync: { enabled: true, repository: https://git.example.com/a/b.git }';
const ssh = 'gitSync: { enabled: true, repository: git@git.example.com:a/b.git, auth: { sshSecret: a } }';

test('follows a branch, or stays at a tag or commit', async () => {
  const values = `
    gitSync:
      branch: next
      subPath: dags
      depth: 0
      period: 5m
      timeout: 10s
      submodules: recursive
  `;
  expect(await given(values, https)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.git-sync.env:
          GITSYNC_REF.value: next
          GITSYNC_DEPTH.value: "0"
          GITSYNC_SUBMODULES.value: recursive
          GITSYNC_SYNC_TIMEOUT.value: 10s
          GITSYNC_PERIOD.value: 5m
        containers.web.env.FOLDER.value: dags
  `);
  expect(await given('gitSync: { ref: v1.2.3 }', https)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.initContainers.git-sync.env.GITSYNC_REF.value: v1.2.3 }`,
  );
});

test('reaches the server at the port of its address', async () => {
  expect(
    await given('gitSync: { repository: "https://git.example.com:8443/a/b.git" }', https),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.0.ports.0.port: 8443 }
    Deployment/r-web:
      spec.template.spec.initContainers.git-sync.env.GITSYNC_REPO.value: https://git.example.com:8443/a/b.git
  `);
  expect(
    await given('gitSync: { repository: "ssh://git@[2001:db8::7]:2222/a/b.git" }', ssh),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.0.ports.0.port: 2222 }
    Deployment/r-web:
      spec.template.spec.initContainers.git-sync.env.GITSYNC_REPO.value: ssh://git@[2001:db8::7]:2222/a/b.git
  `);
  // No port, so that of https.
  expect(
    await given('gitSync: { repository: "https://git.example.com:65536/a" }', https),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.git-sync.env.GITSYNC_REPO.value: https://git.example.com:65536/a
  `);
});

test('logs in by https or ssh', async () => {
  const token = 'gitSync: { auth: { tokenSecret: mine, usernameKey: user, passwordKey: token } }';
  expect(await given(token, https)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.git-sync.env:
        GITSYNC_USERNAME.valueFrom.secretKeyRef: { name: mine, key: user }
        GITSYNC_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: token }
  `);
  const key = 'gitSync: { auth: { sshSecret: mine, sshKey: key, knownHostsKey: hosts } }';
  expect(await given(key, ssh)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.volumes.git-ssh.secret: { secretName: mine, items: { 0.key: key, 1.key: hosts } }
  `);
});

test('reaches the server where it is', async () => {
  expect(await given('gitSync: { port: 8443, cidrs: [192.0.2.0/24] }', https)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.0:
        to:
          added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
          removed:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
        ports.0.port: 8443
  `);
  expect(
    await given('gitSync: { repository: git@git.example.com:a/b.git, auth: { sshSecret: a } }', https),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.0.ports.0.port: 22 }
    Deployment/r-web:
      spec.template.spec:
        initContainers.git-sync:
          env:
            GITSYNC_REPO.value: git@git.example.com:a/b.git
            GITSYNC_SSH.value: "true"
            GITSYNC_SSH_KEY_FILE.value: /etc/git-ssh/key
            GITSYNC_SSH_KNOWN_HOSTS_FILE.value: /etc/git-ssh/known_hosts
          volumeMounts: { /etc/git-ssh: { name: git-ssh, readOnly: true } }
        volumes.git-ssh.secret:
          secretName: a
          defaultMode: 288
          items: [ { key: ssh-privatekey, path: key }, { key: known_hosts, path: known_hosts } ]
  `);
});

test('has an image and resources of its own', async () => {
  const values = `
    gitSync:
      image: { registry: quay.io, repository: own/git-sync, tag: v5, digest: 'sha256:${'a'.repeat(64)}', pullPolicy: Always }
      resources: { limits: { memory: 1Gi } }
  `;
  expect(await given(values, https)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.git-sync:
        image: quay.io/own/git-sync:v5@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        imagePullPolicy: Always
        resources.limits.memory: 1Gi
  `);
});

test('refuses what contradicts itself', async () => {
  expect(await refused('gitSync: { enabled: true }')).toMatchInlineSnapshot(
    `"gitSync.enabled needs gitSync.repository, the address of the repository."`,
  );
  const on = (repository: string, auth: string) =>
    refused(`gitSync: { enabled: true, repository: '${repository}', auth: { ${auth} } }`);
  expect(await on('https://a/b', 'sshSecret: a, tokenSecret: b')).toMatchInlineSnapshot(`
    "gitSync.auth has two Secrets: keep sshSecret for ssh, or tokenSecret for https.
    gitSync.auth.sshSecret is for ssh: write gitSync.repository as git@host:path, or use auth.tokenSecret."
  `);
  expect(await on('git@a:b', 'tokenSecret: b')).toMatchInlineSnapshot(`
    "gitSync.repository is an address for ssh, which nobody answers without a key: name its Secret, with ssh-privatekey and known_hosts, in gitSync.auth.sshSecret, or take the https address.
    gitSync.auth.tokenSecret is for https: write gitSync.repository with https://, or use auth.sshSecret."
  `);
  expect(await on('ssh://git@a:2222/b', '')).toMatchInlineSnapshot(
    `"gitSync.repository is an address for ssh, which nobody answers without a key: name its Secret, with ssh-privatekey and known_hosts, in gitSync.auth.sshSecret, or take the https address."`,
  );
});

test.for(['https://user:token@a/b', 'https://token@a/b', 'http://:token@a/b', 'ssh://git:word@a/b'])(
  'refuses a password in %s',
  async (repository) => {
    const auth = repository.startsWith('ssh') ? ', auth: { sshSecret: a }' : '';
    const said = await refused(`gitSync: { enabled: true, repository: '${repository}'${auth} }`);
    expect(said).toBe(
      'gitSync.repository holds a user or a password, which everybody sees who reads the pod: take them out, and put them into a Secret that gitSync.auth.tokenSecret names.',
    );
  },
);
