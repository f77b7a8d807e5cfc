import type { ActionRun, StreamFault } from '../../support/action.ts';
import type { Peer, PeerConnection } from '../../support/peer.ts';
import type { Cause } from '../../../src/model/cause.ts';
import type { Stage, Verdict } from '../../../src/model/verdict.ts';
import type { World } from './world.ts';

/** What a script may use beside its connection. */
export interface Context {
  readonly world: World;
  /** 0 for the first connection of the case. */
  readonly index: number;
  /** Sends a signal to the process under test. */
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** Plays bytes to one connection. */
export type Play = (connection: PeerConnection, context: Context) => unknown;

/** An input as it is, or made of what only exists while the test runs (a fingerprint, a path, the peer's port). */
export type Input = string | number | ((world: World, port: number) => string | Promise<string>);

export interface Expectation {
  /** Absent where the program under test checks nothing, but joins reports. */
  readonly verdict?: Verdict;
  /** Absent where the verdict falls before any stage. */
  readonly stage?: Stage;
  readonly cause?: Cause;
  readonly code?: number;
  /** 0 for `accepted` and 1 for the rest unless told; several where chance decides. */
  readonly exit?: number | readonly number[];
}

/** A requirement that belongs to one case. */
export interface Requirement {
  readonly that: string;
  /** True where only a slow machine can break it by chance. */
  readonly isAboutTime?: boolean;
  readonly holds: (seen: Seen) => boolean;
}

export interface HostileCase {
  /** The misbehaviour. */
  readonly name: string;
  /** Without it nothing listens at the port. */
  readonly play?: Play;
  /** The arguments of the program that joins the reports of shards, which is played in place of the action. */
  readonly join?: (world: World) => readonly string[];
  /** On top of DEFAULT_INPUTS. */
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly env?: Readonly<Record<string, Input>>;
  /** What is wrong with a stream of the process. */
  readonly stdout?: StreamFault;
  readonly stderr?: StreamFault;
  /** A signal from outside, counted from the start of the process. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly afterMs: number };
  /** Address the peer listens at, 127.0.0.1 unless told. */
  readonly listenAt?: string;
  readonly expect: Expectation;
  readonly also?: readonly Requirement[];
}

export interface Family {
  readonly title: string;
  /** One or two sentences for the document. */
  readonly about: string;
  readonly cases: readonly HostileCase[];
}

/** Everything that could be observed of one case. */
export interface Seen {
  readonly inputs: Readonly<Record<string, string>>;
  readonly run: ActionRun;
  readonly peer: Peer | undefined;
  /** How many times slower than idle the machine was; a time limit is multiplied by it. */
  readonly pace: number;
  /** From the first connection to the end of the process, milliseconds. */
  readonly aliveMs: number | undefined;
  /** From the first signal to the end of the process, milliseconds. */
  readonly afterSignalMs: number | undefined;
}

/** The password holds what each encoding changes, so that every spelling of it is a different one. */
export const DEFAULT_INPUTS = {
  host: '127.0.0.1',
  username: 'alice@example.test',
  password: 'c0rrect&horse "batt3ry" <ß>',
  timeout: 10,
  retries: 0,
} as const;
