import fc from 'fast-check';
import { createScram, type ScramHash } from '../../src/sasl/scram.ts';
import { parseServerFinal, parseServerFirst } from '../../src/sasl/scram-messages.ts';
import { type Mechanism, SaslError } from '../../src/sasl/mechanism.ts';
import { answerTo, textOf, toBase64 } from './support.ts';

interface Vector {
  readonly source: string;
  readonly name: string;
  readonly hash: ScramHash;
  readonly nonce: string;
  readonly clientFirst: string;
  readonly serverFirst: string;
  readonly clientFinal: string;
  readonly serverFinal: string;
}

const VECTORS: readonly Vector[] = [
  {
    source: 'RFC 5802 section 5',
    name: 'SCRAM-SHA-1',
    hash: 'sha1',
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    clientFirst: 'n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL',
    serverFirst: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    clientFinal:
      'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    serverFinal: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    source: 'RFC 7677 section 3',
    name: 'SCRAM-SHA-256',
    hash: 'sha256',
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    clientFirst: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
    serverFirst:
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    clientFinal:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
];

const [sha1, sha256] = VECTORS as readonly [Vector, Vector];

function begin({ name, hash, nonce }: Vector): Mechanism {
  const mechanism = createScram(
    { username: 'user', password: 'pencil' },
    { name, hash, clientNonce: nonce },
  );
  mechanism.start();
  return mechanism;
}

describe.each(VECTORS)('the example of $source', (vector) => {
  test('every message is as printed there, and the server signature completes the run', async () => {
    const mechanism = createScram(
      { username: 'user', password: 'pencil' },
      { name: vector.name, hash: vector.hash, clientNonce: vector.nonce },
    );
    expect(textOf(mechanism.start())).toBe(vector.clientFirst);
    expect(mechanism.isCredentialGiven).toBe(false);
    expect(await answerTo(mechanism, vector.serverFirst)).toBe(vector.clientFinal);
    expect(mechanism.isCredentialGiven).toBe(true);
    expect(mechanism.isComplete).toBe(false);
    expect(await answerTo(mechanism, vector.serverFinal)).toBe('');
    expect(mechanism.isComplete).toBe(true);
    expect(await mechanism.next('')).toBeUndefined();
  });

  test('the proof is named as a secret and the transcript does not show it', async () => {
    const mechanism = begin(vector);
    const response = await mechanism.next(toBase64(vector.serverFirst));
    const proof = vector.clientFinal.split(',p=')[1];
    expect(response?.secret).toBe(proof);
    expect(response?.shown).not.toContain(proof);
  });
});

const first = (parts: { r?: string; s?: string; i?: string }): string =>
  `r=${parts.r ?? `${sha256.nonce}x`},s=${parts.s ?? 'W22ZaJ0SNY7soEsUEjb6gQ=='},i=${parts.i ?? '4096'}`;

describe('a first message that must not be answered', () => {
  test.each([
    ['another nonce', first({ r: 'somebodyElsesNonce' }), 'server-not-authentic'],
    ['the bare nonce of the client', first({ r: sha256.nonce }), 'server-not-authentic'],
    ['no nonce', 's=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096', 'challenge-malformed'],
    ['one iteration', first({ i: '1' }), 'iterations-out-of-bounds'],
    ['one too few', first({ i: '4095' }), 'iterations-out-of-bounds'],
    ['one too many', first({ i: '600001' }), 'iterations-out-of-bounds'],
    ['a thousand million iterations', first({ i: '1000000000' }), 'iterations-out-of-bounds'],
    ['an iteration count beyond numbers', first({ i: '9'.repeat(400) }), 'challenge-malformed'],
    ['a negative iteration count', first({ i: '-4096' }), 'challenge-malformed'],
    ['an iteration count in hex', first({ i: '0x2000' }), 'challenge-malformed'],
    ['an empty salt', first({ s: '' }), 'challenge-malformed'],
    ['a salt of padding', first({ s: '====' }), 'challenge-malformed'],
    ['a salt that is not Base64', first({ s: '!!!!' }), 'challenge-malformed'],
    ['a huge salt', first({ s: 'A'.repeat(8000) }), 'challenge-malformed'],
    ['a mandatory extension', `m=x,${first({})}`, 'challenge-malformed'],
    ['nothing', '', 'challenge-malformed'],
    ['a signature at once', sha256.serverFinal, 'challenge-malformed'],
  ])('%s ends the login', async (_, message, reason) => {
    const mechanism = begin(sha256);
    await expect(mechanism.next(toBase64(message))).rejects.toMatchObject({ reason });
    expect(mechanism.isComplete).toBe(false);
    expect(mechanism.isCredentialGiven).toBe(false);
  });

  test('text that is not Base64', async () => {
    const refusal = begin(sha256).next('r=not-encoded!');
    await expect(refusal).rejects.toMatchObject({ reason: 'challenge-malformed' });
  });
});

describe('a last message that proves nothing', () => {
  test.each([
    ['a wrong signature', 'v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=', 'server-not-authentic'],
    ['a short signature', 'v=6rri', 'server-not-authentic'],
    ['an empty signature', 'v=', 'server-not-authentic'],
    ["the signature of another hash's example", sha1.serverFinal, 'server-not-authentic'],
    ['no signature', '', 'server-not-authentic'],
    ['the first message again', sha256.serverFirst, 'server-not-authentic'],
    ['a signature that is not Base64', 'v=***', 'challenge-malformed'],
  ])('%s ends the login', async (_, message, reason) => {
    const mechanism = begin(sha256);
    await answerTo(mechanism, sha256.serverFirst);
    await expect(mechanism.next(toBase64(message))).rejects.toMatchObject({ reason });
    expect(mechanism.isComplete).toBe(false);
  });

  test("the server's own error is handed up, answered, and is not a success", async () => {
    const mechanism = begin(sha256);
    await answerTo(mechanism, sha256.serverFirst);
    expect(await answerTo(mechanism, 'e=invalid-proof')).toBe('');
    expect(mechanism.serverReason).toBe('invalid-proof');
    expect(mechanism.isComplete).toBe(false);
  });

  test('an error with a command for the runner in it is not repeated', async () => {
    const mechanism = begin(sha256);
    await answerTo(mechanism, sha256.serverFirst);
    await answerTo(mechanism, 'e=::add-mask::x\n');
    expect(mechanism.serverReason).toBe('other-error');
  });
});

describe('what the client says', () => {
  test('a comma and an equals sign in the user name are escaped', () => {
    const mechanism = createScram(
      { username: 'a=b,c', password: 'x' },
      { name: 'SCRAM-SHA-256', hash: 'sha256', clientNonce: 'n' },
    );
    expect(textOf(mechanism.start())).toBe('n,,n=a=3Db=2Cc,r=n');
  });

  test('the nonce is new each time and has 24 characters', () => {
    const given = { username: 'user', password: 'x' };
    const nonces = [1, 2].map(() =>
      textOf(createScram(given, { name: 'SCRAM-SHA-256', hash: 'sha256' }).start()).slice(12),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/);
  });

  test('with a channel binding the header names it and `c=` carries its data', async () => {
    const binding = { type: 'tls-exporter', data: Buffer.from('binding') } as const;
    const mechanism = createScram(
      { username: 'user', password: 'pencil' },
      { name: 'SCRAM-SHA-256-PLUS', hash: 'sha256', binding, clientNonce: 'n' },
    );
    expect(textOf(mechanism.start())).toBe('p=tls-exporter,,n=user,r=n');
    const final = await answerTo(mechanism, first({ r: 'nn' }));
    expect(final).toContain(`c=${toBase64('p=tls-exporter,,binding')},`);
  });

  test('600,000 iterations leave the event loop free', async () => {
    const mechanism = begin(sha256);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await answerTo(mechanism, first({ i: '600000' }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

test('whatever a server says, the parsers give a message or a SaslError', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[rsievm]=[A-Za-z0-9+/=,]*$/));
  const run = (): void => {
    fc.assert(
      fc.property(text, (message) => {
        for (const parse of [
          () => parseServerFirst(message, 'n'),
          () => parseServerFinal(message),
        ]) {
          try {
            parse();
          } catch (error) {
            if (!(error instanceof SaslError)) throw error;
          }
        }
      }),
    );
  };
  expect(run).not.toThrow();
});

describe('a first message', () => {
  const first = (rest: string): (() => unknown) => {
    return () => parseServerFirst(`r=abcDEF,${rest}`, 'abc');
  };
  const salt = (bytes: number): string => Buffer.alloc(bytes, 1).toString('base64');

  test('may have extensions, which say nothing here', () => {
    const read = first(`s=${salt(4)},i=4096,x=anything,Y=more`)();
    expect(read).toEqual({ nonce: 'abcDEF', salt: Buffer.alloc(4, 1), iterations: 4096 });
  });

  test('may have a salt of 1024 bytes, and no longer one', () => {
    expect(first(`s=${salt(1024)},i=4096`)).not.toThrow();
    expect(first(`s=${salt(1025)},i=4096`)).toThrow('a salt of 1025 bytes');
  });

  test.each([
    ['is something else', 'hello', 'not a first SCRAM message'],
    ['has an extension without a letter', `s=${salt(4)},i=4096,1=x`, 'not a first SCRAM message'],
    ['asks for too few rounds', `s=${salt(4)},i=4095`, '4095 iterations'],
  ])('that %s is refused, with what was wrong', (_, rest, words) => {
    expect(first(rest)).toThrow(words);
  });

  test("with a nonce that is not the client's is refused, with what was wrong", () => {
    expect(() => parseServerFirst(`r=xyz,s=${salt(4)},i=4096`, 'abc')).toThrow(
      "the nonce does not continue the client's",
    );
  });
});

describe('a last message', () => {
  test.each([
    ['a signature', 'v=AAAA'],
    ['a signature and an extension', 'v=AAAA,x=anything'],
    ['a signature and an empty extension', 'v=AAAA,x='],
  ])('of %s is read', (_, message) => {
    expect(parseServerFinal(message)).toEqual({ signature: Buffer.alloc(3) });
  });

  test('of an error gives its reason', () => {
    expect(parseServerFinal('e=invalid-proof')).toEqual({ reason: 'invalid-proof' });
  });

  test.each([
    ['nothing', ''],
    ['something before the signature', 'x,v=AAAA'],
    ['an extension without a letter', 'v=AAAA,1=x'],
    ['an extension without a value', 'v=AAAA,x'],
  ])('of %s proves nothing', (_, message) => {
    expect(() => parseServerFinal(message)).toThrow('no server signature');
  });
});
