import { expect, it } from 'vitest';
import { sentenceIn } from './comment.ts';

it.each([
  ['the pages of the shop', 'The pages of the shop.'],
  ['How much is said:', 'How much is said.'],
  ['Is it kept over night?', 'Is it kept over night?'],
  [
    'worker service\nThe program that works on the queue.',
    'Worker service. The program that works on the queue.',
  ],
  [
    'where mail goes that no rule sends to\nAlice or anybody else',
    'Where mail goes that no rule sends to Alice or anybody else.',
  ],
  ['the store .\n(if it is used, set STORE.)', 'The store. (if it is used, set STORE.)'],
  ['mail_server of the shop', 'mail_server of the shop.'],
  ['https://example.com/a says how it is set', 'https://example.com/a says how it is set.'],
  ['-----------------\nsettings of mail\n-----------------', 'Settings of mail.'],
  ['how it is placed\ndeploy:\n  placement:\n- node.hostname == $HOST', 'How it is placed.'],
])('%j says a sentence', (comment, sentence) => {
  expect(sentenceIn(comment, 80)).toBe(sentence);
});

it.each([
  'https://example.com/guide/docker.html\nhttps://example.com/guide/settings.html',
  'see https://example.com/guide',
  'OLD_LEVEL=debug\nOLD_TIME=10',
  'short',
  'much more than anybody would read in one line of values, which ends here at last, or goes on',
])('%j says none', (comment) => {
  expect(sentenceIn(comment, 80)).toBeUndefined();
});
