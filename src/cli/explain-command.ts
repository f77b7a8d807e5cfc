import { parseArgs } from 'node:util';
import { explainPasted } from '../explain/answer.ts';
import { MAX_PASTED } from '../explain/pasted.ts';
import { MOMENTS, type Setting } from '../explain/setting.ts';
import { didYouMean } from '../inputs/meant.ts';
import { ValueError } from '../inputs/reader.ts';
import { parseChoice, parseHost } from '../inputs/values.ts';
import { MECHANISMS } from '../model/account.ts';
import { decodeUtf8, EncodingError } from '../platform/text.ts';
import { renderExplained, toExplanationReport } from '../report/explained.ts';
import { printable } from '../safety/printable.ts';
import { EXPLAIN_DEFAULTS, EXPLAIN_FLAGS, type ExplainFlag } from './explain-flags.ts';
import { flagNaming } from './flag-naming.ts';
import { printAtOnce } from './print.ts';
import { terminalOptions } from './screen.ts';
import { readStandardInput } from './secret-sources.ts';
import { UsageError } from './usage.ts';

const PASTE_HINT =
  'explain needs the reply of the server: smtp-auth-check explain "535 5.7.8 Error: authentication failed", or give it on standard input.';

/**
 * Says what the refusal of a server means, without connecting to it.
 *
 * @param args what follows the word `explain`
 * @throws UsageError
 */
export async function runExplain(args: readonly string[]): Promise<void> {
  const { texts, flags } = readArguments(args);
  const setting = readSetting(flags);
  const format = read(flags, 'format', (value) => parseChoice(value, FORMATS));
  const text = texts.length > 0 ? joinTexts(texts) : await readInput();
  try {
    const { result, guess } = await explainPasted(text, setting);
    const data = toExplanationReport(result, guess);
    const isJson = format === 'json';
    printAtOnce(
      isJson
        ? `${JSON.stringify(data, undefined, 2)}\n`
        : renderExplained(result, guess, terminalOptions(NO_OPTIONS)),
    );
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    if (error.kind === 'missing') throw new UsageError(PASTE_HINT);
    throw new UsageError(error.toFault('reply', NAMING, 'The text').message);
  }
}

const FORMATS = ['text', 'json'] as const;
const NO_OPTIONS = { given: {}, run: {}, secrets: new Map(), output: 'text' } as const;
const NAMING = flagNaming(NO_OPTIONS);

/** Several lines of a reply, or one whose quotation marks were forgotten. */
function joinTexts(texts: readonly string[]): string {
  return texts.join(texts.every((text) => /^[2-5]\d\d[ -]/.test(text)) ? '\n' : ' ');
}

interface Arguments {
  readonly texts: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
}

function readArguments(args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    EXPLAIN_FLAGS.map((name) => [name, { type: 'string' } as const]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const texts: string[] = [];
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') texts.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    refuseFlag(name, rawName, inlineValue === true || !value?.startsWith('-') ? value : undefined);
    if (flags.has(name)) throw new UsageError(`--${name} is given twice.`);
    flags.set(name, value ?? '');
  }
  return { texts, flags };
}

function refuseFlag(name: string, typed: string, value: string | undefined): void {
  if (!EXPLAIN_FLAGS.includes(name as ExplainFlag)) {
    const meant = didYouMean(name, EXPLAIN_FLAGS, (flag) => `--${flag}`);
    const all = EXPLAIN_FLAGS.map((flag) => `--${flag}`).join(', ');
    throw new UsageError(
      `explain has no flag ${printable(typed, MAX_SHOWN)}.${meant || ` Its flags are ${all}.`}`,
    );
  }
  if (value === undefined) throw new UsageError(`--${name} needs a value.`);
}

/** Longer than any flag; the rest may be a part of the reply. */
const MAX_SHOWN = 40;

function readSetting(flags: Arguments['flags']): Setting {
  return {
    host: flags.has('host') ? read(flags, 'host', parseHost) : '',
    moment: read(flags, 'stage', (value) => parseChoice(value, MOMENTS)),
    mechanism: read(flags, 'mechanism', (value) => parseChoice(value, MECHANISMS)),
  };
}

function read<T>(flags: Arguments['flags'], name: ExplainFlag, parse: (value: string) => T): T {
  try {
    return parse(flags.get(name) ?? EXPLAIN_DEFAULTS[name]);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new UsageError(error.toFault(name, NAMING).message);
  }
}

async function readInput(): Promise<string> {
  try {
    return decodeUtf8(await readStandardInput(MAX_PASTED * 4, PASTE_HINT));
  } catch (error) {
    if (error instanceof EncodingError) {
      throw new UsageError('The text on standard input is not UTF-8; give it as UTF-8.');
    }
    if (error instanceof ValueError) {
      throw new UsageError(error.toFault('reply', NAMING, 'The command').message);
    }
    throw error;
  }
}
