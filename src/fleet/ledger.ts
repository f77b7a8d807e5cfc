import { INTERNAL_ERROR } from '../diagnosis/explanation.ts';
import type { Checked } from '../model/diagnosis.ts';
import { isConsistent } from '../model/proof.ts';
import { type Reply, replyText } from '../model/reply.ts';
import type { Redacted } from '../safety/redact.ts';

/** Where the run stands when a result is known. */
export interface Progress {
  readonly position: number;
  readonly done: number;
  readonly total: number;
}

export type OnResult = (result: Checked, progress: Progress) => void;

/** The results of a run, each in its place. */
export class Ledger {
  /** Complete when `unknown` has nothing left. */
  readonly results: Checked[];
  readonly #onResult: OnResult;
  #done = 0;

  constructor(total: number, onResult: OnResult) {
    this.results = new Array<Checked>(total);
    this.#onResult = onResult;
  }

  /**
   * Writes down a result; one that contradicts itself is a fault of ours, whatever it says. The first result for a
   * position stands: what comes later was given up before.
   */
  settle(position: number, checked: Checked): void {
    if (this.results[position]) return;
    const result = isConsistent(checked) ? checked : { ...checked, diagnosis: INTERNAL_ERROR };
    const total = this.results.length;
    this.#done += 1;
    this.results[position] = total === 1 ? result : compact(result);
    this.#onResult(result, { position, done: this.#done, total });
  }

  /** The positions without a result. */
  *unknown(): Generator<number> {
    for (let position = 0; position < this.results.length; position += 1) {
      if (!this.results[position]) yield position;
    }
  }
}

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
