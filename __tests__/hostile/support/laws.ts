/** One way of breaking a law of docs/architecture.md on purpose, and the cases that must turn red then. */
export interface Breach {
  readonly law: number;
  /** What the broken program does. */
  readonly broken: string;
  /** Text that occurs once in `src/`, and what takes its place. */
  readonly edits: readonly (readonly [string, string])[];
  readonly family: string;
  readonly cases: readonly string[];
  /** True where a further guard keeps the broken program from passing, too. */
  readonly fails?: true;
}

/** The laws in short, in their order. */
export const LAWS = [
  'Only a complete 235 in answer to our own AUTH, over the verified channel, is accepted.',
  'One AUTH per account and run; only what shows no judgement on the credential is tried again.',
  'No credential byte outside verified TLS, unless the user consented.',
  'Lock-step: bytes nobody asked for are a failure, never the answer to the next command.',
  'One deadline for the whole check.',
  'Everything a server says is hostile and is shown only through `printable`.',
  'Secrets and every derived form are absent from every stream and file.',
  'Bounds: 8 KiB a line, 64 KiB and 500 lines a reply.',
  'A lost connection is never rejected.',
  'A failure without a verdict never passes, and only plain words prove that a credential is dead.',
] as const;

export const BREACHES: readonly Breach[] = [
  {
    law: 1,
    broken: 'takes any 2yz reply to AUTH for a success',
    edits: [['if (reply.code !== 235) throw', 'if (reply.code < 200 || reply.code > 299) throw']],
    fails: true,
    family: 'protocol',
    cases: ['answers AUTH PLAIN with "250 2.7.0 ok\\r\\n"'],
  },
  {
    law: 1,
    broken: 'takes a 235 that comes before the password for a success',
    edits: [['if (!mechanism.isComplete || !isSaid) throw', 'if (false) throw']],
    family: 'sasl',
    cases: ['accepts AUTH LOGIN before any prompt', 'accepts after the user name alone'],
  },
  {
    law: 1,
    broken: 'skips the login where no AUTH is offered',
    edits: [
      [
        "await talk.stage('auth', () => authenticate(talk));",
        "if (talk.findings.offered.length > 0) await talk.stage('auth', () => authenticate(talk));",
      ],
    ],
    family: 'protocol',
    cases: ['offers no AUTH and would accept anything', 'names AUTH in its domain line only'],
  },
  {
    law: 1,
    broken: 'loses its verdict',
    edits: [['verdict: failed.verdict,', 'verdict: undefined as never,']],
    family: 'surroundings',
    cases: ['repeats the password up to its last letters'],
    fails: true,
  },
  {
    law: 1,
    broken: 'calls every refusal a pass',
    edits: [["const passed = expect === 'rejected' && provesDead;", 'const passed = true;']],
    family: 'surroundings',
    cases: ['repeats the password up to its last letters'],
    fails: true,
  },
  {
    law: 1,
    broken: 'forgets the proof of a login',
    edits: [['...(accepted && { acceptance:', '...(false && { acceptance:']],
    family: 'surroundings',
    cases: ['closes the other end of stderr; the login is accepted'],
    fails: true,
  },
  {
    law: 1,
    broken: 'has a promise that never settles',
    edits: [['hosts.conclude(account, result);', 'await new Promise(() => undefined);']],
    family: 'surroundings',
    cases: ['closes the other end of stderr; the login is accepted'],
    fails: true,
  },
  {
    law: 2,
    broken: 'tries again after a connection that broke during AUTH',
    edits: [['RETRYABLE.has(verdict) && !authSent', 'RETRYABLE.has(verdict)']],
    family: 'network',
    cases: [
      'resets after the password, would accept at a second try',
      'closes after AUTH, would accept at a second try',
    ],
  },
  {
    law: 2,
    broken: 'tries again where the server wants fewer logins',
    edits: [
      ["if (skipped || stage === 'mail' || LASTING.has(cause)) return false;", ''],
      [
        "const isPassing = cause === 'temporary-failure' || cause === 'starttls-refused';",
        'const isPassing = true;',
      ],
    ],
    family: 'sasl',
    cases: ['asks for fewer logins where two retries are allowed: obeyed'],
  },
  {
    law: 2,
    broken: 'tries again after a 4yz that calls the password wrong',
    edits: [
      ['const isPassing = cause', "const isPassing = cause === 'wrong-credentials' || cause"],
      [" === 'transient' && judged.refusal === undefined", " === 'transient'"],
    ],
    family: 'sasl',
    cases: ['refuses the password with 454 where two retries are allowed: one AUTH only'],
  },
  {
    law: 3,
    broken: 'believes every certificate',
    edits: [['if (socket.authorized)', 'if (true)']],
    family: 'tls',
    cases: ['presents a self-signed certificate'],
  },
  {
    law: 3,
    broken: 'does not compare the pin',
    edits: [['fingerprintOf(certificate) === policy.fingerprint', 'true']],
    family: 'tls',
    cases: ['presents another certificate than the pinned one'],
  },
  {
    law: 3,
    broken: 'keeps what was said before TLS',
    edits: [
      ["throw new Failure('starttls-injection')", 'void 0'],
      ['this.#reader = new ReplyReader(this.#reader.awaitsGreeting);', ''],
    ],
    family: 'starttls',
    cases: [
      'sends the rest of a dialogue behind the 220, then does TLS',
      'sends a 235 behind the 220, then does TLS',
    ],
  },
  {
    law: 4,
    broken: 'takes bytes that came early for the answer to the next command',
    edits: [['return this.#reader.pending > 0', 'return false && this.#reader.pending > 0']],
    family: 'protocol',
    cases: ['answers EHLO, and AUTH before it is sent'],
  },
  {
    law: 4,
    broken: 'does not look for bytes behind the 235',
    edits: [['if (talk.wire.hasUnsolicitedBytes && !talk', 'if (false && !talk']],
    family: 'protocol',
    cases: ['answers AUTH PLAIN with "235 ok\\r\\n535 5.7.8 no\\r\\n"'],
  },
  {
    law: 5,
    broken: 'lets a check take longer than it may',
    edits: [['options.timeoutMs ?? account.timeoutMs', 'account.timeoutMs + 5000']],
    family: 'network',
    cases: ['is silent after EHLO'],
  },
  {
    law: 5,
    broken: 'tells again and again that a stream is broken',
    edits: [
      ["process.stdout.on('error', () => undefined);", ''],
      ['if (hasFault) return;', ''],
    ],
    family: 'surroundings',
    cases: [
      'closes the other end of stdout; the login is accepted',
      'sends stdout to a full disk; the login is accepted',
    ],
  },
  {
    law: 6,
    broken: 'lets a legacy command through',
    edits: [["replaceAll('##[', '##\\\\x5b')", "replaceAll('##[', '##[')"]],
    family: 'injection',
    cases: ['refuses the login with a legacy command in the middle of a line'],
  },
  {
    law: 6,
    broken: 'shows characters that cannot be seen',
    edits: [['= escapeUnsafe(', '= String(']],
    family: 'injection',
    cases: ['refuses the login with bidirectional overrides'],
  },
  {
    law: 7,
    broken: 'shows what the server says as it is',
    edits: [
      ['].join(REDACTED);', '].join(REDACTED) && text;'],
      ['return this.#squeezed.has(squeeze(text));', 'return false;'],
    ],
    family: 'leakage',
    cases: ['repeats the password as it is', 'repeats the password twice'],
  },
  {
    law: 7,
    broken: 'does not know the password in Base64',
    edits: [['...[0, 1, 2].flatMap(', '...[].flatMap(']],
    family: 'leakage',
    cases: ['repeats the password in Base64', 'repeats the password as the PLAIN payload'],
  },
  {
    law: 7,
    broken: 'knows the secrets of one account only',
    edits: [['super(shared);', 'super();']],
    family: 'surroundings',
    cases: ["repeats the first account's secret in the reply to the second"],
  },
  {
    law: 8,
    broken: 'takes lines of any length',
    edits: [['MAX_LINE_BYTES = 8 * 1024', 'MAX_LINE_BYTES = 8192 * 1024']],
    family: 'resources',
    cases: ['a refusal of 8 KiB and a byte'],
  },
  {
    law: 8,
    broken: 'takes replies of any length',
    edits: [['MAX_REPLY_BYTES = 64 * 1024', 'MAX_REPLY_BYTES = 65536 * 1024']],
    family: 'resources',
    cases: ['a refusal of 64 KiB and more in 9 lines'],
  },
  {
    law: 8,
    broken: 'takes replies of any number of lines',
    edits: [['MAX_REPLY_LINES = 500', 'MAX_REPLY_LINES = 500000']],
    family: 'resources',
    cases: ['a refusal of 501 lines'],
  },
  {
    law: 9,
    broken: 'calls a lost connection a refusal',
    edits: [["'connection-lost': 'unreachable'", "'connection-lost': 'rejected'"]],
    family: 'network',
    cases: ['closes (FIN) after the password', 'resets (RST) after the password'],
  },
  {
    law: 10,
    broken: 'takes a conversation that ended without a failure for a login',
    edits: [
      ['    failure = error;\n  } finally', '    void error;\n  } finally'],
      [
        'const isAccepted = acceptance && !failure && !skipped;',
        'const isAccepted = !failure && !skipped;',
      ],
    ],
    family: 'network',
    cases: ['closes (FIN) after the password', 'is silent after AUTH'],
  },
  {
    law: 10,
    broken: "calls a proxy's refusal of its login a refused credential",
    edits: [["'proxy-authentication': 'config'", "'proxy-authentication': 'rejected'"]],
    family: 'proxy',
    cases: ['SOCKS: wants a login', 'HTTP: answers with the status 407'],
  },
  {
    law: 10,
    broken: 'takes any failure for the refusal that is expected',
    edits: [
      [
        "const passed = expect === 'rejected' && provesDead;",
        "const passed = expect === 'rejected';",
      ],
    ],
    family: 'sasl',
    cases: [
      'closes, where a refusal is expected: a lost connection proves nothing',
      'answers with 535 no, where a refusal is expected: not met',
    ],
  },
  {
    law: 10,
    broken: 'takes words that it does not know for proof',
    edits: [['const SILENT = /^[nkwlajp]*$/;', 'const SILENT = /^/;']],
    family: 'sasl',
    cases: [
      'answers with 535 5.7.8 Invalid password, nope, where a refusal is expected: not met',
      'answers with 535 5.7.8 Error: authentication failed: nope, where a refusal is expected: not met',
    ],
  },
];
