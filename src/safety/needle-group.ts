/** A text that is looked for. */
export interface Needle {
  readonly text: string;
  /** Characters to hide where it is found: more than it has, where it is only the beginning of a long secret. */
  readonly extent: number;
}

/** Needles that begin alike, kept in order, so that one is found in a few comparisons. */
export class NeedleGroup {
  #needles: Needle[] = [];
  /** For each needle the place of the longest other one that it begins with, or -1. */
  #parents: number[] = [];
  #isSorted = true;

  add(needle: Needle): void {
    this.#needles.push(needle);
    this.#isSorted = false;
  }

  /** The longest needle that the text begins with. */
  longestIn(text: string): Needle | undefined {
    this.#sort();
    // Whatever the text begins with comes before it in the order, and begins the needle right before it, too.
    let index = this.#countUpTo(text) - 1;
    const shared = sharedLength(this.#needles[index]?.text ?? '', text);
    while (index >= 0 && (this.#needles[index]?.text.length ?? 0) > shared) {
      index = this.#parents[index] ?? -1;
    }
    return this.#needles[index];
  }

  /** Whether a needle begins with the text, or is it. */
  hasBeginning(text: string): boolean {
    this.#sort();
    const index = this.#countUpTo(text);
    const isEqual = this.#needles[index - 1]?.text === text;
    return isEqual || (this.#needles[index]?.text.startsWith(text) ?? false);
  }

  /** Once for all that was added since the last search. */
  #sort(): void {
    if (this.#isSorted) return;
    this.#isSorted = true;
    const sorted = this.#needles.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    this.#needles = [];
    for (const needle of sorted) {
      const last = this.#needles.at(-1);
      if (last?.text !== needle.text) this.#needles.push(needle);
      else if (needle.extent > last.extent) this.#needles[this.#needles.length - 1] = needle;
    }
    this.#parents = parentsOf(this.#needles);
  }

  /** How many needles come before the text in the order, or are it. */
  #countUpTo(text: string): number {
    let low = 0;
    let high = this.#needles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#needles[middle]?.text ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function parentsOf(needles: readonly Needle[]): number[] {
  const open: number[] = [];
  return needles.map(({ text }, index) => {
    while (open.length > 0 && !text.startsWith(needles[open.at(-1) ?? 0]?.text ?? '')) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
