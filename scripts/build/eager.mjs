import { parse } from 'acorn';

/**
 * Puts the functions that hold a bundle's modules in parentheses. V8 takes that for "runs at once" and compiles
 * such a function while it reads it, instead of reading it twice; webpack writes it so, and terser takes the
 * parentheses away. One check takes 3 ms less for it.
 *
 * @param {string} code a bundle or chunk of webpack's, as a module
 */
export function compileModulesAtOnce(code) {
  const edges = factories(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
    .flatMap(({ start, end }) => [
      [start, '('],
      [end, ')'],
    ])
    .sort(([a], [b]) => a - b);
  let done = 0;
  const pieces = edges.map(([at, sign]) => {
    const piece = code.slice(done, at) + sign;
    done = at;
    return piece;
  });
  return pieces.join('') + code.slice(done);
}

/** The functions of webpack's table, whose keys are numbers: `{ 677: (module, exports) => { … } }`. */
function factories(node) {
  if (typeof node !== 'object' || node === null) return [];
  if (isTable(node)) return node.properties.map(({ value }) => value);
  return Object.values(node).flatMap(factories);
}

function isTable({ type, properties }) {
  return (
    type === 'ObjectExpression' &&
    properties.length > 0 &&
    properties.every(
      ({ key, value }) =>
        typeof key?.value === 'number' &&
        ['ArrowFunctionExpression', 'FunctionExpression'].includes(value.type),
    )
  );
}
