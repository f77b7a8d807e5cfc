import type { Family, HostileCase, Requirement } from '../support/case.ts';
import { at, flood, type Path, type Play, silence } from '../support/play.ts';
import type { Cause } from '../../../src/model/cause.ts';
import { PLACES } from './network.ts';

const PLAIN: Path = { mechanism: 'PLAIN' };
const TOO_LONG = { verdict: 'protocol', cause: 'reply-too-long' } as const;
const REJECTED = { verdict: 'rejected', cause: 'credential-refused', stage: 'auth' } as const;

/** The code whose line would be legal at each place. */
const CODES: Readonly<Record<string, number>> = {
  greeting: 220,
  ehlo: 250,
  starttls: 220,
  'tls-ehlo': 250,
  auth: 334,
  username: 334,
  password: 235,
};

const isQuick: Requirement = {
  that: 'it takes no longer than three seconds',
  isAboutTime: true,
  holds: ({ aliveMs = 0, pace }) => aliveMs < 3000 * pace,
};

/** Both floods at each place where replies are read. */
const FLOODS: readonly HostileCase[] = PLACES.filter(([point]) => point !== 'handshake').flatMap(
  ([point, stage, where]) => [
    {
      name: `an endless line ${where}`,
      play: at(point, flood('x', `${CODES[point]} `)),
      expect: { ...TOO_LONG, stage },
      also: [isQuick],
    },
    {
      name: `an endless reply ${where}`,
      play: at(point, flood(`${CODES[point]}-more\r\n`)),
      expect: { ...TOO_LONG, stage },
      also: [isQuick],
    },
  ],
);

const slowRegExp = (
  what: string,
  text: string,
  cause: Cause = 'temporary-failure',
): HostileCase => ({
  name: `a reply built to hurt a regular expression: ${what}`,
  inputs: { mechanism: 'PLAIN' },
  play: at('password', text, PLAIN),
  expect: { verdict: 'temporary', cause, stage: 'auth' },
  also: [isQuick],
});

/** One reply just below the limits of a line and of a reply. */
const full = (code: number, chunk: string): string => {
  const line = chunk.repeat(Math.floor(8000 / chunk.length));
  return `${`${code}-${line}\r\n`.repeat(7)}${code} ${line}\r\n`;
};

const boundary = (what: string, text: string, expectation: HostileCase['expect']): HostileCase => ({
  name: `a refusal of ${what}`,
  inputs: { mechanism: 'PLAIN' },
  play: at('password', text, PLAIN),
  expect: expectation,
});

const afterAcceptance = (what: string, play: Play): HostileCase => ({
  name: `accepts, then ${what}`,
  play: at('quit', play),
  expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
  also: [isQuick],
});

export const resources: Family = {
  title: 'resources',
  about:
    'Peers that consume memory, processor time or minutes. A line is at most 8 KiB, a reply 64 KiB and 500 lines; the total time is the deadline. Peak memory under a flood is measured by a test of its own.',
  cases: [
    ...FLOODS,
    {
      name: 'a flood in the handshake',
      play: at('handshake', flood('\x16\x03\x03\x40\x00')),
      expect: { verdict: 'tls', stage: 'tls' },
      also: [isQuick],
    },
    {
      name: 'a flood of empty TLS-like records in the handshake',
      play: at('handshake', flood('\x17\x03\x03\x00\x00')),
      expect: { verdict: 'tls', stage: 'tls' },
      also: [isQuick],
    },
    {
      name: 'a flood together with the acceptance',
      play: at('password', flood('235 2.7.0 ok\r\n')),
      expect: { verdict: 'protocol', cause: 'unsolicited-bytes', stage: 'auth' },
      also: [isQuick],
    },
    afterAcceptance('floods', flood('x')),
    afterAcceptance('floods with replies', flood('221 bye\r\n')),
    afterAcceptance('is silent', silence),
    boundary('8 KiB but one byte', `535 ${'x'.repeat(8192 - 6)}\r\n`, REJECTED),
    boundary('8 KiB and a byte', `535 ${'x'.repeat(8192)}\r\n`, { ...TOO_LONG, stage: 'auth' }),
    boundary('500 lines', `${'535-x\r\n'.repeat(499)}535 x\r\n`, REJECTED),
    boundary('501 lines', `${'535-x\r\n'.repeat(500)}535 x\r\n`, { ...TOO_LONG, stage: 'auth' }),
    boundary(
      '64 KiB and more in 9 lines',
      `${`535-${'x'.repeat(8000)}\r\n`.repeat(8)}535 ${'x'.repeat(8000)}\r\n`,
      { ...TOO_LONG, stage: 'auth' },
    ),
    slowRegExp('"try again later" 4,000 times', full(450, 'try again later '), 'temporary-failure'),
    slowRegExp(
      '"try again later" and spaces',
      full(450, `try again later${' '.repeat(2000)}`),
      'temporary-failure',
    ),
    slowRegExp('"rate" and "too" without end', full(450, 'too rate throt exceed ')),
    slowRegExp('digits and dots', full(450, '4.7.')),
    slowRegExp('letters of the password', full(450, 'c0rrect&horse "batt3ry" <')),
    slowRegExp(
      'Base64 of the password but its last letter',
      full(450, Buffer.from('c0rrect&horse "batt3ry" <').toString('base64')),
    ),
    slowRegExp('characters to escape', full(450, '\x1b')),
    slowRegExp('command starts', full(450, '::')),
    slowRegExp('legacy command starts', full(450, '##[')),
    slowRegExp('broken UTF-8', full(450, '\xf0\x9f')),
    slowRegExp('combining letters', full(450, 'a\xcc\x81')),
    {
      name: 'EHLO lines of spaces',
      play: at(
        'tls-ehlo',
        `250-mail.test\r\n${`250-AUTH ${' '.repeat(7900)}x!\r\n`.repeat(7)}250 ok\r\n`,
      ),
      expect: { verdict: 'unsupported', cause: 'auth-not-offered', stage: 'auth' },
      also: [isQuick],
    },
    {
      name: 'EHLO lines of hyphens',
      play: at(
        'tls-ehlo',
        `250-mail.test\r\n${`250-${'A-'.repeat(3900)}!\r\n`.repeat(7)}250 ok\r\n`,
      ),
      expect: { verdict: 'unsupported', cause: 'auth-not-offered', stage: 'auth' },
      also: [isQuick],
    },
    {
      name: 'a reply of 64 KiB, one byte a segment, until the deadline',
      inputs: { timeout: 2 },
      play: at('password', (connection) =>
        connection.drip(`535-${'x'.repeat(60)}\r\n`.repeat(490), 0),
      ),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'auth' },
    },
  ],
};
