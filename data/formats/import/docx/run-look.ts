import type { Look } from '../office/look.ts';
import { elementOf, type XmlElement } from '../xml/xml-tree.ts';
import { lettersOf, valueOf, type Letters } from './properties.ts';
import type { Style, Styles } from './styles.ts';

/**
 * How a run looks beside the plain words of its paragraph: bold in a bold heading is nothing of its own. A
 * switch in the style of the letters turns that of the paragraph around, one in the run itself decides.
 */
export function lookOfRun(
  run: XmlElement,
  styles: Styles,
  paragraph: Style,
): { look: Look; font: string } {
  const rPr = elementOf(run, 'w:rPr');
  const id = valueOf(rPr, 'w:rStyle');
  const style: Letters = id === undefined ? {} : styles.of(id).letters;
  const own = lettersOf(rPr);
  const { letters: base } = paragraph;
  const isOn = (part: 'strong' | 'emphasis' | 'struck' | 'hidden') =>
    own[part] ?? (style[part] ?? false) !== (base[part] ?? false);
  const shift = own.shift ?? style.shift ?? base.shift;
  return {
    look: {
      strong: isOn('strong') && !base.strong,
      emphasis: isOn('emphasis') && !base.emphasis,
      shift: shift === 'superscript' ? 'raised' : shift === 'subscript' ? 'lowered' : undefined,
      change: isOn('struck') && !base.struck ? 'deletion' : undefined,
      hidden: isOn('hidden'),
    },
    font: own.font ?? style.font ?? base.font ?? '',
  };
}
