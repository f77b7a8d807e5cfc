import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const LAST_CONTENT_TYPE = 24; // RFC 6520; a command begins with a letter

/** Bytes on the wire as they passed, one entry for each segment that one side wrote. */
export interface Segment {
  readonly from: 'client' | 'server';
  readonly bytes: Buffer;
}

export interface Recorder {
  readonly port: number;
  readonly segments: readonly Segment[];
  close(): Promise<void>;
}

/**
 * A recording proxy in front of a server. It holds every segment back, so that an answer can only be to
 * what was written a whole trip ago: what goes out together counts as one flight, whichever side is faster.
 */
export async function startRecorder(targetPort: number, delayMs: number): Promise<Recorder> {
  const segments: Segment[] = [];
  const sockets: Socket[] = [];
  const pass = (from: Segment['from'], source: Socket, target: Socket): void => {
    sockets.push(source);
    source.setNoDelay(true);
    source.on('error', () => target.destroy());
    source.on('data', (bytes: Buffer) => {
      segments.push({ from, bytes });
      setTimeout(() => target.writable && target.write(bytes), delayMs);
    });
    source.on('end', () => setTimeout(() => target.end(), delayMs));
  };
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    pass('client', client, target);
    pass('server', target, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    segments,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One flight: what one side wrote before the other side wrote again. */
export interface Flight {
  readonly from: Segment['from'];
  readonly segments: readonly Buffer[];
}

export function toFlights(segments: readonly Segment[]): Flight[] {
  const flights: { from: Segment['from']; segments: Buffer[] }[] = [];
  for (const { from, bytes } of segments) {
    const last = flights.at(-1);
    if (last?.from === from) last.segments.push(bytes);
    else flights.push({ from, segments: [bytes] });
  }
  return flights;
}

/** The content types of the TLS records in a segment (RFC 8446 section 5.1); none when it is plaintext. */
export function recordTypes(segment: Buffer): number[] {
  const types: number[] = [];
  if (segment.readUInt8(0) > LAST_CONTENT_TYPE) return types; // a letter
  for (let at = 0; at + 5 <= segment.length; at += 5 + segment.readUInt16BE(at + 3)) {
    types.push(segment.readUInt8(at));
  }
  return types;
}
