import { normalize } from 'node:path';
import { RUN_DEFAULTS, type RawRun, type RunInput } from './names.ts';
import { ACTION_NAMING, type Naming } from './naming.ts';
import { type Incomplete, InputReader, invalid } from './reader.ts';
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
  readonly reportPrometheus?: string;
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
 * @param naming how messages call the inputs
 * @throws InputError with every fault
 */
export function parseRunOptions(raw: RawRun, naming: Naming = ACTION_NAMING): RunOptions {
  const reader = new InputReader<RunInput>(raw, RUN_DEFAULTS, naming);
  const upTo = (max: number) => (value: string) => values.parseInteger(value, 1, max);
  const path = (value: string): string => value;
  const fields: Incomplete<RunOptions> = {
    accounts: raw.accounts.trim() === '' ? undefined : raw.accounts,
    maxParallel: reader.read('max-parallel', upTo(MAX_PARALLEL)),
    maxPerHost: reader.read('max-per-host', upTo(MAX_PARALLEL)),
    gapMs: reader.read('host-gap', parseGap),
    shard: reader.read('shard', parseShard),
    reportJson: reader.optional('report-json', path),
    reportJunit: reader.optional('report-junit', path),
    reportPrometheus: reader.optional('report-prometheus', path),
    trackingIssue: reader.read('tracking-issue', values.parseBoolean),
    githubToken: raw['github-token'],
  };
  if (fields.trackingIssue === true && fields.githubToken === '') {
    reader.refuse(
      'github-token',
      'missing',
      ({ absent, mention }) =>
        `${absent('github-token')}, but ${mention('tracking-issue')} needs it: set it to \${{ github.token }} and give the job the permission "issues: write"`,
      { title: 'is empty, but "tracking-issue" needs it' },
    );
  }
  refuseSharedFiles(reader);
  return reader.complete<RunOptions>(fields);
}

/** The files of a run; a report would overwrite the one that has the same path. */
const FILES = ['accounts', 'report-json', 'report-junit', 'report-prometheus'] as const;

function refuseSharedFiles(reader: InputReader<RunInput>): void {
  const inputs = new Map<string, RunInput>();
  for (const input of FILES) {
    if (!reader.isGiven(input)) continue;
    const path = normalize(reader.raw(input));
    const other = inputs.get(path);
    inputs.set(path, other ?? input);
    if (other === undefined || path === NOWHERE) continue;
    reader.refuse(
      input,
      'conflict',
      ({ mention }) => `names the same file as ${mention(other)}, and would overwrite it`,
      { title: `names the same file as "${other}"` },
    );
  }
}

const NOWHERE = '/dev/null';

function parseGap(value: string): number {
  return /^0+(\.0{1,3})?$/.test(value) ? 0 : values.parseSeconds(value, MAX_GAP_SECONDS);
}

function parseShard(value: string): Shard {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(value) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MAX_SHARDS) return shard;
  throw invalid(
    `must be a part such as 3/16, from 1/1 to ${MAX_SHARDS}/${MAX_SHARDS}, not ${values.quote(value)}`,
    { title: 'is not a part such as 3/16' },
  );
}
