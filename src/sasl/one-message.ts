import type { Mechanism, Response } from './mechanism.ts';

/** A mechanism in which the client says one thing and the server decides. */
export function createOneMessage(name: string, message: Response): Mechanism {
  let unsaid: Response | undefined = message;
  const take = (): Response | undefined => {
    const taken = unsaid;
    unsaid = undefined;
    return taken;
  };
  return {
    name,
    start: take,
    next: take,
    get isCredentialGiven() {
      return unsaid === undefined;
    },
    get isComplete() {
      return unsaid === undefined;
    },
  };
}
