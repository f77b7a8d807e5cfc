import { X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../model/account.ts';
import { findDamage } from '../safety/damage.ts';
import type { AccountInput } from './names.ts';
import { openKey, parseCertificates, parsePrivateKey } from './pem.ts';
import { type AccountReader, invalid, type Predicate, present } from './reader.ts';

/**
 * Reads the client certificate with its key.
 *
 * @param isShown whether the mail server sees it, so that its dates and its purpose count
 * @returns undefined when there is none, or when an input is faulty
 */
export function readClientCertificate(
  reader: AccountReader,
  isShown: boolean,
): ClientCertificate | undefined {
  const certificate = reader.optional('client-certificate', (value) => {
    const pem = parseCertificates(value);
    if (isShown) checkUse(new X509Certificate(pem));
    return pem;
  });
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

/** RFC 5280 section 4.2.1.12: id-kp-clientAuth and anyExtendedKeyUsage. */
const FOR_CLIENTS = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];

/** @throws ValueError for a certificate that no server should accept from a client */
function checkUse({ validFrom, validTo, keyUsage }: X509Certificate, now = Date.now()): void {
  if (Date.parse(validTo) < now) throw invalid(`has expired (${day(validTo)}); renew it`);
  if (Date.parse(validFrom) > now) {
    throw invalid(
      `is not valid before ${day(validFrom)}; wait until then, or correct the clock of this machine`,
    );
  }
  // Node's types do not know that a certificate without the extension has no list; it may serve any purpose.
  const purposes = keyUsage as readonly string[] | undefined;
  if (!purposes || FOR_CLIENTS.some((purpose) => purposes.includes(purpose))) return;
  throw invalid(
    'is not for clients: its extended key usage lacks clientAuth; have one issued with it by a private certificate authority, because public ones no longer do',
  );
}

function day(date: string): string {
  return new Date(date).toISOString().slice(0, 10);
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
