import type { Alias, Document, Node, Scalar, YAMLMap } from 'yaml';
import { InputError, type InputProblem } from '../accounts.ts';

/** One value of an entry, with what is needed to tell whether YAML kept it as it was written. */
export interface RawValue {
  /** As written, for a number or `true` too: `0587`, not 587. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'empty' | 'structure';
  /** Written without quotes and followed by `#`, which YAML takes for a comment. */
  readonly isCutByComment: boolean;
}

/** The keys and values of one entry, unjudged. */
export type RawEntry = ReadonlyMap<string, RawValue>;

export interface RawList {
  readonly defaults: RawEntry;
  readonly entries: readonly RawEntry[];
}

type Yaml = typeof import('yaml');
type Tree = Document.Parsed;

/**
 * Reads a list of accounts: a YAML sequence of maps, or a map of `defaults` and `accounts`. JSON is
 * YAML too. An alias stands for one node and is never copied out, so a bomb of aliases stays small.
 *
 * @throws InputError naming every place that is wrong. YAML's own messages are not repeated: they quote
 *   the text, and the text holds passwords
 */
export async function readYaml(text: string): Promise<RawList> {
  // Loaded here, since a single account does not need it.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const tree: Tree = yaml.parseDocument(text, { prettyErrors: false, lineCounter: lines });
  const faults = [...tree.errors, ...tree.warnings];
  if (faults.length > 0) {
    throw failure(faults.map(({ code, pos }) => yamlFault(code, lines.linePos(pos[0]).line)));
  }
  return new Reader(yaml, tree, lines).read();
}

/** Walks the tree; everything wrong is collected, so that it can be said at once. */
class Reader {
  readonly #yaml: Yaml;
  readonly #tree: Tree;
  readonly #lines: InstanceType<Yaml['LineCounter']>;
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #problems: string[] = [];

  constructor(yaml: Yaml, tree: Tree, lines: InstanceType<Yaml['LineCounter']>) {
    this.#yaml = yaml;
    this.#tree = tree;
    this.#lines = lines;
    this.#targets = findTargets(yaml, tree);
  }

  read(): RawList {
    const top = this.#follow(this.#tree.contents);
    const isMap = this.#yaml.isMap(top);
    if (isMap) this.#refuseOtherKeys(top);
    const list = isMap ? this.#follow(top.get('accounts', true)) : top;
    const defaults = isMap ? this.#follow(top.get('defaults', true)) : undefined;
    if (!this.#yaml.isSeq(list)) throw failure([NOT_A_LIST]);
    if (list.items.length === 0)
      this.#problems.push('the list is empty; give at least one account');
    const result = {
      defaults: defaults === undefined ? new Map() : this.#entry(defaults, '"defaults"'),
      entries: list.items.map((item, index) => this.#entry(item as Node, `entry ${index + 1}`)),
    };
    if (this.#problems.length > 0) throw failure(this.#problems);
    return result;
  }

  #refuseOtherKeys(top: YAMLMap): void {
    const isKnown = new Set<unknown>(['defaults', 'accounts']);
    for (const { key } of top.items) {
      if (isKnown.has((key as Scalar | null)?.value)) continue;
      this.#problems.push(`line ${this.#line(key as Node)} is neither "defaults" nor "accounts"`);
    }
  }

  #entry(item: Node | null | undefined, name: string): RawEntry {
    const node = this.#follow(item);
    const values = new Map<string, RawValue>();
    if (!this.#yaml.isMap(node)) {
      this.#problems.push(`${name} (line ${this.#line(item)}) is not a map of keys and values`);
      return values;
    }
    for (const { key, value } of node.items) {
      const title = this.#follow(key);
      if (!this.#yaml.isScalar(title)) continue; // a key that is a list or map is reported as unknown below
      values.set(String(title.value), this.#value(value as Node | null));
    }
    if (values.size < node.items.length) this.#problems.push(`${name} has a key that is no text`);
    return values;
  }

  #value(given: Node | null): RawValue {
    const node = this.#follow(given);
    if (node === null || node === undefined) return EMPTY;
    if (!this.#yaml.isScalar(node)) return { ...EMPTY, kind: 'structure' };
    if (node.value === null) return EMPTY;
    const isCutByComment = node.type === 'PLAIN' && node.comment !== undefined;
    if (typeof node.value === 'string') return { text: node.value, kind: 'text', isCutByComment };
    const kind = typeof node.value === 'boolean' ? 'boolean' : 'number';
    return { text: node.source ?? '', kind, isCutByComment };
  }

  #follow(node: unknown): Node | null | undefined {
    return this.#yaml.isAlias(node) ? this.#targets.get(node) : (node as Node | null | undefined);
  }

  #line(node: Node | null | undefined): number {
    return this.#lines.linePos(node?.range?.[0] ?? 0).line;
  }
}

const EMPTY: RawValue = { text: '', kind: 'empty', isCutByComment: false };

const NOT_A_LIST =
  'is not a list of accounts. Give a YAML list, a map with "accounts" (and "defaults"), or the path of such a file; docs/accounts.schema.json describes it';

/** One walk finds what each alias stands for: the last anchor of that name before it. */
function findTargets(yaml: Yaml, tree: Tree): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  yaml.visit(tree, {
    Node(_key, node) {
      if (yaml.isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function yamlFault(code: string, line: number): string {
  const meaning =
    code === 'DUPLICATE_KEY'
      ? 'a key stands there twice'
      : "it is no YAML. A value with special characters needs quotes: password: '#a: b'";
  return `line ${line} cannot be read (${code}): ${meaning}`;
}

function failure(messages: readonly string[]): InputError {
  return new InputError(messages.map((message): InputProblem => ({ input: 'accounts', message })));
}
