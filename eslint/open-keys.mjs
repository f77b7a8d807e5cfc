// An ESLint rule: a word that is not one of ours must not be a key of a plain object, which finds `constructor` and
// `__proto__` in every object. A Map or Object.hasOwn does not.
import ts from 'typescript';

const OPEN =
  ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any | ts.TypeFlags.Unknown;

/** Whether a key may be any text, and not only one of some words or a number. */
function isOpen(type) {
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & OPEN) !== 0);
}

export const openKeys = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      lookup: 'This key may be any text. Use a Map, or Object.hasOwn and say why in a comment.',
    },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const refuseOpen = (key, node) => {
      if (isOpen(getTypeAtLocation(key))) context.report({ node, messageId: 'lookup' });
    };
    return {
      'MemberExpression[computed=true]': (node) => {
        refuseOpen(node.property, node);
      },
      'BinaryExpression[operator="in"]': (node) => {
        refuseOpen(node.left, node);
      },
    };
  },
};
