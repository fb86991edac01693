import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';
import { commandLine, loadCommands } from './commands.ts';
import { type Builder, fullName, imageOptions } from './options.ts';

const linesFor = (args: readonly string[], builder: Builder) =>
  loadCommands(imageOptions(args, '/home/me'), builder, '/tmp/image.tar').map(commandLine);

test('an image is built, written to an archive and imported', () => {
  expect(linesFor(['langchain-api:local', '--context', 'my api'], 'docker')).toEqual([
    "docker build --tag docker.io/library/langchain-api:local '/home/me/my api'",
    'docker save --output /tmp/image.tar docker.io/library/langchain-api:local',
    'sudo k3s ctr images import /tmp/image.tar',
  ]);
});

test('for other machines it goes by ssh, built for their processor', () => {
  const args = ['web:1', '--context', '.', '--file', 'Pi.Dockerfile', '--platform', 'linux/arm64'];
  expect(linesFor([...args, '--node', 'pi@pi5', '--node', 'pc'], 'podman')).toEqual([
    'podman build --platform linux/arm64 --file /home/me/Pi.Dockerfile --tag docker.io/library/web:1 /home/me',
    'podman save --output /tmp/image.tar docker.io/library/web:1',
    'ssh pi@pi5 sudo k3s ctr images import - < /tmp/image.tar',
    'ssh pc sudo k3s ctr images import - < /tmp/image.tar',
  ]);
});

test('an image that is built already is only loaded', () => {
  expect(linesFor(['ghcr.io/me/web:1'], 'buildah')).toEqual([
    'buildah push ghcr.io/me/web:1 docker-archive:/tmp/image.tar:ghcr.io/me/web:1',
    'sudo k3s ctr images import /tmp/image.tar',
  ]);
});

test.each([
  ['web', 'docker.io/library/web:latest'],
  ['me/web:2', 'docker.io/me/web:2'],
  ['localhost/web', 'localhost/web:latest'],
  ['registry:5000/web', 'registry:5000/web:latest'],
])('the kubelet looks for %s as %s', (name, full) => {
  expect(fullName(name)).toBe(full);
});

test.each([
  [[], 'name one image'],
  [['a', 'b'], 'name one image'],
  [['Upper'], '"Upper" is no name of an image'],
  [['a', '--file', 'F'], '--file and --platform belong to --context'],
  [['a', '--builder', 'kaniko'], 'there is no builder "kaniko"'],
  [['a', '--node=-oProxyCommand=x'], '"-oProxyCommand=x" is no name of a machine'],
])('%s is refused', (args, message) => {
  expect(() => imageOptions(args, '/')).toThrow(message);
});

test('what is missing on this machine is named before anything is built', async () => {
  const typed = (args: readonly string[], path: string) =>
    run(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env: { PATH: path } });
  const nothing = await typed(['web:local', '--context', '.'], '/nowhere');
  expect(nothing).toMatchObject({ code: 1, stdout: '' });
  expect(nothing.stderr).toBe(
    'npm run load-image: cannot find docker or podman or buildah, sudo, k3s. Install it, or name the machine with k3s by --node.\n',
  );
  const remote = await typed(['web:local', '--builder', 'podman', '--node', 'pi'], '/nowhere');
  expect(remote.stderr).toContain('cannot find podman, ssh.');
});

test('a dry run says the commands and runs none', async () => {
  const args = [join(import.meta.dirname, 'main.ts'), 'web:local', '--context', '/src', '--dry-run'];
  const { code, stdout } = await run(process.execPath, args, { env: { PATH: '/nowhere' } });
  expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, lines: 3 });
});
