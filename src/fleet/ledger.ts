import { INTERNAL_ERROR } from '../diagnosis/internal-error.ts';
import type { Checked } from '../model/diagnosis.ts';
import { isConsistent } from '../model/proof.ts';
import { compact } from './compact.ts';

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
