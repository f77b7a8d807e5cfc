import type { Checked } from '../model/diagnosis.ts';
import { isProven } from '../model/proof.ts';
import { printable } from '../safety/printable.ts';
import { wordResult } from './wording.ts';

/** One result as data. Its JSON Schema is `docs/results.schema.json`; the two change together. */
export interface Report {
  readonly host: string;
  readonly port: number;
  /** The address of the proxy, without its login; null for a direct connection. */
  readonly proxy: string | null;
  /** The account's name, or its user name where it has none. */
  readonly name: string;
  /** Empty where the account has a name, which stands for it. */
  readonly username: string;
  readonly verdict: string;
  readonly passed: boolean;
  readonly tolerated: boolean;
  readonly cause: string;
  readonly stage: string | null;
  readonly code: number | null;
  readonly enhancedCode: string | null;
  readonly serverSaid: string;
  readonly meaning: string;
  readonly nextStep: string;
  readonly mechanism: string | null;
  readonly tlsVersion: string | null;
  readonly tlsCipher: string | null;
  readonly certificateExpires: string | null;
  readonly durationMs: number;
  /** Connections begun for this account; 0 when none was. */
  readonly attempts: number;
}

export function toReport(result: Checked): Report {
  const { account, diagnosis, stage, reply, mechanism, tls } = result;
  const words = wordResult(result);
  return {
    host: printable(account.host),
    port: account.port,
    proxy: proxyOf(account),
    name: words.name,
    username: account.name === undefined ? words.name : '',
    verdict: diagnosis.verdict,
    passed: isProven(result),
    tolerated: words.status === 'tolerated',
    cause: words.cause,
    stage: stage ?? null,
    code: reply?.code ?? null,
    enhancedCode: reply?.enhanced ?? null,
    serverSaid: words.serverSaid,
    meaning: words.meaning,
    nextStep: words.nextStep,
    mechanism: mechanism ?? null,
    tlsVersion: tls?.version ?? null,
    tlsCipher: tls?.cipher ?? null,
    certificateExpires: tls?.validTo.toISOString() ?? null,
    durationMs: Math.round(result.durationMs),
    attempts: result.stages.length === 0 ? 0 : result.earlierAttempts.length + 1,
  };
}

function proxyOf({ proxy }: Checked['account']): string | null {
  return proxy === undefined ? null : printable(proxy);
}
