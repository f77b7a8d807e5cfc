import { InputError, type InputProblem } from './account.ts';
import { RUN_DEFAULTS, type RawRun, type RunInput } from './names.ts';
import type { Shard } from './shard.ts';
import * as values from './values.ts';

export interface RunOptions {
  /** YAML text or a path; undefined for the one account of the single inputs. */
  readonly accounts?: string;
  readonly maxParallel: number;
  readonly maxPerHost: number;
  readonly gapMs: number;
  readonly shard: Shard;
  /** Paths; undefined where no such report is wanted. */
  readonly reportJson?: string;
  readonly reportJunit?: string;
  readonly trackingIssue: boolean;
  readonly githubToken: string;
}

/** A connection takes a file descriptor; beyond this many a runner's usual limit of 1,024 comes near. */
const MAX_PARALLEL = 500;
/** A matrix makes at most 256 jobs a workflow run (GitHub, "Usage limits"). */
const MAX_SHARDS = 256;
const MAX_GAP_SECONDS = 60;

/**
 * Validates the inputs that describe the run.
 *
 * @throws InputError naming every input that is wrong
 */
export function parseRunOptions(raw: RawRun): RunOptions {
  const problems: InputProblem[] = [];
  const read = <T>(input: RunInput, parse: (value: string) => T, otherwise: T): T => {
    try {
      return parse(raw[input] === '' ? RUN_DEFAULTS[input] : raw[input]);
    } catch (error) {
      problems.push({ input, message: (error as Error).message });
      return otherwise;
    }
  };
  const upTo = (max: number) => (value: string) => values.parseInteger(value, 1, max);
  const trackingIssue = read('tracking-issue', values.parseBoolean, false);
  if (trackingIssue && raw['github-token'] === '') {
    problems.push({ input: 'github-token', message: NO_TOKEN });
  }
  const options: RunOptions = {
    ...(raw.accounts.trim() !== '' && { accounts: raw.accounts }),
    maxParallel: read('max-parallel', upTo(MAX_PARALLEL), 1),
    maxPerHost: read('max-per-host', upTo(MAX_PARALLEL), 1),
    gapMs: read('host-gap', parseGap, 0),
    shard: read('shard', parseShard, { index: 1, count: 1 }),
    ...(raw['report-json'] !== '' && { reportJson: raw['report-json'] }),
    ...(raw['report-junit'] !== '' && { reportJunit: raw['report-junit'] }),
    trackingIssue,
    githubToken: raw['github-token'],
  };
  if (problems.length > 0) throw new InputError(problems);
  return options;
}

const NO_TOKEN =
  'is empty, but "tracking-issue" needs it: give ${{ github.token }} and the job the permission "issues: write"';

function parseGap(value: string): number {
  return /^0+(\.0{1,3})?$/.test(value) ? 0 : values.parseSeconds(value, MAX_GAP_SECONDS);
}

function parseShard(value: string): Shard {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(value) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MAX_SHARDS) return shard;
  throw new Error(`is not a part such as 3/16: from 1/1 up to ${MAX_SHARDS}/${MAX_SHARDS}`);
}
