import { MECHANISMS } from '../model/account.ts';
import type { Cause } from '../model/cause.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { Stage } from '../model/verdict.ts';
import { byConnection } from './timeline.ts';
import { reasonOf } from './titles.ts';

/**
 * The exchange as a Mermaid sequence diagram that shows where it stopped. Mermaid has a grammar of its own
 * and the fence around it another one, so no word of the server or of the user enters: only our own words,
 * reply codes, and names from closed lists.
 */

/** Lines of one stage that went well. */
type Draw = (result: Checked) => string[];

const OK: Readonly<Record<Stage, Draw>> = {
  token: () => ['Note over R: access token fetched'],
  proxy: () => ['R->>S: connection through a proxy'],
  connect: () => ['R->>S: connection'],
  greeting: () => ['S-->>R: 220'],
  ehlo: () => ['R->>S: EHLO', 'S-->>R: 250'],
  starttls: () => ['R->>S: STARTTLS', 'S-->>R: 220'],
  tls: (result) => ['R->>S: TLS handshake', `S-->>R: ${tlsVersion(result)}, certificate trusted`],
  auth: (result) => [...login(result), `S-->>R: ${replyCodes(result)}`],
  mail: () => ['R->>S: MAIL FROM and RCPT TO', 'S-->>R: 250'],
  quit: () => ['R->>S: QUIT'],
};

/** What had been said when a stage stopped. */
const ASKED: Readonly<Record<Stage, Draw>> = {
  ...OK,
  greeting: () => [],
  ehlo: () => ['R->>S: EHLO'],
  starttls: ({ diagnosis }) => (diagnosis.cause === 'starttls-missing' ? [] : ['R->>S: STARTTLS']),
  tls: () => ['R->>S: TLS handshake'],
  auth: login,
  mail: () => ['R->>S: MAIL FROM and RCPT TO'],
};

/** Whether the exchange went to its end; the end of a certificate may be near all the same. */
export function isComplete({ cause }: Checked['diagnosis']): boolean {
  return cause === 'none' || cause === 'certificate-expires-soon';
}

/** @returns a fenced block of the last connection, or nothing when none was made */
export function renderDiagram(result: Checked): string[] {
  const { diagnosis, stage } = result;
  const isStopped = !isComplete(diagnosis);
  const stages = byConnection(result.stages).at(-1) ?? [];
  if (stages.length === 0 || (isStopped && (stage === 'connect' || stage === 'proxy'))) return [];
  const passed = isStopped ? stages.slice(0, -1) : stages;
  const securedAt = passed.findIndex(({ stage }) => stage === 'tls');
  const lines = passed.flatMap(({ stage }, index) => [
    ...(index === securedAt ? [SECURED] : []),
    ...OK[stage](result),
  ]);
  if (isStopped) lines.push(...stop(result));
  else lines.push('Note over R,S: login accepted');
  if (securedAt !== -1) lines.push('end');
  return [
    '```mermaid',
    LOOKS,
    'sequenceDiagram',
    'participant R as runner',
    'participant S as mail server',
    ...lines,
    '```',
  ];
}

/** Smaller than Mermaid's own looks, and without the second row of names: a phone is small. */
const LOOKS =
  '%%{init: {"sequence": {"mirrorActors": false, "messageMargin": 22, "height": 36, "boxMargin": 6}}}%%';
/** Translucent, so that they are right on light and on dark pages. */
const SECURED = 'rect rgba(46, 160, 67, 0.15)';
const STOPPED = 'rect rgba(248, 81, 73, 0.25)';

/** The stages whose failure the mail server knows nothing of. */
const NEVER_HEARD: Partial<Readonly<Record<Stage, string[]>>> = {
  token: ['Note over R: no access token'],
};

function stop(result: Checked): string[] {
  const stage = result.stages.at(-1)?.stage ?? 'connect';
  const said = NEVER_HEARD[stage] ?? [...ASKED[stage](result), ...answer(result)];
  const note = `Note over R,S: ${label(`stopped here · ${reasonOf(result)}`)}`;
  return [...said.slice(0, -1), STOPPED, ...said.slice(-1), note, 'end'];
}

const SILENT: ReadonlySet<Cause> = new Set(['timed-out', 'cancelled']);

function answer(result: Checked): string[] {
  const { reply, stage } = result;
  const { verdict, cause } = result.diagnosis;
  if (reply) return [`S-->>R: ${replyCodes(result)}`];
  if (SILENT.has(cause)) return ['S--xR: no answer in time'];
  if (verdict === 'unreachable') return ['S--xR: connection closed'];
  if (cause.startsWith('certificate-'))
    return [`S-->>R: ${tlsVersion(result)}, certificate refused`];
  if (stage === 'tls') return ['S--xR: handshake failed'];
  return verdict === 'protocol' ? ['S--xR: no SMTP reply'] : [];
}

function login({ mechanism, authSent, credentialSent }: Checked): string[] {
  if (!authSent) return [];
  const name = MECHANISMS.find((known) => known === mechanism) ?? '';
  return [`R->>S: AUTH ${name}`, ...(credentialSent ? ['R->>S: the credential'] : [])];
}

function replyCodes({ reply }: Checked): string {
  return reply ? label(`${reply.code} ${reply.enhanced ?? ''}`.trim()) : '235';
}

function tlsVersion({ tls }: Checked): string {
  return label(tls?.version.replace('TLSv', 'TLS ') ?? 'TLS');
}

/** The last check: whatever is not a plain letter, digit or mark of this list does not enter the diagram. */
function label(text: string): string {
  return text.replace(/[^A-Za-z0-9 .·-]/g, '');
}
