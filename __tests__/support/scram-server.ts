import { createHash, createHmac, pbkdf2Sync, X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { PeerConnection } from './peer.ts';

/**
 * The server's side of SCRAM for scripted peers, written from RFC 5802 alone and of no use but for tests.
 * What it says can be bent, message by message.
 */
export interface ScramServer {
  readonly hash: 'sha1' | 'sha256';
  readonly password: string;
  readonly binding?: Buffer;
  /** Bends the first message, such as by another iteration count. */
  readonly first?: (message: string) => string;
  /** Bends the last one; undefined leaves it out and goes on to `verdict`. */
  readonly final?: (message: string) => string | undefined;
  readonly verdict?: string;
  /** Makes the text of the 235 from the last message. */
  readonly success?: (final: string) => string;
  /** Answers the first message that comes with AUTH with an empty 334. */
  readonly ignoresInitial?: boolean;
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const decode = (line: string): string => Buffer.from(line.trim(), 'base64').toString('utf8');

/** Plays the exchange from the AUTH command on; the proof is checked as a real server would. */
export async function playScram(connection: PeerConnection, server: ScramServer): Promise<void> {
  const { hash, password, binding = Buffer.alloc(0), verdict = '235 2.7.0 OK' } = server;
  const first = server.first ?? ((text: string): string => text);
  const final = server.final ?? ((text: string): string | undefined => text);
  const hmac = (key: Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest();
  let [, , message = ''] = (await connection.line()).split(' ');
  if (server.ignoresInitial) {
    connection.send('334 \r\n');
    message = await connection.line();
  }
  const clientFirst = decode(message);
  const bare = clientFirst.replace(/^[^,]*,[^,]*,/, '');
  const header = clientFirst.slice(0, clientFirst.length - bare.length);
  const nonce = `${bare.slice(bare.indexOf(',r=') + 3)}server`;
  const salt = Buffer.from('0123456789abcdef');
  const honest = `r=${nonce},s=${salt.toString('base64')},i=4096`;
  const serverFirst = first(honest);
  connection.send(`334 ${encode(serverFirst)}\r\n`);
  const clientFinal = decode(await connection.line());
  const [withoutProof = '', proof = ''] = clientFinal.split(',p=');
  const authMessage = `${bare},${serverFirst},${withoutProof}`;
  const length = createHash(hash).digest().length;
  const salted = pbkdf2Sync(password, salt, 4096, length, hash);
  const clientKey = hmac(salted, 'Client Key');
  const signature = hmac(createHash(hash).update(clientKey).digest(), authMessage);
  const expected = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  const data = Buffer.concat([Buffer.from(header), binding]).toString('base64');
  const isRight =
    proof === Buffer.from(expected).toString('base64') && withoutProof.startsWith(`c=${data},`);
  const answer = `v=${hmac(hmac(salted, 'Server Key'), authMessage).toString('base64')}`;
  const last = final(answer);
  if (isRight && last !== undefined) {
    connection.send(`334 ${encode(last)}\r\n`);
    await connection.line();
  }
  const success = server.success ? `235 ${server.success(answer)}` : verdict;
  connection.send(isRight ? `${success}\r\n` : '535 5.7.8 bad proof\r\n');
  await connection.line();
}

/** The connection's socket once TLS has begun. */
export function tlsOf({ socket }: PeerConnection): TLSSocket {
  if (!(socket instanceof TLSSocket)) throw new Error('not TLS');
  return socket;
}

/** RFC 9266, seen from the server. */
export function exportedBinding(connection: PeerConnection): Buffer {
  return tlsOf(connection).exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
}

/** RFC 5929 section 4, seen from the server, for a certificate with a known hash. */
export function endPointBinding(pem: string, hash: string): Buffer {
  return createHash(hash).update(new X509Certificate(pem).raw).digest();
}
