import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { checkPeer } from '../sasl/support.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type PeerConnection, startPeer } from '../support/peer.ts';
import { exportedBinding } from '../support/scram-server.ts';
import { startTlsScript } from '../support/scripts.ts';
import { STATE } from './servers.ts';

/** A second opinion on SCRAM: GNU SASL judges what the client says, behind a peer that only passes it on. */

const { ca, server } = await createLocalhost();
const PASSWORD = 'correct-horse-battery-staple';

/** Passes the exchange on to `gsasl --server`; its exit status is the verdict. */
async function judgeByGsasl(connection: PeerConnection, mechanism: string): Promise<void> {
  const judge = spawn(join(STATE, 'gsasl'), [
    ...['--server', '--quiet', `--mechanism=${mechanism}`],
    `--password=${PASSWORD}`,
  ]);
  const ended = once(judge, 'exit');
  const lines = createInterface(judge.stdout)[Symbol.asyncIterator]();
  const nextChallenge = async (): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) return '';
      const [challenge] = /[A-Za-z0-9+/]{16,}=*$/.exec(value) ?? [];
      if (challenge !== undefined) return challenge;
    }
  };
  const [, , initial = ''] = (await connection.line()).trim().split(' ');
  judge.stdin.write(`${initial}\n`);
  if (mechanism.endsWith('-PLUS')) {
    judge.stdin.write(`${exportedBinding(connection).toString('base64')}\n`);
  }
  connection.send(`334 ${await nextChallenge()}\r\n`);
  judge.stdin.write(await connection.line());
  const final = await nextChallenge();
  if (final !== '') {
    connection.send(`334 ${final}\r\n`);
    judge.stdin.write(await connection.line());
  }
  judge.stdin.end();
  const [status] = (await ended) as [number | null];
  connection.send(status === 0 && final !== '' ? '235 2.7.0 OK\r\n' : '535 5.7.8 refused\r\n');
  await connection.line();
}

describe.each(['SCRAM-SHA-1', 'SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS'])('%s', (mechanism) => {
  test.each([
    ['accepts the right password', PASSWORD, 'accepted'],
    ['rejects a wrong one', 'wrong', 'rejected'],
  ])('GNU SASL %s', async (_, password, verdict) => {
    const tlsEhlo = `250-x\r\n250 AUTH ${mechanism}\r\n`;
    const auth = (connection: PeerConnection): Promise<void> => judgeByGsasl(connection, mechanism);
    const peer = await startPeer(startTlsScript(server, { tlsEhlo, auth }));
    const result = await checkPeer(peer, ca.cert, { password, mechanism });
    await peer.close();
    expect(result.mechanism).toBe(mechanism);
    expect(await diagnose(result)).toMatchObject({ verdict });
  });
});
