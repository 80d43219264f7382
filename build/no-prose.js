/**
 * ESLint rule: sentences for people stand in the catalogue (`data/words`) and nowhere else, so that the
 * program can be translated. It refuses text in which two words follow each other, and capitalised words
 * under a name that is shown (`label`, `title` ...). In markup it refuses every word, also in attributes
 * that are seen or heard. It sees neither single words elsewhere nor what is put together of pieces; lines
 * for the log may be in English.
 *
 * `allow` lists what is no text, letter by letter. With `capitals`, as in the window, capitalised words are
 * refused under any name but `names`, and unless they are compared or keys.
 */

/** Two words with a space between; what a template fills in counts as one. */
const TWO_WORDS = /(?:^|[\s“"(])(?:\p{L}[\p{L}’'-]*|\uFFFC)[,;:.”)]*\s+[“(]*(?:\p{L}{2,}|\uFFFC)/u;
const FILLED_IN = '\uFFFC';
/** Names whose text is shown, however short it is. */
const SHOWN = new Set(['label', 'title', 'message', 'detail', 'summary', 'about', 'buttonLabel']);
const CAPITALISED = /^\p{Lu}\p{Ll}+/u;
const LETTER = /\p{L}/u;
/** Attributes of markup that people see or hear. */
const SEEN = /^(alt|label|placeholder|title|aria-(label|description|roledescription|valuetext))$/;
/** Keys as the browser and commands name them. */
const KEY =
  /^((Ctrl|Alt|Shift)\+)*(Ctrl|Alt|Shift|Enter|Escape|Tab|Space|Home|End|Delete|Backspace|Process|(Page|Arrow)\w+|.)$/;

const STRINGS = { type: 'array', items: { type: 'string' } };

export const noProse = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: { allow: STRINGS, capitals: { type: 'boolean' }, names: STRINGS },
        additionalProperties: false,
      },
    ],
    messages: { prose: 'Text for people belongs to the catalogue: say() it, see data/words.' },
  },
  create(context) {
    const { allow, capitals = false, names = [] } = context.options[0] ?? {};
    const allowed = new Set(allow);
    const check = (node, text, isText) => {
      const written = text.replaceAll(FILLED_IN, '{}');
      if (!isText || isCode(node) || allowed.has(written) || allowed.has(written.trim())) return;
      context.report({ node, messageId: 'prose' });
    };
    const isWord = (node, text) =>
      capitals && CAPITALISED.test(text) && !isName(node, names) && !KEY.test(text);
    const inCode = (node, text) =>
      check(node, text, isProse(text) || isShown(node, text) || isWord(node, text));
    return {
      Literal: (node) => typeof node.value === 'string' && inCode(node, node.value),
      TemplateLiteral: (node) => inCode(node, textOf(node)),
      SvelteText: (node) => check(node, node.value, LETTER.test(node.value)),
      SvelteLiteral: (node) =>
        check(node, node.value, isProse(node.value) || (isSeen(node) && LETTER.test(node.value))),
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

/** `title="role"`. */
const isSeen = ({ parent }) => SEEN.test(parent.key?.name ?? '');

/** `{ group: 'Case' }`, `word === 'Case'`, `const group = 'Case' as const`: a name of the program's own. */
function isName({ parent }, names) {
  switch (parent.type) {
    case 'BinaryExpression':
      return /^[!=]==$/.test(parent.operator);
    case 'TSAsExpression':
    case 'ArrayExpression':
      return isName(parent, names);
    case 'Property':
      return names.includes(parent.key.name);
    case 'VariableDeclarator':
      return names.includes(parent.id.name);
    default:
      return false;
  }
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
    case 'SvelteScriptElement':
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
