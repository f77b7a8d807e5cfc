/** `uses: owner/repo@<commit> # v1.2.3`, or something local. */
const PINNED = /^(\.\/\S*|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;

/** The `uses:` lines of a YAML text that name no commit, or name one without its version. */
export function unpinned(text: string): string[] {
  return [...text.matchAll(/^\s*(?:- )?uses:\s*(.+?)\s*$/gm)]
    .map(([, value = '']) => value)
    .filter((value) => !PINNED.test(value));
}
