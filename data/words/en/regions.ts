/** What of a text is folded away. ICU knows no hyphen in the name of a choice. */
export const regions = {
  kind: '{kind, select, page_title {Page title} breadcrumb {Breadcrumb} category_row {Categories} navigation {Navigation} pull_quote {Pull quote} caption {Caption} credit {Credit} author_box {About the author} related {Related posts} references {References} publisher_box {About the publisher} comment_form {Comment form} comments {Comments} advertisement {Advertisement} share {Sharing} header {Page header} footer {Page footer} page_number {Page number} hidden {Hidden in the original} other {Boilerplate}}',
  extent:
    '{paragraphs, plural, one {1 paragraph} other {{paragraphs} paragraphs}} · {characters} characters',

  fold: 'Fold or unfold what is folded away at the caret',
  'fold.words': 'debris, collapse, expand, hide, show, region',
  'unfold-all': 'Unfold all that is folded away',
  'fold-all': 'Fold all away again',
  'fold-as': 'Fold away as…',
  'fold-as.words': 'debris, boilerplate, region, hide, kind of region, navigation, advertisement',
  text: 'This is text: bring it back',
  'text.words': 'debris, region, restore, keep, not boilerplate',
  'wider-above': 'Fold away one paragraph more above',
  'wider-below': 'Fold away one paragraph more below',
  'narrower-above': 'Bring back the first paragraph of what is folded away',
  'narrower-below': 'Bring back the last paragraph of what is folded away',
  'edge.words': 'boundary, region, debris, extend, shrink',
  layer: 'Show what is folded away, or not',
  'layer.words': 'layers, debris, regions, unfold',
  'layer.name': 'What is folded away',

  'choose-kind': 'Fold away as',
  'change-kind': 'Change the kind',
  kinds: 'Kinds',
  'choose-kind.hint': 'kind, or Enter for boilerplate',
  folded: 'Folded away as: {kind}.',
  restored: 'Brought back into the text.',
  undo: 'Undo',
} as const;
