import type { Identity } from './certificates.ts';
import type { PeerConnection, Script } from './peer.ts';

/** Byte scripts that several tests play. `\r\n` is written out: the peer adds nothing. */

export interface SubmissionOptions {
  readonly greeting?: string;
  /** The EHLO reply before TLS. */
  readonly plainEhlo?: string;
  /** The EHLO reply inside TLS. */
  readonly tlsEhlo?: string;
  /** Plays everything from AUTH on. */
  readonly auth: (connection: PeerConnection) => Promise<unknown> | undefined;
}

/** A whole STARTTLS submission server up to AUTH. */
export function startTlsScript(
  identity: Identity & Parameters<PeerConnection['startTls']>[0],
  options: SubmissionOptions,
): Script {
  return async (connection) => {
    connection.send(options.greeting ?? '220 mail.example.test ESMTP\r\n');
    await connection.line();
    connection.send(options.plainEhlo ?? '250-mail.example.test\r\n250 STARTTLS\r\n');
    await connection.line();
    connection.send('220 2.0.0 Ready to start TLS\r\n');
    await connection.startTls(identity);
    await connection.line();
    connection.send(options.tlsEhlo ?? '250-mail.example.test\r\n250 AUTH LOGIN PLAIN\r\n');
    await options.auth(connection);
  };
}

/** The seed's dialogue: both prompts of LOGIN, then `final`. */
export function loginThen(final: string): SubmissionOptions['auth'] {
  return async (connection) => {
    await connection.line();
    connection.send('334 VXNlcm5hbWU6\r\n');
    await connection.line();
    connection.send('334 UGFzc3dvcmQ6\r\n');
    await connection.line();
    connection.send(final);
    await connection.line();
  };
}

/** A submission server without TLS up to AUTH. */
export function cleartextScript(auth: SubmissionOptions['auth']): Script {
  return async (connection) => {
    connection.send('220 mail.example.test ESMTP\r\n');
    await connection.line();
    connection.send('250-mail.example.test\r\n250 AUTH LOGIN PLAIN\r\n');
    await auth(connection);
  };
}
