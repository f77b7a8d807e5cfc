import { action, cli, PASSWORD } from '../contestants.mjs';
import { peer, PEERS } from '../peers.mjs';

const ANY = { expect: 'any' };

/**
 * Proves that each contestant does the work: the right password passes, a wrong one fails, and so does the
 * right one when the server's certificate comes from an authority that is not trusted.
 *
 * @param otherCa a CA that has not signed the server's certificate
 * @returns what a peer cannot do
 * @throws when a contestant is not fit to be compared
 */
export async function selfCheck(stage, builds, otherCa) {
  const stranger = { ...stage, ca: otherCa };
  const limits = [];
  const contestants = {};
  for (const [label, dist] of builds) {
    contestants[`CLI${label}`] = (at, password) => cli(at, dist, [], { password, ...ANY });
    contestants[`Action${label}`] = (at, password) => action(at, dist, { password }, ANY);
  }
  for (const [name, { mechanisms }] of Object.entries(PEERS)) {
    for (const mechanism of mechanisms) {
      const options = { mechanism, ...ANY };
      contestants[`${name}, ${mechanism}`] = (at, password) =>
        peer(at, name, { password, ...options });
    }
  }
  for (const [name, attempt] of Object.entries(contestants)) {
    const right = await attempt(stage, PASSWORD);
    const wrong = await attempt(stage, 'wrong');
    const untrusted = await attempt(stranger, PASSWORD);
    if (right.status !== 0) throw new Error(`${name} fails: ${right.stderr || right.stdout}`);
    if (wrong.status === 0) throw new Error(`${name} passes with a wrong password`);
    if (untrusted.status !== 0) continue;
    if (!PEERS[name.split(',')[0]]?.trustsAnyone) throw new Error(`${name} trusts any certificate`);
    limits.push(`${name.split(',')[0]} does not verify the certificate.`);
  }
  return limits;
}
