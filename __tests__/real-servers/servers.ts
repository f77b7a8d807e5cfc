import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionRun, runAction } from '../support/action.ts';

/** What start.sh has started. */
export interface Server {
  readonly name: string;
  readonly host: string;
  readonly serverName: string;
  readonly starttlsPort: number;
  readonly implicitPort: number;
  readonly caFile: string;
  readonly log: string;
}

export interface User {
  readonly username: string;
  readonly password: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const STATE = process.env['REAL_SERVERS_DIR'] ?? join(ROOT, '.real-servers');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const servers = readJson(join(STATE, 'servers.json')) as Server[];
export const users = readJson(join(ROOT, '__tests__/real-servers/users.json')) as User[];

export function serverNamed(name: string): Server {
  const found = servers.find((server) => server.name === name);
  if (!found) throw new Error(`start.sh has not started ${name}`);
  return found;
}

/** Runs the bundle against a server, over STARTTLS unless told. */
export function run(
  server: Server,
  inputs: Record<string, string | number>,
  env: Record<string, string> = {},
): Promise<ActionRun> {
  const { host, starttlsPort: port, caFile, serverName } = server;
  const account = { host, port, 'tls-ca': caFile, 'tls-servername': serverName };
  return runAction({ ...account, ...inputs }, { env });
}
