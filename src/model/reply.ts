/** One complete SMTP reply (RFC 5321 section 4.2). `Text` is what its lines are: hostile strings, or redacted ones. */
export interface Reply<Text extends string = string> {
  readonly code: number;
  /** Enhanced status code (RFC 3463) such as `5.7.8`, where the server gave one. */
  readonly enhanced?: string;
  /** The text of each line, without code and separator. */
  readonly lines: readonly Text[];
}

/** What the first digit of a reply code says (RFC 5321 section 4.2.1). */
export type Severity = 'success' | 'intermediate' | 'transient' | 'permanent';

const SEVERITIES: readonly (Severity | undefined)[] = [
  ...([undefined, undefined, 'success', 'intermediate', 'transient', 'permanent'] as const),
];

/** @returns the severity; `permanent` for a code that the reader would not have let through */
export function severityOf({ code }: Pick<Reply, 'code'>): Severity {
  return SEVERITIES[Math.floor(code / 100)] ?? 'permanent';
}

/** An enhanced status code at the beginning of a line (RFC 2034 section 4). */
export const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/;

/** The reply's words alone: lines joined, the repeated enhanced status code dropped. */
export function replyText<Text extends string>(reply: Pick<Reply<Text>, 'lines'>): Text {
  const lines = reply.lines.map((line) => line.replace(ENHANCED, '').trim());
  return lines.filter(Boolean).join(' ') as Text; // parts of one kind of text are of that kind
}

/** `535 5.7.8`: reply code and enhanced status code. */
export function replyCodes({ code, enhanced }: Pick<Reply, 'code' | 'enhanced'>): string {
  return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}
