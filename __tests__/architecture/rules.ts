import type { Source } from './source.ts';

/** What the files of one folder below src/, or an entry point, may import. */
export interface Room {
  /** Rooms from which it may import anything. */
  readonly rooms?: readonly string[];
  /** Rooms from which it may import types, which leave nothing in the program. */
  readonly types?: readonly string[];
  /** Single files of other rooms. */
  readonly files?: readonly string[];
  /** Packages and Node modules; `node:*` stands for all of Node. */
  readonly packages?: readonly string[];
  readonly readsEnvironment?: true;
}

/** The rules of the architecture. */
export interface House {
  /** By the name of the folder, or of an entry point in src/. */
  readonly rooms: Readonly<Record<string, Room>>;
  /** What may be imported with `import()`: a package, a file, or a folder (`list/`), and why. */
  readonly lazy: Readonly<Record<string, string>>;
  /** Folders of data: files may be long, and the same name means the same thing in each of them. */
  readonly data: readonly string[];
  /** Sets of files that may have the same name because they mean the same thing. */
  readonly sameName: readonly (readonly string[])[];
  readonly maxFileLines: number;
  readonly maxFunctionLines: number;
}

/** Finds the files that break one kind of rule, and says which and how. */
export type Check = (sources: readonly Source[], house: House) => string[];

/** The room of a path below src/: its first folder, or an entry point. */
export const roomOf = (path: string): string => path.split('/')[0] ?? '';
