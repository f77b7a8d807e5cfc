import type { Mechanism, Response } from '../../src/sasl/mechanism.ts';

export const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The response as text; fails where there is none. */
export function textOf(response: Response | undefined): string {
  if (!response) throw new Error('no response');
  return response.bytes.toString('utf8');
}

/** Gives the mechanism a challenge in clear text and returns its answer as text. */
export async function answerTo(mechanism: Mechanism, challenge: string): Promise<string> {
  return textOf(await mechanism.next(toBase64(challenge)));
}
