import { madeText, type MadeBlock } from './made-text.ts';

const long =
  'The four armies met in the city for two days and agreed to share what they know about the mountains between them, ' +
  'to train together once a year, and to write to each other in between; nothing of it was public before the second round, ' +
  'and of the first one there is only a photograph. ';

/** A text with every kind of block that a format can give. */
const blocks: readonly MadeBlock[] = [
  { kind: 'paragraph', words: 'Home\nWorld\nAsia', region: 'navigation' },
  { kind: 'paragraph', words: 'Share this page', region: 'share' },
  { kind: 'heading', level: 1, words: 'Every kind of block', page: '11' },
  {
    kind: 'paragraph',
    words: long + '|The page turns within this sentence, which goes on. ' + long,
    page: '12',
  },
  { kind: 'heading', level: 2, words: 'Lists' },
  { kind: 'list-item', number: '1.', words: 'The first article of the memorandum.' },
  {
    kind: 'list-item',
    level: 2,
    number: 'a)',
    words:
      'A point below it, long enough to go on to a second line so that one sees where that begins.',
  },
  { kind: 'list-item', level: 2, number: 'xviii.', words: 'A wide number below it.' },
  { kind: 'list-item', number: 'xviii.', words: 'A wide number at the edge.' },
  {
    kind: 'list-item',
    number: 'Article 12 bis.',
    words: 'A number that is longer than the room beside the words, which then begins the line.',
  },
  { kind: 'list-item', words: 'An item without a number.' },
  { kind: 'list-item', level: 2, words: 'One below it.' },
  { kind: 'list-item', level: 3, words: 'And one more below.' },
  {
    kind: 'list-item',
    number: '۱.',
    words: 'رئیسان چهار ارتش در ارومچی دیدار کردند و همکاری را آغاز کردند.',
  },
  { kind: 'list-item', level: 2, number: '۲.', words: 'نشست دوم در دوشنبه برگزار شد.' },
  { kind: 'heading', level: 3, words: 'A table' },
  { kind: 'table-row', words: 'State\tSpeaker\tFirst round\tMembers' },
  { kind: 'table-row', words: 'China\tGen. Fang Fenghui\t3 August 2016\t4' },
  {
    kind: 'table-row',
    words:
      'Tajikistan\tMaj. Gen. Emomali Sobirzoda, who came by train\nand left by air\t3 August 2016\t',
  },
  { kind: 'table-row', words: 'Пакистан\t\tАвгуст 2016\t4' },
  { kind: 'caption', words: 'Table 1: who came to Urumqi, by state.' },
  { kind: 'heading', level: 4, words: 'A wide table' },
  { kind: 'table-row', words: 'No.\tState\tCity\tRound\tYear\tChief\tDeputy\tSeats\tNote\tSource' },
  { kind: 'table-row', words: '1\tChina\tUrumqi\tfirst\t2016\tFang\tLi\t4\thost\tministry' },
  {
    kind: 'table-row',
    words: '2\tTajikistan\tDushanbe\tsecond\t2017\tSobirzoda\t\t4\thost\tagency',
  },
  { kind: 'table-row', words: 'کشور\tشهر\tسال' },
  { kind: 'heading', level: 5, words: 'Quotes and code' },
  {
    kind: 'quote',
    words:
      '“Nobody is a target of this mechanism,” a spokesman said, “and nobody should feel to be one.”',
  },
  { kind: 'code', words: 'member = ["China", "Tajikistan"]\nfor one in member:\n    print(one)' },
  {
    kind: 'comment',
    number: 'K. Reviewer',
    words: 'Is that the same spokesman as in the first note?',
  },
  { kind: 'heading', level: 6, words: 'Speech' },
  { kind: 'cue', words: 'Good evening from Urumqi.', said: [1_000, 4_000] },
  {
    kind: 'cue',
    words:
      'The four chiefs have just arrived, and we are told that they will speak for an hour at least.',
    said: [3_723_000, 3_730_000],
  },
  { kind: 'page-break', words: '\f' },
  {
    kind: 'paragraph',
    words:
      'A page with H2O and 10³ words[1], five four members, and a 会議 about it; the statement of the ministry is to be found there.',
    page: '13',
  },
  {
    kind: 'paragraph',
    words:
      '四国军队领导人在乌鲁木齐举行会议，同意建立反恐合作协调机制，并就共同关心的问题交换意见。',
  },
  {
    kind: 'footnote',
    number: '1',
    words: 'The statement of the ministry, in the words of the agency.',
  },
  { kind: 'footnote', number: '2', words: 'Another note.' },
  { kind: 'paragraph', words: 'Related: Four armies', region: 'related' },
  { kind: 'paragraph', words: 'Related: The ministry in Urumqi', region: 'related' },
  { kind: 'paragraph', words: 'Last words of the text.' },
  { kind: 'paragraph', words: 'Leave a reply', region: 'comment-form' },
];

/** The text with what of it is folded away. */
export const kindsText = madeText(blocks, [
  { words: '2O', kind: 'subscript' },
  { words: '³', kind: 'superscript' },
  { words: '[1]', kind: 'note-anchor', note: 'The statement of the ministry, in' },
  { words: 'five ', kind: 'deletion' },
  { words: 'four members', kind: 'insertion' },
  { words: '会議', kind: 'ruby', reading: 'かいぎ' },
  { words: 'statement of the ministry is', kind: 'link', address: 'https://example.org/statement' },
]);
