import fc from 'fast-check';
import { flagNaming, inFlags, speakFlags } from '../../src/cli/flag-naming.ts';
import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { renderLine, renderTerminal } from '../../src/report/terminal.ts';
import { wrap } from '../../src/report/wrap.ts';
import { createFailure, createResult, TLS } from '../support/results.ts';

const naming = flagNaming({ secrets: new Map() });
const PLAIN = { colour: false, verbose: false };

test('a result that passed is one line', () => {
  expect(renderTerminal(createResult(), PLAIN)).toBe(renderLine(createResult(), PLAIN));
  expect(renderLine(createResult(), PLAIN).match(/\n/g)).toHaveLength(1);
});

test('no word of an explanation stands beyond the width of the terminal', () => {
  const result = createFailure('certificate-self-signed', { stage: 'tls', tls: TLS });
  for (const width of [40, 60, 80, 120]) {
    const [, ...lines] = renderTerminal(result, { ...PLAIN, width })
      .trimEnd()
      .split('\n');
    const long = lines.filter((line) => line.length > width);
    expect(long.every((line) => line.trim().split(' ').length === 1)).toBe(true);
  }
});

test('wrapping loses and adds no word, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, width) => {
      expect(wrap(text, width).join(' ')).toBe(text);
    }),
  );
});

test.each([
  ['Check "port".', 'Check --port.'],
  ['Set "implicit-tls: true".', 'Set --implicit-tls true.'],
  ['Store it in "password".', 'Store it in --password-env.'],
  ['The server said "no such user".', 'The server said "no such user".'],
  ['Use "host: smtp.example.com".', 'Use --host smtp.example.com.'],
  ['Add the permission "id-token: write".', 'Add the permission "id-token: write".'],
])('a command line reads %j as %j', (sentence, spoken) => {
  expect(speakFlags(sentence, naming)).toBe(spoken);
});

test('the sentences of the action stay as they are in its own words', () => {
  const sentence = 'Set "starttls: required", or "port".';
  expect(speakFlags(sentence, ACTION_NAMING)).toBe(sentence);
});

test('what is said of GitHub is left out elsewhere', () => {
  const account = { port: 25 };
  const result = createFailure('connection-refused', { account, stage: 'connect' });
  expect(inFlags(result, { ...naming, isOnGitHub: false }).diagnosis).not.toHaveProperty(
    'onGitHub',
  );
  expect(inFlags(result, { ...naming, isOnGitHub: true }).diagnosis.onGitHub).toContain('GitHub');
});

test('a wrong entry of a list keeps the names of its keys, and no server is made up', () => {
  const fault = {
    input: 'host',
    kind: 'invalid',
    message: 'Entry 3, key "host" must be the name alone.',
    title: '"host" is a URL',
  } as const;
  const failure = { problem: 'input-invalid', faults: [fault] } as const;
  const account = { host: '', username: '' };
  const result = createFailure('input-invalid', { account, failure, stages: [], stage: 'connect' });
  const text = renderTerminal(inFlags(result, naming), PLAIN);
  expect(text).toMatch(/^FAIL {2}config.*: not started\n/);
  expect(text).toContain('Entry 3, key "host" must be the name alone.');
  expect(text).not.toContain('no server');
});
