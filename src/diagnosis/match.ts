import type { Company, ReplyRow, ReplyStage, ServerFamily } from './schema.ts';
import { ownersOf } from './owners.ts';
import { REPLIES } from './replies/all.ts';
import { PROVIDERS } from './providers/all.ts';
import { SERVERS } from './servers/all.ts';
import { BARE_NUMBERS } from './servers/bare-numbers.ts';
import { PLAIN_WORDS } from './servers/plain-words.ts';

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
   * False when only the greeting or the words name the company. A greeting is easily forged, relayed or inherited, so
   * the cause may be believed but the company's own advice must not be shown.
   */
  readonly isAdviceSafe: boolean;
}

/** Every company with what its servers say. */
export const COMPANIES: readonly Company[] = PROVIDERS.map((provider) => ({
  ...provider,
  // eslint-disable-next-line house/open-keys -- the ids are our own
  replies: REPLIES[provider.id] ?? [],
}));

/** A reply is at most 64 KiB; what a row looks for stands at its beginning. */
const MAX_TEXT = 2000;

/** The rows that can explain what was said, in groups from the most telling to the least. */
export interface Candidates {
  /** Words that a company or a server software is known for. */
  readonly byOwnWords: Found | undefined;
  /** Words that mean the same wherever they are said. */
  readonly byWords: Found | undefined;
  /** A company's number, whatever the words. */
  readonly byCompanyNumber: Found | undefined;
  /** A number of server software or of a standard, whatever the words. */
  readonly byNumber: Found | undefined;
}

/** @returns the first row of each group that fits */
export function findRows(given: Said): Candidates {
  const said = { ...given, text: given.text.slice(0, MAX_TEXT) };
  const banner = said.banner?.slice(0, MAX_TEXT) ?? '';
  const owners = ownersOf(said.host, COMPANIES);
  const greeted = owners.length > 0 ? [] : COMPANIES.filter((one) => one.banner?.test(banner));
  const servers = SERVERS.filter((family) => !family.banner || family.banner.test(banner));
  const withText = { said, hasText: true };
  const withoutText = { said, hasText: false };
  return {
    byOwnWords:
      firstMatch(owners, { ...withText, isAdviceSafe: true }) ??
      firstMatch(greeted, { ...withText, isAdviceSafe: false }) ??
      firstMatch(COMPANIES, { ...withText, isAdviceSafe: false, onlyUnique: true }) ??
      firstMatch(servers, { ...withText, isAdviceSafe: true }),
    byWords: firstMatch(PLAIN_WORDS, { ...withText, isAdviceSafe: true }),
    byCompanyNumber:
      firstMatch(owners, { ...withoutText, isAdviceSafe: true }) ??
      firstMatch(greeted, { ...withoutText, isAdviceSafe: false }),
    byNumber: firstMatch([...servers, ...BARE_NUMBERS], { ...withoutText, isAdviceSafe: true }),
  };
}

interface Wanted {
  readonly said: Said;
  readonly hasText: boolean;
  readonly isAdviceSafe: boolean;
  /** Only rows whose words nobody else uses. */
  readonly onlyUnique?: boolean;
}

function firstMatch(
  families: readonly (Company | ServerFamily)[],
  { said, hasText, isAdviceSafe, onlyUnique = false }: Wanted,
): Found | undefined {
  for (const family of families) {
    const row = family.replies.find(
      (candidate) =>
        (candidate.text !== undefined) === hasText &&
        (!onlyUnique || candidate.isUnique === true) &&
        fits(candidate, said),
    );
    if (row) return { row, family, isAdviceSafe };
  }
  return undefined;
}

function fits(row: ReplyRow, said: Said): boolean {
  const { stage = 'auth', code, enhanced, text } = row;
  return (
    (stage === 'any' || stage === said.stage) &&
    (code === undefined || code === said.code) &&
    (enhanced === undefined || enhanced === said.enhanced) &&
    (text === undefined || text.test(said.text))
  );
}
