// What may be changed at one place of a syntax tree. Only expressions and statements are: no types, no texts.
import { type Expression, type Node, SyntaxKind } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';

/** Bytes of a file, and what takes their place; counted from the beginning of the file. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SWAPPED: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
};

/** Somebody of the cast of the tests: in place of nobody. */
const SOMEBODY = "['alice']";

/** All changes that begin at this node, apart from those of its parts. */
export function changesAt(node: Node, source: string): Change[] {
  if (is.isBinaryExpression(node)) return binary(node.operatorToken, node.left, node.right, source);
  if (is.isCallExpression(node)) return call(node.expression, node.arguments, source);
  if (is.isPrefixUnaryExpression(node) && source.startsWith('!', node.getStart()))
    return [{ start: node.getStart(), end: node.operand.getStart(), text: '' }];
  if (is.isIfStatement(node)) return [replaced(node.expression, 'false')];
  if (is.isConditionalExpression(node))
    return [replaced(node.condition, `!(${textOf(node.condition, source)})`)];
  if (is.isExpressionStatement(node)) return isActing(node.expression) ? [replaced(node, ';')] : [];
  return constant(node);
}

function binary(token: Node, left: Expression, right: Expression, source: string): Change[] {
  const sign = textOf(token, source);
  const swap = SWAPPED[sign];
  if (swap !== undefined) return [replaced(token, swap)];
  if (sign === '??' && textOf(right, source) === '[]') return [replaced(right, SOMEBODY)];
  if (sign !== '+' && sign !== '-') return [];
  return [left, right].filter(is.isNumericLiteral).map((one) => replaced(one, `${Number(one.text) + 1}`));
}

function call(callee: Expression, given: readonly Node[], source: string): Change[] {
  if (!is.isPropertyAccessExpression(callee)) return [];
  const { name } = callee;
  const [first] = given;
  switch (textOf(name, source)) {
    case 'some':
      return [replaced(name, 'every')];
    case 'every':
      return [replaced(name, 'some')];
    case 'filter':
      return first === undefined ? [] : [replaced(first, '() => true')];
    case 'toSorted':
      return first === undefined ? [] : [{ ...replaced(name, 'slice('), end: first.end }];
    case 'min':
      return textOf(callee.expression, source) === 'Math' ? [replaced(name, 'max')] : [];
    case 'max':
      return textOf(callee.expression, source) === 'Math' ? [replaced(name, 'min')] : [];
    default:
      return [];
  }
}

/** `true` and `false` where they are values. */
function constant(node: Node): Change[] {
  if (node.parent !== undefined && is.isLiteralTypeNode(node.parent)) return [];
  if (node.kind === SyntaxKind.TrueKeyword) return [replaced(node, 'false')];
  return node.kind === SyntaxKind.FalseKeyword ? [replaced(node, 'true')] : [];
}

/** Calls and assignments stand as statements for what they do. */
function isActing(expression: Expression): boolean {
  return is.isCallExpression(expression) || is.isBinaryExpression(expression);
}

function replaced(node: Node, text: string): Change {
  return { start: node.getStart(), end: node.end, text };
}

function textOf(node: Node, source: string): string {
  return source.slice(node.getStart(), node.end);
}
