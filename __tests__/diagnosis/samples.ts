import { readdirSync, readFileSync } from 'node:fs';
import { COMPANIES, type Said } from '../../src/diagnosis/match.ts';
import type { Company, ReplyStage, ServerFamily } from '../../src/diagnosis/schema.ts';
import { SERVERS } from '../../src/diagnosis/servers/all.ts';
import { BARE_NUMBERS } from '../../src/diagnosis/servers/bare-numbers.ts';
import { PLAIN_WORDS } from '../../src/diagnosis/servers/plain-words.ts';
import { replyText } from '../../src/model/reply.ts';
import { parseReply } from '../support/results.ts';

/** All that is known of replies: of companies, of server software, of words and of numbers. */
export const SOFTWARE: readonly ServerFamily[] = [...SERVERS, ...PLAIN_WORDS, ...BARE_NUMBERS];
export const FAMILIES: readonly (Company | ServerFamily)[] = [...COMPANIES, ...SOFTWARE];
export const ROWS = FAMILIES.flatMap(({ replies }) => replies);
export const OF_COMPANIES: ReadonlySet<string> = new Set(
  COMPANIES.flatMap(({ replies }) => replies.map(({ id }) => id)),
);

/** One real reply of a row, as `samples/*.json` keep it. */
export interface Sample {
  readonly host: string;
  readonly banner?: string;
  readonly stage?: Exclude<ReplyStage, 'any'>;
  /** Code, enhanced status code and text in one line. */
  readonly reply: string;
  /** Where the reply was seen or documented; public addresses. */
  readonly sources: readonly string[];
}

const FOLDER = new URL('./samples/', import.meta.url);

/** Every sample by the id of its row. */
export function readSamples(): Map<string, Sample> {
  const files = readdirSync(FOLDER).sort();
  const entries = files.flatMap((file) => {
    const samples = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as object;
    return Object.entries(samples) as [string, Sample][];
  });
  const samples = new Map(entries);
  if (samples.size !== entries.length) throw new Error('two samples have the same id');
  return samples;
}

/** A sample as the search reads it. */
export function saidIn({ host, banner, stage = 'auth', reply }: Sample): Said {
  const parsed = parseReply(reply);
  const { code, enhanced } = parsed;
  return { host, banner, stage, code, enhanced, text: replyText(parsed) };
}

/** Words by which a sentence would speak of one company. */
export const COMPANY_NAMES =
  /microsoft|outlook|exchange online|entra|google|gmail|amazon|\baws\b|\bses\b|azure|brevo|sendgrid|mailgun|mailjet|mandrill|mailtrap|postmark|oracle|resend|sparkpost|zoho|yahoo|\baol\b|apple|icloud|proton|gmx|fastmail|naver|netease|tencent|qq\b|yandex|rambler|mail\.ru|alibaba|sakura|xserver|ionos|infomaniak|godaddy|hostinger|ovh|aruba|one\.com/i;
