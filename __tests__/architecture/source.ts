import { posix } from 'node:path';
import ts from 'typescript';

/** How a file refers to another one: `type` leaves nothing in the program, `lazy` is an `import()`. */
export type ImportKind = 'value' | 'type' | 'lazy';

export interface Import {
  /** A path below src/, or the name of a package or Node module. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly kind: ImportKind;
}

/** What the architecture says something about, of one file. */
export interface Source {
  /** Below src/, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Names that the file exports, `*` for all names of another file. */
  readonly exports: readonly string[];
  readonly functions: readonly { readonly name: string; readonly lines: number }[];
  readonly readsEnvironment: boolean;
}

/**
 * Reads one file with the TypeScript compiler.
 *
 * @param path below src/, with forward slashes
 * @param text the TypeScript
 * @throws for an `import()` of something else than a plain string
 */
export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes = walk(file);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: nodes.flatMap((node) => importsOf(node, path)),
    exports: file.statements.flatMap(exportsOf),
    functions: nodes.filter(ts.isFunctionLike).flatMap((node) => functionOf(node, file)),
    readsEnvironment: nodes.some(isEnvironment),
  };
}

function walk(node: ts.Node): ts.Node[] {
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...walk(child));
  });
  return [node, ...below];
}

function importsOf(node: ts.Node, path: string): Import[] {
  const found = specifierOf(node);
  if (found === undefined) return [];
  const { specifier, kind } = found;
  if (!ts.isStringLiteral(specifier))
    throw new Error(`${path} imports an expression: ${specifier.getText()}`);
  const isOurs = specifier.text.startsWith('.');
  const to = isOurs ? posix.join(posix.dirname(path), specifier.text) : specifier.text;
  return [{ to, isOurs, kind }];
}

function specifierOf(node: ts.Node): { specifier: ts.Node; kind: ImportKind } | undefined {
  if (ts.isImportDeclaration(node))
    return { specifier: node.moduleSpecifier, kind: isTypeOnly(node) ? 'type' : 'value' };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { specifier: node.moduleSpecifier, kind: isTypeOnly(node) ? 'type' : 'value' };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { specifier: node.argument.literal, kind: 'type' };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { specifier: node.arguments[0] ?? node, kind: 'lazy' };
  return undefined;
}

/** `import type { A }` or `import { type A }`. An import without names runs the file, so it is not one of types. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const areTypes = (elements: readonly ts.ImportOrExportSpecifier[]): boolean =>
    elements.length > 0 && elements.every((element) => element.isTypeOnly);
  if (ts.isExportDeclaration(node)) {
    const { exportClause: names } = node;
    return (
      node.isTypeOnly || (names?.kind === ts.SyntaxKind.NamedExports && areTypes(names.elements))
    );
  }
  const { importClause: clause } = node;
  const names = clause?.namedBindings;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return names?.kind === ts.SyntaxKind.NamedImports && !clause?.name && areTypes(names.elements);
}

function exportsOf(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined) return ['*'];
    return ts.isNamedExports(clause)
      ? clause.elements.map(({ name }) => name.text)
      : [clause.name.text];
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  return 'name' in statement ? [(statement.name as ts.Identifier).text] : [];
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? namesIn(element.name) : [],
  );
}

/** Types of functions and overloads have no body, so they count for nothing. */
function functionOf(
  node: ts.SignatureDeclaration,
  file: ts.SourceFile,
): Source['functions'][number][] {
  if (!('body' in node) || !node.body) return [];
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const holder = ts.isVariableDeclaration(node.parent) ? node.parent : node;
  const name = holder.name?.getText() ?? 'a function without a name';
  return [{ name, lines: lineAt(node.end) - lineAt(node.getStart()) + 1 }];
}

/** `process.env`, `process['env']`, `{ env } = process`, or an import of `node:process`. */
function isEnvironment(node: ts.Node): boolean {
  const isProcess = (other: ts.Node | undefined): boolean =>
    other !== undefined && /^(globalThis\.)?process$/.test(other.getText());
  if (ts.isPropertyAccessExpression(node))
    return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node))
    return isProcess(node.expression) && /^['"`]env['"`]$/.test(node.argumentExpression.getText());
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name))
    return (
      isProcess(node.initializer) &&
      node.name.elements.some(({ name, propertyName = name }) => propertyName.getText() === 'env')
    );
  return ts.isImportDeclaration(node) && /^.(node:)?process.$/.test(node.moduleSpecifier.getText());
}
