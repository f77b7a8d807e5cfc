import type { Reply } from '../model/reply.ts';

/** What a server offers in its EHLO reply (RFC 5321 section 4.1.1.1). */
export interface Capabilities {
  readonly startTls: boolean;
  /** SASL mechanisms (RFC 4954), upper case, in the server's order, without duplicates. */
  readonly mechanisms: readonly string[];
}

/** `AUTH=PLAIN LOGIN` is an old spelling that Exchange and others still send beside the right one. */
const CAPABILITY = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ =](.*))?$/;
/** RFC 4422 section 3.1: 1 to 20 letters, digits, hyphens, underscores. */
const MECHANISM_NAME = /^[A-Z0-9_-]{1,20}$/;

/**
 * Reads an EHLO reply, keyword by keyword and line by line: the first line is the server's name, and
 * a look-alike such as `XSTARTTLS` or `HELP AUTH PLAIN` offers nothing.
 */
export function parseCapabilities(reply: Reply): Capabilities {
  const mechanisms = new Set<string>();
  let startTls = false;
  for (const line of reply.lines.slice(1)) {
    const [, keyword = '', parameters = ''] = CAPABILITY.exec(line.trimEnd()) ?? [];
    if (keyword.toUpperCase() === 'STARTTLS') startTls = true;
    if (keyword.toUpperCase() === 'AUTH') {
      for (const name of parameters.toUpperCase().split(/\s+/)) {
        if (MECHANISM_NAME.test(name)) mechanisms.add(name);
      }
    }
  }
  return { startTls, mechanisms: [...mechanisms] };
}
