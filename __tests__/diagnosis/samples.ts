import { readdirSync, readFileSync } from 'node:fs';
import type { ReplyStage } from '../../src/diagnosis/schema.ts';
import type { Said } from '../../src/diagnosis/match.ts';
import { replyText } from '../../src/smtp/reply-reader.ts';
import { parseReply } from '../support/results.ts';

/** One real reply of a row, as `samples/*.json` keep it. */
export interface Sample {
  readonly host: string;
  readonly banner?: string;
  readonly stage?: ReplyStage;
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

/** A sample as the search takes it. */
export function saidIn({ host, banner, stage = 'auth', reply }: Sample): Said {
  const parsed = parseReply(reply);
  const { code, enhanced } = parsed;
  return { host, banner, stage, code, enhanced, text: replyText(parsed) };
}
