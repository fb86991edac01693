import { expect, test } from 'vitest';
import { verifyOptions } from './options.ts';

test('without arguments the release ai of the current context is asked for two minutes', () => {
  expect(verifyOptions([], '/home/me')).toEqual({
    release: 'ai',
    namespace: 'ai',
    json: false,
    why: false,
    requests: true,
    questions: [],
    timeoutMs: 120_000,
  });
});

test('questions are GET, or POST of what follows the first =', () => {
  const args = ['--ask', 'api/health', '--ask', 'ollama/api/show={"model":"a=b"}', '--timeout', '0.5'];
  expect(verifyOptions([...args, '--kubeconfig', 'my/config', '--no-requests'], '/home/me')).toMatchObject({
    kubeconfig: '/home/me/my/config',
    requests: false,
    timeoutMs: 500,
    questions: [
      { member: 'api', path: '/health' },
      { member: 'ollama', path: '/api/show', body: '{"model":"a=b"}' },
    ],
  });
});

test.each([
  [['--timeout', 'soon'], '--timeout is a number of seconds'],
  [['--timeout', '0'], '--timeout is a number of seconds'],
  [['--ask', 'ollama'], '--ask ollama: write MEMBER/PATH or MEMBER/PATH=JSON'],
  [['--aks', 'ollama/'], 'there is no option --aks. Did you mean --ask?'],
])('%s is refused', (args, message) => {
  expect(() => verifyOptions(args, '/')).toThrow(message);
});
