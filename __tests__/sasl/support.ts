import type { Socket } from 'node:net';
import type { RawAccount } from '../../src/inputs/names.ts';
import type { Mechanism, Response } from '../../src/sasl/mechanism.ts';
import { check, type CheckOptions } from '../../src/smtp/check.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { accountAt } from '../support/account.ts';

export const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The response as text; fails where there is none. */
export function textOf(response: Response | undefined): string {
  if (!response) throw new Error('no response');
  return response.bytes.toString('utf8');
}

/** Gives the mechanism a challenge in plaintext and returns its answer as text. */
export async function answerTo(mechanism: Mechanism, challenge: string): Promise<string> {
  return textOf(await mechanism.next(toBase64(challenge)));
}

/** What a check of `peer` answers, with inputs as a user would give them. */
export async function checkPeer(
  peer: { readonly port: number; readonly connections?: readonly { socket: Socket }[] },
  ca: string,
  inputs: Partial<RawAccount>,
  options: CheckOptions = {},
): Promise<Ended> {
  const account = accountAt(peer.port, ca, { timeout: '10', ...inputs });
  const result = ended(await check(account, options));
  // The last line, `*` or QUIT, is sent and not waited for: here it has to have arrived.
  await Promise.all(
    (peer.connections ?? []).map(async ({ socket }) => {
      // A peer that still writes to a client that has gone gets an error first.
      if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
    }),
  );
  return result;
}

/** Everything that a report could show of a result. */
export const visible = (result: Ended): string => JSON.stringify(result);
