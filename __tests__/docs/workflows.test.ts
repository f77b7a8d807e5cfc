import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'yaml';
import { unpinned } from './uses.ts';

const FOLDER = fileURLToPath(new URL('../../.github/workflows', import.meta.url));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  it('uses each action by its commit, with the version beside it', () => {
    expect(unpinned(text)).toEqual([]);
  });

  it('has no rights but those that a job names', () => {
    const isCalled = name === 'check-accounts.yml';
    // A called workflow that named a right would need it from every caller; its job for the checks has those of the caller.
    expect(workflow.permissions).toEqual(isCalled ? undefined : {});
    for (const [id, job] of Object.entries(workflow.jobs)) {
      if (!(isCalled && id === 'check')) expect(job).toHaveProperty('permissions');
    }
    expect(text).not.toMatch(/(read|write)-all/);
  });

  it('leaves no token in the checked out source', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: inputs } of checkouts) {
      expect(inputs).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('puts no expression into a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('does not run with the rights of the repository for a pull request of a stranger', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
  });

  it('ends by itself and does not pile up', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const job of jobs.filter(({ uses }) => uses === undefined)) {
      // A list of thousands of accounts takes hours; GitHub itself ends a job after six.
      expect(job['timeout-minutes']).toBeLessThanOrEqual(name === 'check-accounts.yml' ? 350 : 30);
    }
  });

  it('installs what the lock file says and runs no install script', () => {
    for (const { run = '' } of steps)
      expect(run).not.toMatch(/npm (install|i|ci)(?! --ignore-scripts)\b/);
  });
});

it('new versions wait a week before they are proposed', () => {
  const text = readFileSync(join(FOLDER, '..', 'dependabot.yml'), 'utf8');
  const { updates } = parse(text) as { updates: { cooldown: Record<string, number> }[] };
  expect(updates).toHaveLength(3);
  for (const { cooldown } of updates) expect(cooldown['default-days']).toBeGreaterThanOrEqual(7);
});

it('CI waits for every job before it says yes', () => {
  const { jobs } = parse(readFileSync(join(FOLDER, 'ci.yml'), 'utf8')) as {
    jobs: Record<string, { needs?: string[] }>;
  };
  const others = Object.keys(jobs).filter((name) => name !== 'gate');
  expect(jobs['gate']?.needs).toEqual(others);
});

it('an action is used at one commit everywhere', () => {
  const used = readdirSync(FOLDER).flatMap((name) =>
    [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/uses: ([^@\s]+)@(\S+)/g)].map(
      ([, action = '', commit = '']) => [action, commit] as const,
    ),
  );
  for (const [action, commit] of used) {
    expect(used.filter(([other]) => other === action).map(([, other]) => other)).toEqual(
      expect.not.arrayContaining([expect.not.stringContaining(commit)]),
    );
  }
});
