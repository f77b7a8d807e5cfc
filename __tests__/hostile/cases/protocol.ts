import type { Family, HostileCase } from '../support/case.ts';
import { at, honest, type Path, silence, thenClose, wait } from '../support/play.ts';
import type { Cause } from '../../../src/model/cause.ts';

const stranger = (what: string, text: string, cause: Cause = 'not-smtp'): HostileCase => ({
  name: `greets as ${what}`,
  play: at('greeting', text),
  expect: { verdict: 'protocol', cause, stage: 'greeting' },
});

const badEhlo = (what: string, text: string, cause: Cause = 'malformed-reply'): HostileCase => ({
  name: `answers EHLO with ${what}`,
  play: at('tls-ehlo', text),
  expect: { verdict: 'protocol', cause, stage: 'ehlo' },
});

const PLAIN: Path = { mechanism: 'PLAIN' };

/** To a PLAIN login, where a complete credential has been sent and any success would count. */
const toAuth = (text: string, expectation: Omit<HostileCase['expect'], 'stage'>): HostileCase => ({
  name: `answers AUTH PLAIN with ${JSON.stringify(text)}`,
  inputs: { mechanism: 'PLAIN' },
  play: at('password', text, PLAIN),
  expect: { ...expectation, stage: 'auth' },
});
const UNEXPECTED = { verdict: 'protocol', cause: 'unexpected-reply' } as const;
const MALFORMED = { verdict: 'protocol', cause: 'malformed-reply' } as const;
const EXTRA = { verdict: 'protocol', cause: 'unsolicited-bytes' } as const;
const ACCEPTED = { verdict: 'accepted', cause: 'none', code: 235 } as const;

const greets = (text: string, expectation: Omit<HostileCase['expect'], 'stage'>): HostileCase => ({
  name: `greets with ${JSON.stringify(text)}`,
  play: at('greeting', text),
  expect: { ...expectation, stage: 'greeting' },
});

export const protocol: Family = {
  title: 'protocol',
  about:
    'The peer speaks another protocol, or invalid SMTP. Only a complete 235 to our own AUTH is a success; anything that a strict parser cannot read is a failure.',
  cases: [
    stranger('HTTP', 'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n'),
    stranger('SSH', 'SSH-2.0-OpenSSH_9.9\r\n'),
    stranger('IMAP', '* OK IMAP4rev1 ready\r\n'),
    stranger('POP3', '+OK ready\r\n'),
    stranger('MySQL', 'J\x00\x00\x00\x0a8.0.36\x00'),
    stranger('a web page', '<!doctype html><html></html>\n'),
    stranger('FTP-like text without a code', 'Welcome to the service\r\n'),
    stranger('a TLS alert', '\x15\x03\x01\x00\x02\x02\x0a', 'tls-expected'),
    stranger('a TLS handshake', '\x16\x03\x03\x00\x31\x02', 'tls-expected'),
    stranger('an empty line', '\r\n'),
    stranger('a space before the code', ' 220 mail.test\r\n'),
    stranger('a byte order mark', '\xef\xbb\xbf220 mail.test\r\n'),
    stranger('NUL bytes', '\0\0\0\0\r\n'),
    stranger('random bytes', '\x8f\xee\x01\xfe\xdc\r\n'),
    greets('220\tmail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('220_mail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('2200 mail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('120 mail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('620 mail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('22 mail.test\r\n', { verdict: 'protocol', cause: 'not-smtp' }),
    greets('250 mail.test\r\n', UNEXPECTED),
    greets('235 2.7.0 already logged in\r\n', UNEXPECTED),
    greets('354 go ahead\r\n', UNEXPECTED),
    greets('421 4.3.2 shutting down\r\n', {
      verdict: 'temporary',
      cause: 'temporary-failure',
      code: 421,
    }),
    greets('554 5.7.1 no service for you\r\n', {
      verdict: 'unreachable',
      cause: 'service-refused',
      code: 554,
    }),
    greets('521 does not accept mail\r\n', {
      verdict: 'unreachable',
      cause: 'service-refused',
      code: 521,
    }),
    greets('220-mail.test\r\n221 bye\r\n', MALFORMED),
    {
      name: 'a greeting that never ends its lines (CR alone)',
      inputs: { timeout: 2 },
      play: at('greeting', '220 mail.test\r220 mail.test\r'),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'greeting' },
    },
    {
      name: 'a greeting of several lines, closed before the last',
      play: at('greeting', thenClose('220-mail.test\r\n220-more\r\n')),
      expect: { verdict: 'unreachable', cause: 'connection-lost', stage: 'greeting' },
    },
    {
      name: 'a greeting that is all of the dialogue at once',
      play: at('greeting', '220 a\r\n250-a\r\n250 STARTTLS\r\n220 go\r\n'),
      expect: { ...EXTRA, stage: 'ehlo' },
    },
    {
      name: 'sends a second greeting before it is spoken to',
      play: at('greeting', '220 a\r\n220 b\r\n'),
      expect: { ...EXTRA, stage: 'ehlo' },
    },
    {
      name: 'sends a fragment after the greeting',
      play: at('greeting', '220 a\r\n25'),
      expect: { ...EXTRA, stage: 'ehlo' },
    },
    {
      name: 'greets, then announces its end in the same breath',
      play: at('greeting', '220 a\r\n421 4.3.2 going down\r\n'),
      expect: { verdict: 'temporary', cause: 'temporary-failure', code: 421, stage: 'ehlo' },
    },
    badEhlo('differing codes', '250-mail.test\r\n235 2.7.0 ok\r\n'),
    badEhlo('differing codes, the last one right', '235-mail.test\r\n250 AUTH PLAIN LOGIN\r\n'),
    badEhlo('a line without a code', '250-mail.test\r\nAUTH PLAIN\r\n250 ok\r\n'),
    badEhlo('an empty line in between', '250-mail.test\r\n\r\n250 AUTH LOGIN\r\n'),
    badEhlo('a line of NUL', '250-mail.test\r\n\0\0\0\r\n'),
    badEhlo('a code of four digits', '2500 AUTH LOGIN\r\n'),
    badEhlo('full-width digits', '\xef\xbc\x92\xef\xbc\x95\xef\xbc\x90 AUTH LOGIN\r\n'),
    badEhlo('HTTP', 'HTTP/1.1 200 OK\r\n\r\n'),
    badEhlo('220', '220 mail.test\r\n', 'unexpected-reply'),
    badEhlo('235', '235 2.7.0 Authentication successful\r\n', 'unexpected-reply'),
    badEhlo('334', '334 VXNlcm5hbWU6\r\n', 'unexpected-reply'),
    badEhlo('500', '500 5.5.1 what?\r\n', 'ehlo-refused'),
    badEhlo('502', '502 5.5.1 not implemented\r\n', 'ehlo-refused'),
    badEhlo('550', '550 5.7.1 name refused\r\n', 'ehlo-refused'),
    {
      name: 'answers EHLO with a reply without end',
      inputs: { timeout: 2 },
      play: at('tls-ehlo', '250-mail.test\r\n250-AUTH LOGIN\r\n'),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'ehlo' },
    },
    {
      name: 'answers EHLO, and AUTH before it is sent',
      inputs: { mechanism: 'PLAIN' },
      play: at('tls-ehlo', '250-mail.test\r\n250 AUTH PLAIN\r\n235 2.7.0 ok\r\n'),
      expect: { ...EXTRA, stage: 'auth' },
    },
    {
      name: 'answers EHLO, and half of AUTH before it is sent',
      inputs: { mechanism: 'PLAIN' },
      play: at('tls-ehlo', '250-mail.test\r\n250 AUTH PLAIN\r\n235 2.7.0'),
      expect: { ...EXTRA, stage: 'auth' },
    },
    {
      name: 'answers AUTH LOGIN with both prompts and the success at once',
      play: at('auth', '334 VXNlcm5hbWU6\r\n334 UGFzc3dvcmQ6\r\n235 2.7.0 ok\r\n'),
      expect: { ...EXTRA, stage: 'auth' },
    },
    {
      name: 'answers the user name with the second prompt and the success at once',
      play: at('username', '334 UGFzc3dvcmQ6\r\n235 2.7.0 ok\r\n'),
      expect: { ...EXTRA, stage: 'auth' },
    },
    toAuth('250 2.7.0 ok\r\n', UNEXPECTED),
    toAuth('200 ok\r\n', UNEXPECTED),
    toAuth('220 ok\r\n', UNEXPECTED),
    toAuth('221 bye\r\n', UNEXPECTED),
    toAuth('234 ok\r\n', UNEXPECTED),
    toAuth('236 ok\r\n', UNEXPECTED),
    toAuth('252 ok\r\n', UNEXPECTED),
    toAuth('299 ok\r\n', UNEXPECTED),
    toAuth('300 more\r\n', UNEXPECTED),
    toAuth('354 go ahead\r\n', UNEXPECTED),
    toAuth('100 wait\r\n', MALFORMED),
    toAuth('600 no\r\n', MALFORMED),
    toAuth('2350 ok\r\n', MALFORMED),
    toAuth('23 5 ok\r\n', MALFORMED),
    toAuth(' 235 ok\r\n', MALFORMED),
    toAuth('235_ok\r\n', MALFORMED),
    toAuth('235\tok\r\n', MALFORMED),
    toAuth('+235 ok\r\n', MALFORMED),
    toAuth('0235 ok\r\n', MALFORMED),
    toAuth('ok\r\n', MALFORMED),
    toAuth('\r\n235 ok\r\n', MALFORMED),
    toAuth('\r235 ok\r\n', MALFORMED),
    toAuth('\x00235 ok\r\n', MALFORMED),
    toAuth('235-ok\r\n535 no\r\n', MALFORMED),
    toAuth('535-no\r\n235 ok\r\n', MALFORMED),
    toAuth('235-ok\r\n\r\n', MALFORMED),
    toAuth('235 ok\r\n535 5.7.8 no\r\n', EXTRA),
    toAuth('235 ok\r\n235 ok\r\n', EXTRA),
    toAuth('235 ok\r\n2', EXTRA),
    toAuth('235 ok\r\n421 4.3.2 closing\r\n', ACCEPTED),
    toAuth('235 ok\n', ACCEPTED),
    toAuth('235\r\n', ACCEPTED),
    toAuth('235 \r\n', ACCEPTED),
    toAuth('235-2.7.0 welcome\r\n235 2.7.0 back\r\n', ACCEPTED),
    toAuth('235 a\rb\0c\r\n', ACCEPTED),
    toAuth('235 caf\xe9 \xc4\xe3\xba\xc3\r\n', ACCEPTED),
    toAuth('235 \xff\xfe\xf0\x9f\r\n', ACCEPTED),
    toAuth('535 5.7.8 no\r\n235 2.7.0 ok\r\n', {
      verdict: 'rejected',
      cause: 'credential-refused',
      code: 535,
    }),
    {
      name: 'ends every line with a bare LF',
      play: at('tls-ehlo', '250-mail.test\n250 AUTH LOGIN\n'),
      inputs: { timeout: 2 },
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'auth' },
    },
    {
      name: 'refuses the first prompt with a stale acceptance behind it',
      play: at('auth', async (connection) => {
        connection.send('535 5.7.8 no\r\n');
        await wait(20);
        connection.send('235 2.7.0 ok\r\n');
      }),
      expect: { verdict: 'rejected', cause: 'credential-refused', code: 535, stage: 'auth' },
    },
    {
      name: 'says nothing wrong at all',
      play: honest(),
      expect: { ...ACCEPTED, stage: 'auth' },
    },
    {
      name: 'offers no AUTH and would accept anything',
      play: at('tls-ehlo', '250-mail.test\r\n250 SIZE 1000\r\n'),
      expect: { verdict: 'unsupported', cause: 'auth-not-offered', stage: 'auth' },
    },
    {
      name: 'names AUTH in its domain line only',
      play: at('tls-ehlo', '250 AUTH LOGIN PLAIN\r\n'),
      expect: { verdict: 'unsupported', cause: 'auth-not-offered', stage: 'auth' },
    },
    {
      name: 'is silent in the middle of nowhere: no verdict from silence',
      inputs: { timeout: 2, mechanism: 'PLAIN' },
      play: at('password', silence, PLAIN),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'auth' },
    },
  ],
};
