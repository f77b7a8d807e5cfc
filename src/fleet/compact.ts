import type { Reply } from '../smtp/reply-reader.ts';
import type { Result } from '../model/result.ts';

/** More than any report shows of one reply (`MAX_PRINTABLE`), and enough to recognise a cause by its text. */
const MAX_KEPT = 1000;

/** More than a sentence names of them, and what an honest one has with its kind before it (RFC 1035 section 2.3.4). */
const MAX_NAMES = 20;
const MAX_NAME = 260;

/**
 * A result without what only the report of a single account shows. Thousands are held until the reports
 * are written, and a hostile server could fill 64 KiB with each reply.
 */
export function withoutDetail(result: Result): Result {
  const { tls, reply, banner, stages, trouble } = result;
  // What went wrong is explained with what the server offered, and with whom its certificate names.
  const kept = trouble ? MAX_NAMES : 0;
  const names = tls?.names.slice(0, kept).map((name) => copy(name, MAX_NAME)) ?? [];
  const issuer = trouble ? copy(tls?.issuer ?? '', MAX_NAME) : '';
  return {
    ...result,
    ...(tls && { tls: { ...tls, names, issuer } }),
    ...(reply && { reply: shorten(reply) }),
    ...(banner !== undefined && { banner: copy(banner) }),
    offered: result.offered.slice(0, kept).map((name) => copy(name, MAX_NAME)),
    stages: stages.slice(-1),
    transcript: [],
  };
}

function shorten(reply: Reply): Reply {
  let left = MAX_KEPT;
  const lines: string[] = [];
  for (const line of reply.lines) {
    if (left <= 0) break;
    lines.push(copy(line, left));
    left -= line.length;
  }
  return { ...reply, lines };
}

/** A cut string would keep the long one it was cut from in memory, so the text is made anew. */
function copy(text: string, max = MAX_KEPT): string {
  return Buffer.from(text.slice(0, max), 'utf8').toString('utf8');
}
