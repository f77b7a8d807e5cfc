import type { Reply } from '../../src/model/reply.ts';
import type { Redacted } from '../../src/safety/redact.ts';
import { MAX_TRANSCRIPT_LINES, Transcript } from '../../src/smtp/transcript.ts';

function createTranscript(): { transcript: Transcript; tick: (ms: number) => void } {
  let now = 0;
  return {
    transcript: new Transcript(() => now),
    tick: (ms) => {
      now += ms;
    },
  };
}

/** A reply as it is once secrets have been taken out. */
const reply = (code: number, ...lines: string[]): Reply<Redacted> => ({
  code,
  lines: lines as Redacted[],
});

test('what was said is kept in its order, with its speaker and its time', () => {
  const { transcript, tick } = createTranscript();
  transcript.note('connected' as Redacted);
  tick(5);
  transcript.server(reply(250, 'mail.test', 'STARTTLS', 'SIZE 1'));
  tick(7);
  transcript.client('QUIT');
  expect(transcript.lines).toEqual([
    { speaker: '--', text: 'connected', atMs: 0 },
    { speaker: 'S', text: '250-mail.test', atMs: 5 },
    { speaker: 'S', text: '250-STARTTLS', atMs: 5 },
    { speaker: 'S', text: '250 SIZE 1', atMs: 5 },
    { speaker: 'C', text: 'QUIT', atMs: 12 },
  ]);
});

test('a flood of legal replies fills neither memory nor the summary: the rest is counted', () => {
  const { transcript, tick } = createTranscript();
  transcript.server(reply(250, ...Array<string>(MAX_TRANSCRIPT_LINES).fill('x')));
  expect(transcript.lines).toHaveLength(MAX_TRANSCRIPT_LINES);
  transcript.client('one');
  transcript.client('two');
  tick(3);
  expect(transcript.lines).toHaveLength(MAX_TRANSCRIPT_LINES + 1);
  expect(transcript.lines.at(-1)).toEqual({ speaker: '--', text: '2 more lines', atMs: 3 });
});

test('an 8 KiB line is cut at 1000 characters', () => {
  const { transcript } = createTranscript();
  transcript.server(reply(535, 'x'.repeat(8000)));
  expect(transcript.lines[0]?.text).toBe(`535 ${'x'.repeat(996)}`);
});

test('a caller that changes its copy of the lines does not change the transcript', () => {
  const { transcript } = createTranscript();
  transcript.client('QUIT');
  transcript.lines.pop();
  expect(transcript.lines).toHaveLength(1);
});
