import type { CredentialFacts } from '../model/account.ts';
import type { ReplyCause } from '../model/cause.ts';
import type { Stage } from '../model/verdict.ts';

/**
 * The shape of the project's knowledge: families of servers with the replies they are known to give.
 * `docs/adding-a-reply.md` says how to add one. Where something was seen or documented is not part of it, since no
 * check needs that: the sources of a reply are with its sample, those of a company in a comment above it.
 */

/** Where a reply comes. */
export type ReplyStage = Stage | 'any';

/** One reply whose meaning is known. */
export interface ReplyRow {
  /** Unique; also its anchor in docs/troubleshooting.md and the key of its sample. */
  readonly id: string;
  /** `auth` unless told. */
  readonly stage?: ReplyStage;
  /** Any code when absent. */
  readonly code?: number;
  /** Enhanced status code; any, or none, when absent. */
  readonly enhanced?: string;
  /** Found in the reply's text; a row without it holds for every text. */
  readonly text?: RegExp;
  /** True for words that nobody else uses: they are recognised at any host, without the company's advice. */
  readonly isUnique?: boolean;
  readonly cause: ReplyCause;
  /** Instead of the cause's own sentence. */
  readonly meaning?: string;
  /** Instead of the cause's own next step. */
  readonly nextStep?: string;
  /** The next step where the secret is an OAuth 2.0 access token; a function where it depends on how it was fetched. */
  readonly tokenNextStep?: string | ((credential: Pick<CredentialFacts, 'grant'>) => string);
}

/** Server software, known by its greeting or by words that it alone uses. Its advice names no company. */
export interface ServerFamily {
  readonly id: string;
  readonly name: string;
  /** Must be found in the greeting; without it the replies' own text has to do. */
  readonly banner?: RegExp;
  readonly replies: readonly ReplyRow[];
}

/** One way in which a credential can be seen to be the wrong kind, before anything is sent. */
export interface ShapeRule {
  readonly input: 'username' | 'password';
  /** What the value should look like; a warning follows when it does not. */
  readonly should?: RegExp;
  /** What the value must not look like; a warning follows when it does. */
  readonly shouldNot?: RegExp;
  /** Follows the input's name in a sentence; never holds any part of the value. */
  readonly message: string;
}

/** A company that runs mail servers. Its advice is shown for its own hosts only. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Host names; `*` stands for one label or a part of one. */
  readonly hosts: readonly string[];
  /** Found in the greeting of its servers, also when they are reached under another name. */
  readonly banner?: RegExp;
  /** Ports by their TLS mode, the recommended one first. */
  readonly starttls?: readonly number[];
  readonly implicit?: readonly number[];
  /** Hosts of this company that do not accept mail for sending: IMAP, POP and incoming mail. The first of `hosts` does. */
  readonly notForSending?: readonly string[];
  readonly shapes?: readonly ShapeRule[];
  /** A peculiarity that can stand behind any refusal here; told after the next step. */
  readonly caution?: string;
}

/** What companies say, by the company's id. */
export type RepliesOf = Readonly<Record<string, readonly ReplyRow[]>>;

/** A provider with what its servers say. */
export interface Company extends Provider {
  readonly replies: readonly ReplyRow[];
}
