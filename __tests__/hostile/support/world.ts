import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Authority,
  createAuthority,
  createLocalhost,
  type Identity,
  issue,
  type LeafOptions,
} from '../../support/certificates.ts';
import { type GitHubApi, type GitHubApiOptions, startGitHubApi } from '../../support/github-api.ts';
import { type BlackHole, openBlackHole } from './black-hole.ts';

/** What the cases share: one authority that the action is told to trust, and certificates on demand. */
export interface World {
  readonly ca: Authority;
  /** For localhost, 127.0.0.1 and ::1, under `ca`. */
  readonly server: Identity;
  /** A certificate for the loopback names with the given peculiarities. */
  readonly leaf: (options: LeafOptions, authority?: Authority | 'self') => Promise<Identity>;
  /** The number of a port that answers nothing, not even a SYN. */
  readonly blackHole: () => Promise<string>;
  /** The path of a pipe that nobody reads. */
  readonly pipe: () => string;
  /** The path of a file with this content; a number is its size, without a byte on the disk. */
  readonly file: (name: string, content: string | Uint8Array | number) => string;
  /** The path of a new folder. */
  readonly folder: () => string;
  /** GitHub's API on loopback, for as long as the tests run. */
  readonly github: (options: GitHubApiOptions) => Promise<GitHubApi>;
}

const LOOPBACK = { dnsNames: ['localhost'], ips: ['127.0.0.1', '::1'] };

let world: Promise<World> | undefined;
let hole: Promise<BlackHole> | undefined;
let folder: string | undefined;

async function createWorld(): Promise<World> {
  const { ca, server } = await createLocalhost();
  return {
    ca,
    server,
    leaf: (options, authority = ca) =>
      issue(authority === 'self' ? undefined : authority, { ...LOOPBACK, ...options }),
    blackHole: async () => String((await (hole ??= openBlackHole())).port),
    pipe: makePipe,
    file: makeFile,
    folder: () => mkdtempSync(join((folder ??= makeFolder()), 'folder-')),
    github: async (options) => {
      const api = await startGitHubApi(options);
      apis.push(api);
      return api;
    },
  };
}

const apis: GitHubApi[] = [];

function makeFile(name: string, content: string | Uint8Array | number): string {
  const path = join((folder ??= makeFolder()), name);
  writeFileSync(path, typeof content === 'number' ? '' : content);
  if (typeof content === 'number') truncateSync(path, content);
  return path;
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'smtp-auth-check-world-'));
}

function makePipe(): string {
  const path = join((folder ??= makeFolder()), 'pipe');
  spawnSync('mkfifo', [path]); // it may be there already
  return path;
}

/** Concurrent tests start before `beforeAll`, so the first one that asks makes it. */
export function sharedWorld(): Promise<World> {
  return (world ??= createWorld());
}

export async function closeWorld(): Promise<void> {
  (await hole)?.close();
  await Promise.all(apis.map((api) => api.close()));
  if (folder !== undefined) rmSync(folder, { recursive: true });
}

export { createAuthority };
