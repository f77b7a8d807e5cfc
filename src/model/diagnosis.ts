import type { DamageKind } from '../safety/damage-rules.ts';
import type { Cause } from './cause.ts';
import type { Observation } from './observation.ts';
import type { Stage, Verdict } from './verdict.ts';

/** Something that works today and will stop working, or is weaker than it need be. */
export interface Notice {
  /** `warning` is worth an annotation; `note` is for the reader of the summary. */
  readonly level: 'warning' | 'note';
  readonly title: string;
  readonly message: string;
}

/** What a result means: everything anyone may ask of it later, judged once. */
export interface Diagnosis {
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** Whether the result is the one that the user asked for. */
  readonly passed: boolean;
  /** One or two sentences: what happened and what it says about the credential. Parts may come from the server. */
  readonly meaning: string;
  /** The one thing to do next. */
  readonly nextStep: string;
  /** What a reader whose check runs on GitHub should know too; it follows the next step. */
  readonly onGitHub?: string;
  /** The section of docs/troubleshooting.md that says more. */
  readonly anchor: string;
  /** True when another attempt may be made: nothing was judged, and no login can have been counted as failed. */
  readonly mayRetry: boolean;
  /** True when the server wants fewer logins, so that its other accounts are left alone. */
  readonly throttlesHost: boolean;
  /** True when plain words of the server prove that the credential is dead. */
  readonly provesDead: boolean;
  readonly notices: readonly Notice[];
}

/** An earlier attempt for the same account, kept so that a retry is never silent. */
export interface EarlierAttempt {
  readonly verdict: Verdict;
  readonly stage: Stage | undefined;
  readonly cause: Cause;
  readonly code: number | undefined;
  readonly durationMs: number;
}

/** Something that looked wrong with an input before anything was sent; it holds no part of a secret. */
export interface InputWarning {
  readonly input: string;
  /** What is wrong: damage on the way to this program, or a value that its provider does not give out. */
  readonly kind: DamageKind | 'wrong-shape';
  /** A whole sentence. */
  readonly message: string;
  /** What to do about it when the login is then rejected: a whole sentence. */
  readonly remedy?: string;
}

/** The answer for one account: what was observed, and what it means. */
export interface Checked extends Observation {
  readonly diagnosis: Diagnosis;
  readonly earlierAttempts: readonly EarlierAttempt[];
  readonly inputWarnings: readonly InputWarning[];
}
