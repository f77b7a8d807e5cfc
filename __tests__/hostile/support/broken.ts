import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Breach } from './laws.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SRC = join(ROOT, 'src');

/** The program, made of the sources and not of the bundle, in which names are short and lines are long. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
  readonly #sources = new Map(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(join(SRC, name), 'utf8')]),
  );

  readonly #entries = new Map<Breach, string>();

  constructor() {
    cpSync(join(ROOT, 'package.json'), join(this.#folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(this.#folder, 'node_modules'), 'junction');
    for (const [name, text] of this.#sources) this.#write('whole', name, text);
  }

  /** The program as it is. */
  get whole(): string {
    return join(this.#folder, 'whole', 'index.js');
  }

  /** The program with one law broken on purpose; made once, since the cases of a breach run side by side. */
  break(breach: Breach): string {
    const entry = this.#entries.get(breach) ?? this.#make(breach);
    this.#entries.set(breach, entry);
    return entry;
  }

  #make({ broken, edits }: Breach): string {
    const name = broken.replaceAll(' ', '-');
    cpSync(join(this.#folder, 'whole'), join(this.#folder, name), { recursive: true });
    const changed = new Map<string, string>();
    for (const [from, to] of edits) {
      const holders = [...this.#sources].filter(([, text]) => text.includes(from));
      const [file = '', source = ''] = holders[0] ?? [];
      const parts = (changed.get(file) ?? source).split(from);
      if (holders.length !== 1 || parts.length !== 2) throw new Error(`not once in src/: ${from}`);
      changed.set(file, parts.join(to));
    }
    for (const [file, text] of changed) this.#write(name, file, text);
    return join(this.#folder, name, 'index.js');
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #write(program: string, name: string, text: string): void {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        rewriteRelativeImportExtensions: true,
      },
    });
    const path = join(this.#folder, program, name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText);
  }
}
