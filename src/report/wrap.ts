/**
 * Breaks a text at its spaces. A word that is longer than a line stands alone and is not cut, so that an address or a
 * fingerprint can still be copied.
 *
 * @param width columns of a line
 */
export function wrap(text: string, width: number): string[] {
  const [first = '', ...words] = text.split(' ');
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
