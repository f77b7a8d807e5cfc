import { UsageError } from './usage.ts';

/** A name with a dot, `localhost`, or an IPv6 address in brackets, with a port or without. */
const SERVER =
  /^(?<host>localhost|\[[\da-f:.]{2,45}\]|[^\s:/[\]-][^\s:/[\]]{0,252}\.[^\s:/[\]]{1,252})(?::(?<port>\d{1,5}))?$/i;

/**
 * Reads a server that stands before all flags, such as `smtp.example.com:587`, as `--host` and `--port`.
 *
 * @throws UsageError for a first argument that is not a server. It is not repeated and never looked up, since it may be
 *   a password that lost its flag
 */
export function withServerFlags(args: readonly string[]): readonly string[] {
  const [first, ...others] = args;
  if (first === undefined || first === '' || first.startsWith('-')) return args;
  const { host, port } = SERVER.exec(first)?.groups ?? {};
  if (host === undefined) {
    throw new UsageError(
      'Unexpected argument: before the flags only a server may stand, such as smtp.example.com:587.',
    );
  }
  return ['--host', host, ...(port === undefined ? [] : ['--port', port]), ...others];
}
