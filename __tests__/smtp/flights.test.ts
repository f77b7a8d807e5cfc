import { once } from 'node:events';
import { check } from '../../src/smtp/check.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type PeerConnection, type Script, startPeer } from '../support/peer.ts';
import { type Flight, recordTypes, startRecorder, toFlights } from '../support/recorder.ts';

/**
 * What a check costs at a distance is its number of flights, so it is counted and not timed: each of the
 * server's flights ends one round trip, and the SYN was one more.
 */

const { ca, server: identity } = await createLocalhost();
/** Long against what this process needs to answer, and short for a person. */
const DELAY_MS = 15;
/** Content types of TLS records (RFC 8446 section 5.1). */
const CHANGE_CIPHER_SPEC = 20;
const APPLICATION_DATA = 23;

type Mode = 'STARTTLS' | 'implicit TLS';
type Version = 'TLSv1.2' | 'TLSv1.3';

/** The server's prompts before its last word. */
const PROMPTS: Readonly<Record<string, readonly string[]>> = {
  PLAIN: [],
  LOGIN: ['VXNlcm5hbWU6', 'UGFzc3dvcmQ6'],
  'CRAM-MD5': [Buffer.from('<1896.697170952@postoffice.example.net>').toString('base64')],
};

/** A server that answers at once, QUIT too. */
function play(mode: Mode, version: Version, mechanism: string): Script {
  const secure = (connection: PeerConnection): Promise<void> =>
    connection.startTls({ ...identity, maxVersion: version });
  return async (connection) => {
    const answer = async (reply: string): Promise<void> => {
      await connection.line();
      connection.send(`${reply}\r\n`);
    };
    if (mode === 'implicit TLS') await secure(connection);
    connection.send('220 mail.example.test ESMTP\r\n');
    if (mode === 'STARTTLS') {
      await answer('250-mail.example.test\r\n250 STARTTLS');
      await answer('220 2.0.0 Ready to start TLS');
      await secure(connection);
    }
    await answer('250-mail.example.test\r\n250 AUTH PLAIN LOGIN CRAM-MD5');
    for (const prompt of PROMPTS[mechanism] ?? []) await answer(`334 ${prompt}`);
    await answer('235 2.7.0 Accepted');
    await answer('221 2.0.0 Bye');
  };
}

async function record(
  mode: Mode,
  version: Version,
  mechanism: string,
): Promise<{ result: Ended; flights: Flight[]; heard: string }> {
  const peer = await startPeer(play(mode, version, mechanism));
  const recorder = await startRecorder(peer.port, DELAY_MS);
  const account = accountAt(recorder.port, ca.cert, {
    'implicit-tls': String(mode === 'implicit TLS'),
    password: 'correct horse',
    mechanism,
  });
  const result = ended(await check(account));
  const flights = toFlights(recorder.segments);
  const socket = peer.connections[0]?.socket;
  if (socket?.closed === false) await once(socket, 'close'); // QUIT is on its way
  const heard = peer.received.tls;
  await recorder.close();
  await peer.close();
  return { result, flights, heard };
}

const CASES: [Mode, Version, string, number][] = [
  ['STARTTLS', 'TLSv1.3', 'PLAIN', 7],
  ['STARTTLS', 'TLSv1.3', 'CRAM-MD5', 8],
  ['STARTTLS', 'TLSv1.3', 'LOGIN', 9],
  ['STARTTLS', 'TLSv1.2', 'PLAIN', 8],
  ['STARTTLS', 'TLSv1.2', 'CRAM-MD5', 9],
  ['STARTTLS', 'TLSv1.2', 'LOGIN', 10],
  ['implicit TLS', 'TLSv1.3', 'PLAIN', 5],
  ['implicit TLS', 'TLSv1.3', 'CRAM-MD5', 6],
  ['implicit TLS', 'TLSv1.3', 'LOGIN', 7],
  ['implicit TLS', 'TLSv1.2', 'PLAIN', 5],
  ['implicit TLS', 'TLSv1.2', 'CRAM-MD5', 6],
  ['implicit TLS', 'TLSv1.2', 'LOGIN', 7],
];

test.each(CASES)(
  '%s, %s, %s: an answer after %i round trips, without waiting for the reply to QUIT',
  async (mode, version, mechanism, roundTrips) => {
    const { result, flights, heard } = await record(mode, version, mechanism);
    expect(result).toMatchObject({ outcome: 'accepted', mechanism, tls: { version } });
    // Had it waited for the 221, there would be one flight more.
    expect(1 + flights.filter(({ from }) => from === 'server').length).toBe(roundTrips);
    expect(heard).toMatch(/QUIT\r\n$/);

    const written = flights.filter(({ from }) => from === 'client').map(({ segments }) => segments);
    for (const segments of written) expect(segments.length).toBeLessThanOrEqual(limitOf(segments));
    const commands = 2 + (PROMPTS[mechanism]?.length ?? 0); // EHLO, AUTH and the answers to its prompts
    const finished = version === 'TLSv1.3' ? 1 : 0; // a handshake message that looks like data
    expect(written.flat().flatMap(recordTypes).filter(isData)).toHaveLength(commands + finished);
  },
);

const isData = (type: number): boolean => type === APPLICATION_DATA;

/** Every flight is one segment; only the end of the handshake and the first command may be two. */
function limitOf(segments: readonly Buffer[]): number {
  return segments.flatMap(recordTypes).includes(CHANGE_CIPHER_SPEC) ? 2 : 1;
}
