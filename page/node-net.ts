/** The one function of `node:net` that the judgement needs, for a browser, which has no such module. */
export function isIPv6(text: string): boolean {
  return text.includes(':') && URL.canParse(`http://[${text}]/`);
}
