/**
 * ESLint rule: sentences for people stand in the catalogue (`data/words`) and nowhere else, so that the
 * program can be translated. It refuses text in which two words follow each other, and capitalised words
 * under a name that is shown (`label`, `title` ...). It sees neither single words elsewhere nor what is
 * put together of pieces; lines for the log may be in English.
 */

/** Two words with a space between; what a template fills in counts as one. */
const TWO_WORDS = /(?:^|[\s“"(])(?:\p{L}[\p{L}’'-]*|\uFFFC)[,;:.”)]*\s+[“(]*(?:\p{L}{2,}|\uFFFC)/u;
const FILLED_IN = '\uFFFC';
/** Names whose text is shown, however short it is. */
const SHOWN = new Set(['label', 'title', 'message', 'detail', 'summary', 'about', 'buttonLabel']);
const CAPITALISED = /^\p{Lu}\p{Ll}+/u;

export const noProse = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: { allow: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
    messages: { prose: 'Text for people belongs to the catalogue: say() it, see data/words.' },
  },
  create(context) {
    const allowed = new Set(context.options[0]?.allow);
    const check = (node, text) => {
      if (
        allowed.has(text.replaceAll(FILLED_IN, '{}')) ||
        isCode(node) ||
        !(isProse(text) || isShown(node, text))
      )
        return;
      context.report({ node, messageId: 'prose' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => check(node, textOf(node)),
      SvelteText: (node) => check(node, node.value),
      SvelteLiteral: (node) => check(node, node.value),
    };
  },
};

const textOf = ({ quasis }) => quasis.map(({ value }) => value.cooked).join(FILLED_IN);

/** Markup is no prose, but the words in it are; at least one word is the program's own. */
function isProse(text) {
  const words = text.replace(/<[^<>]*>/g, '|');
  return TWO_WORDS.test(words) && /\p{L}{2,}/u.test(words);
}

/** `{ label: 'Undo' }`. */
function isShown({ parent }, text) {
  return parent.type === 'Property' && SHOWN.has(parent.key.name) && CAPITALISED.test(text);
}

/** Types, sources of modules, style, names of members, patterns, and lines for the log. */
function isCode(node) {
  const { parent } = node;
  switch (parent.type) {
    case 'TSLiteralType':
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'TaggedTemplateExpression':
      return true;
    case 'SvelteStyleElement':
      return true;
    case 'SvelteAttribute':
      return ['class', 'style'].includes(parent.key.name);
    case 'Property':
      return parent.key === node;
    case 'NewExpression':
      return parent.callee.name === 'RegExp';
    case 'CallExpression':
      return (
        ['note', 'error'].includes(parent.callee.property?.name) && isLog(parent.callee.object)
      );
    default:
      return false;
  }
}

/** `log`, `this.#log`. */
const isLog = (object) => /^#?log$/.test(object.name ?? object.property?.name ?? '');
