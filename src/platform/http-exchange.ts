import type { ClientRequest } from 'node:http';
import { HttpFailure, httpFailure } from './http-failure.ts';

/** An honest server sends at most a few replies of the 100 class before its real one (RFC 9110 section 15.2). */
const MAX_INTERIM_REPLIES = 16;

/** How a request ends: the first call counts. */
export interface Ending<T> {
  readonly succeed: (value: T) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Follows one request to its end. The promise settles whatever the server does, at the latest when the signal is
 * aborted: Node tells of some endings, such as an answer with 101, by no event of their own.
 *
 * @param listen adds the listeners for what a success is
 * @throws HttpFailure, or the signal's reason when it is aborted
 */
export function exchange<T>(
  asked: ClientRequest,
  signal: AbortSignal,
  listen: (ending: Ending<T>) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (act: () => void): void => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const fail = (error: Error): void => {
      end(() => {
        asked.destroy();
        reject(error);
      });
    };
    const onAbort = (): void => {
      fail(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort);
    asked.on('error', (error) => {
      fail(httpFailure(error));
    });
    asked.on('close', () => {
      fail(new HttpFailure('network', 'ECONNRESET', 'the connection was closed'));
    });
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new HttpFailure('reply', 'SWITCHING_PROTOCOLS', 'HTTP status 101'));
    });
    let interim = 0;
    asked.on('information', () => {
      interim += 1;
      if (interim <= MAX_INTERIM_REPLIES) return;
      fail(new HttpFailure('reply', 'TOO_MANY_INTERIM_REPLIES', 'HTTP status 1xx without end'));
    });
    listen({
      fail,
      succeed: (value) => {
        end(() => {
          resolve(value);
        });
      },
    });
    if (signal.aborted) onAbort();
  });
}
