/**
 * Breaks a text at its spaces. A word that is longer than a line stands alone and is not cut, so that an address or a
 * fingerprint can still be copied.
 *
 * @param width columns of a line
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && [...longer].length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
