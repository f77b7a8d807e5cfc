/** A law of the design, how the bundle breaks it on purpose, and the case that must turn red then. */
export interface Law {
  readonly law: string;
  readonly family: string;
  readonly case: string;
  /** Text of the bundle that occurs once, and what takes its place. */
  readonly edits: readonly (readonly [string, string])[];
}

/** In the order of the laws. */
export const LAWS: readonly Law[] = [
  {
    law: 'Only a complete 235 in answer to our own AUTH, over the verified channel, is accepted.',
    family: 'protocol',
    case: 'answers AUTH PLAIN with "250 2.7.0 ok\\r\\n"',
    edits: [['if (reply.code === 235)', 'if (reply.code >= 200 && reply.code <= 299)']],
  },
  {
    law: 'One AUTH per account per run; only what shows no judgement on the credential is tried again.',
    family: 'network',
    case: 'resets after the password, would accept at a second try',
    edits: [['RETRYABLE.has(verdict) && !authSent', 'RETRYABLE.has(verdict)']],
  },
  {
    law: 'No credential byte outside verified TLS, unless the user consented.',
    family: 'tls',
    case: 'presents a self-signed certificate',
    edits: [['if (socket.authorized)', 'if (true)']],
  },
  {
    law: 'Lock-step: bytes nobody asked for are a failure, never the answer to the next command.',
    family: 'protocol',
    case: 'answers EHLO, and AUTH before it is sent',
    edits: [['return this.#reader.pending > 0', 'return false && this.#reader.pending > 0']],
  },
  {
    law: 'One total deadline per account.',
    family: 'network',
    case: 'is silent after EHLO',
    edits: [['options.timeoutMs ?? account.timeoutMs', 'account.timeoutMs * 4']],
  },
  {
    law: 'Everything a server says is hostile and is shown only through `printable`.',
    family: 'injection',
    case: 'refuses the login with a legacy command in the middle of a line',
    edits: [["replaceAll('##[', '##\\\\x5b')", "replaceAll('##[', '##[')"]],
  },
  {
    law: 'Secrets and every derived form are absent from every stream and file.',
    family: 'leakage',
    case: 'repeats the password as it is',
    edits: [
      ['text.replace(pattern, REDACTED)', 'text'],
      ['dense.includes(needle)', 'false'],
    ],
  },
  {
    law: 'Bounds: 8 KiB a line, 64 KiB and 500 lines a reply, 5 rounds.',
    family: 'resources',
    case: 'a refusal of 8 KiB and a byte',
    edits: [['MAX_LINE_BYTES = 8 * 1024', 'MAX_LINE_BYTES = 8192 * 1024']],
  },
  {
    law: 'A lost connection is never rejected.',
    family: 'network',
    case: 'closes (FIN) after the password',
    edits: [["'connection-lost': 'unreachable'", "'connection-lost': 'rejected'"]],
  },
];
