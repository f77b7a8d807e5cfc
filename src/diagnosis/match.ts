import { replyText } from '../smtp/reply-reader.ts';
import type { Result } from '../model/result.ts';
import type { Company, ReplyRow, ReplyStage, ServerFamily } from './schema.ts';
import { knowledge } from './knowledge.ts';
import { ownersOf } from './providers/all.ts';

/** What was said, by whom and when: all that a row can be compared with. */
export interface Said {
  readonly host: string;
  readonly banner?: string | undefined;
  readonly stage: ReplyStage;
  readonly code: number;
  readonly enhanced?: string | undefined;
  readonly text: string;
}

/** A row that fits. */
export interface Found {
  readonly row: ReplyRow;
  readonly family: Company | ServerFamily;
  /**
   * False when only the greeting names the company. A greeting is easily forged, relayed or inherited, so
   * the cause may be believed but the company's own advice must not be shown.
   */
  readonly isAdviceSafe: boolean;
}

/** A reply is at most 64 KiB; what a row looks for stands at its beginning. */
const MAX_TEXT = 2000;

/** The row that explains a result's reply; undefined where the data knows nothing of it. */
export function findReply(result: Result): Found | undefined {
  const { account, banner, stage, reply, trouble } = result;
  if (!trouble || !reply || !stage) return undefined;
  const { code, enhanced } = reply;
  const text = replyText(reply);
  const found = findRow({ host: account.host, banner, stage, code, enhanced, text });
  return found && isPossible(found.row, result) ? found : undefined;
}

/** The first row that fits: the company that owns the host, else one that the greeting names, else software. */
export function findRow(said: Said): Found | undefined {
  const bounded = { ...said, text: said.text.slice(0, MAX_TEXT) };
  const { companies, servers } = knowledge();
  const owners = ownersOf(said.host, companies);
  return (
    firstMatch(owners, bounded, true) ??
    (owners.length === 0 ? firstMatch(greetedBy(companies, said), bounded, false) : undefined) ??
    firstMatch(servers.filter(fitsGreeting(said)), bounded, true)
  );
}

function firstMatch(
  families: readonly (Company | ServerFamily)[],
  said: Said,
  isAdviceSafe: boolean,
): Found | undefined {
  for (const family of families) {
    const row = family.replies.find((candidate) => matches(candidate, said));
    if (row) return { row, family, isAdviceSafe };
  }
  return undefined;
}

function greetedBy(companies: readonly Company[], { banner = '' }: Said): Company[] {
  return companies.filter((company) => company.banner?.test(banner.slice(0, MAX_TEXT)));
}

function fitsGreeting({ banner = '' }: Said): (family: ServerFamily) => boolean {
  return (family) => !family.banner || family.banner.test(banner.slice(0, MAX_TEXT));
}

function matches(row: ReplyRow, said: Said): boolean {
  const { stage = 'auth', code, enhanced, text } = row;
  return (
    (stage === 'any' || stage === said.stage) &&
    (code === undefined || code === said.code) &&
    (enhanced === undefined || enhanced === said.enhanced) &&
    (text === undefined || text.test(said.text))
  );
}

/** A server cannot have judged a credential that it has not seen, whatever its words. */
function isPossible({ cause }: ReplyRow, { credentialSent, stage }: Result): boolean {
  return cause !== 'wrong-credentials' || credentialSent || stage !== 'auth';
}
