import fc from 'fast-check';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { InputFault } from '../../src/model/failure.ts';
import { renderDiagram } from '../../src/report/diagram.ts';
import { renderLog } from '../../src/report/log.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { CASES, OPTIONS } from '../summary/cases.ts';
import {
  createFailure,
  createRefusal,
  createResult,
  redacted,
  stagesUpTo,
  TLS,
} from '../support/results.ts';

/** Everything that a diagram may consist of. */
const DIAGRAM_LINE =
  /^(```(mermaid)?|%%\{init: \{"sequence": [{}":, a-zA-Z0-9]+\}\}%%|sequenceDiagram|participant [RS] as [a-z ]+|rect rgba\([0-9., ]+\)|end|Note over R,S: [A-Za-z0-9 .·-]+|[RS](->>|-->>|-x|--x)[RS]: [A-Za-z0-9 .,-]+)$/;

/** Where a reader stops: the part of a summary before the diagram. */
function top(summary: string): string {
  return summary.split('```mermaid')[0] ?? '';
}

describe.each(Object.entries(CASES))('%s', (_name, result) => {
  const summary = renderSummary(result, OPTIONS);

  test('has verdict, meaning and next step above the diagram', () => {
    const isAccepted = result.diagnosis.verdict === 'accepted';
    expect(top(summary)).toMatch(/^<h2>[✅❌] SMTP (?:login|check not started:) /u);
    expect(top(summary).includes('Next step:')).toBe(!isAccepted);
    expect(top(summary).includes(`docs/troubleshooting.md#`)).toBe(!isAccepted);
  });

  test('has a diagram of known lines alone, between blank lines, and folds the details', () => {
    const lines = renderDiagram(result);
    for (const line of lines) expect(line).toMatch(DIAGRAM_LINE);
    expect(lines.length > 0).toBe(result.stages.length > 1);
    const opened = lines.filter((line) => line.startsWith('rect ')).length;
    expect(lines.filter((line) => line === 'end')).toHaveLength(opened);
    if (lines.length > 0) expect(summary).toContain(`\n\n${lines.join('\n')}\n\n</details>`);
    expect(summary.includes('<details><summary>Details')).toBe(result.stages.length > 0);
  });
});

test('the picture is open where the exchange stopped in TLS or at the login, and folded elsewhere', () => {
  const isOpen = (name: keyof typeof CASES): boolean | undefined => {
    const result = CASES[name];
    return result && renderSummary(result, OPTIONS).includes('<details open>');
  };
  expect(['microsoft', 'certificate-expired', 'starttls-missing'].map(isOpen)).not.toContain(false);
  expect(['accepted', 'connection-refused', 'config'].map(isOpen)).not.toContain(true);
});

test('no summary has a code of the machine before its meaning', () => {
  const result = CASES['connection-refused'];
  const summary = result ? renderSummary(result, OPTIONS) : '';
  expect(summary).toContain('<b>What it means:</b> Connection refused: nothing is listening on');
  expect(summary).toContain('(ECONNREFUSED)</p>');
  expect(summary).not.toMatch(/The server said|Reason:/);
});

test('a second connection is told as one, in the log and in the timing', () => {
  const first = stagesUpTo('tls');
  const stages = [...first, ...stagesUpTo('auth')];
  const result = createResult({ stages });
  expect(renderLog(result).lines[first.length]).toBe('connection 2:');
  expect(renderSummary(result)).toContain('<td>connect (connection 2)</td>');
  expect(renderDiagram(result).filter((line) => line.includes('TLS handshake'))).toHaveLength(1);
});

test('the diagram shows where the exchange stopped', () => {
  const microsoft = CASES['microsoft'];
  if (!microsoft) throw new Error('no such case');
  expect(renderDiagram(microsoft).slice(-6)).toEqual([
    'rect rgba(248, 81, 73, 0.25)',
    'S-->>R: 535 5.7.139',
    'Note over R,S: stopped here · SMTP login is disabled',
    'end',
    'end',
    '```',
  ]);
});

/** What breaks out of Markdown, HTML, Mermaid or the runner's commands. */
const HOSTILE = [
  '```',
  '\n```\n\n# owned\n',
  '</code></pre></details><script>alert(1)</script>',
  '\n\n![x](https://attacker.test/x.png)',
  'end\nS->>R: 235 accepted',
  '%%{init: {"securityLevel": "loose"}}%%',
  'click R href "javascript:alert(1)"',
  '::error::x',
  '##[error]x',
  '\u202e\u2066',
  '@everyone #1 <!-- -->',
];

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

function hostileResults(said: string): Checked[] {
  const text = redacted(said);
  const tls = { ...TLS, version: text, cipher: text, issuer: text, names: [text], verified: false };
  const all = {
    account: { username: text },
    tls,
    banner: text,
    address: text,
    mechanism: text,
    offered: [text],
    transcript: [{ speaker: 'S', text, atMs: 1 } as const],
  };
  const reply = { code: 535, enhanced: text, lines: [text, text] };
  return [
    createResult({ ...all, reply: { ...reply, code: 235 } }),
    createRefusal('535 x', { ...all, reply }),
    createFailure('certificate-name-mismatch', {
      ...all,
      stage: 'tls',
      failure: { problem: 'certificate-name-mismatch', detail: text },
    }),
  ];
}

test('nothing that a server says leaves its place in the summary', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const result of hostileResults(text)) {
        const summary = renderSummary(result, OPTIONS);
        for (const line of renderDiagram(result)) expect(line).toMatch(DIAGRAM_LINE);
        // One fence, and blank lines around it alone: all else stays HTML, which Markdown does not read.
        expect(summary.match(/^ {0,3}```/gm)).toHaveLength(2);
        expect(summary.trimEnd().match(/\n[ \t]*\n/g)).toHaveLength(2);
        expect(summary).not.toMatch(/<script|<img|<!--|^::/m);
        const opened = summary.match(/<(details|pre|table|code)( open)?>/g) ?? [];
        const closed = summary.match(/<\/(details|pre|table|code)>/g) ?? [];
        expect(opened).toHaveLength(closed.length);
      }
    }),
    { numRuns: 100 },
  );
});

function wrongInput(...messages: string[]): string {
  const faults = messages.map((message): InputFault => {
    return { input: 'x', kind: 'invalid', message, title: '' };
  });
  const failure = { problem: 'input-invalid', faults } as const;
  return renderSummary(createFailure('input-invalid', { stages: [], failure }));
}

test('several wrong inputs are a list of sentences, in which only what was written is code', () => {
  const summary = wrongInput(
    'Input "port": "a\\"<b" is not a port.',
    'Input "host" is a URL. Give a name.',
  );
  expect(summary).toContain(
    '<ul><li>Input <code>port</code>: <code>a\\&quot;&lt;b</code> is not a port.</li><li>Input <code>host</code> is a URL. Give a name.</li></ul>',
  );
});

test('one wrong input is one sentence', () => {
  expect(wrongInput('Input "host" is <empty>.')).toContain(
    '<p>Input <code>host</code> is &lt;empty&gt;.</p>',
  );
});
