import type { Checked } from '../model/diagnosis.ts';
import { type Reply, replyText } from '../model/reply.ts';
import type { Redacted } from '../safety/redact.ts';

/** More than any report shows of one text (`MAX_PRINTABLE`). */
const MAX_KEPT = 400;

/**
 * A result without what only the report of a single account shows. Thousands are held until the reports are written,
 * and a hostile server could fill 64 KiB with each reply. What the result means is known already, so nothing of the
 * diagnosis is lost.
 */
export function compact(result: Checked): Checked {
  const { tls, reply, banner, stages, acceptance } = result;
  return {
    ...result,
    ...(tls && { tls: { ...tls, names: [], issuer: '' as Redacted } }),
    ...(reply && { reply: shorten(reply) }),
    ...(acceptance && { acceptance: { reply: shorten(acceptance.reply) } }),
    ...(banner !== undefined && { banner: copy(banner) }),
    offered: [],
    stages: stages.slice(-1),
    transcript: [],
  };
}

function shorten(reply: Reply<Redacted>): Reply<Redacted> {
  return { ...reply, lines: [copy(replyText(reply))] };
}

/** A cut string would keep the long one it was cut from in memory, so the text is copied. */
function copy(text: string): Redacted {
  return Buffer.from(text.slice(0, MAX_KEPT), 'utf8').toString('utf8') as Redacted;
}
