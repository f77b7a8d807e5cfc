import { X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../model/account.ts';
import { findDamage } from '../safety/damage.ts';
import type { AccountInput } from './names.ts';
import { openKey, parseCertificates, parsePrivateKey } from './pem.ts';
import { type AccountReader, invalid, type Predicate, present } from './reader.ts';

/**
 * Reads the client certificate with its key.
 *
 * @returns undefined when there is none, or when an input is faulty
 */
export function readClientCertificate(reader: AccountReader): ClientCertificate | undefined {
  const certificate = reader.optional('client-certificate', parseCertificates);
  const key = reader.optional('client-key', parsePrivateKey);
  const passphrase = reader.optional('client-key-passphrase', (value) => value);
  refuseHalf(reader, 'client-certificate', 'client-key');
  refuseHalf(reader, 'client-key', 'client-certificate');
  if (certificate === undefined || key === undefined) return undefined;
  const pair = present<ClientCertificate>({ certificate, key, passphrase });
  reader.read('client-key', () => {
    checkKeyPair(pair);
  });
  return pair;
}

function refuseHalf(reader: AccountReader, given: AccountInput, other: AccountInput): void {
  if (!reader.isGiven(given) || reader.isGiven(other)) return;
  reader.refuse(
    other,
    'missing',
    ({ absent, mention }) => `${absent(other)}, and ${mention(given)} needs it`,
  );
}

/** @throws ValueError when the key cannot be opened or belongs to another certificate */
function checkKeyPair({ certificate, key, passphrase }: ClientCertificate): void {
  const hint: Predicate = ({ mention }) =>
    passphrase === undefined
      ? `cannot be read: it is cut or damaged, or it needs ${mention('client-key-passphrase')}`
      : `cannot be opened with ${mention('client-key-passphrase')}${describeDamage(passphrase)}`;
  if (new X509Certificate(certificate).checkPrivateKey(openKey(key, passphrase, hint))) return;
  throw invalid(
    ({ mention }) => `belongs to another certificate than ${mention('client-certificate')}`,
    { title: 'belongs to another certificate' },
  );
}

function describeDamage(passphrase: string): string {
  const damage = findDamage(passphrase);
  return damage ? `, which ${damage.words}` : '';
}
