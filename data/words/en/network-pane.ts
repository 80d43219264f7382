/** The pane of the network: its bar, legend, filters, notes and menus. */
export const networkPane = {
  network: 'Network',
  canvas:
    'Network of {n} actors. Arrow keys go from actor to actor, Shift and arrow keys move them; the list beside holds the same.',
  empty:
    'Nobody here yet. Select words in the reader and make an actor of them; relations between actors appear here as lines.',

  'laid-out': 'Laid out by “{layout}”.',
  undo: 'Undo',

  'hidden-both':
    '{actors, plural, one {# actor} other {# actors}} and {relations, plural, one {# relation} other {# relations}} are hidden',
  'hidden-actors': '{actors, plural, one {# actor is hidden} other {# actors are hidden}}',
  'hidden-relations':
    '{relations, plural, one {# relation is hidden} other {# relations are hidden}}',
  'nobody-left': 'The filter leaves nobody; {hidden}',
  within: '{said} within the filter; {hidden}',
  'no-way': 'No way between {from} and {to}',
  ways: '{ways, plural, one {# shortest way} other {# shortest ways}} between {from} and {to}, {steps, plural, one {# step} other {# steps}}',
  two: '{first} and {second}',
  'actors-count': '{n} actors',
  around: 'Around {who}, {steps, plural, one {one step} other {{steps} steps}}',
  'hidden-neighbours': '{n, plural, one {# neighbour is hidden} other {# neighbours are hidden}}',
  'nobody-named': 'Nobody is named “{text}”',
  named: 'Named “{text}”',
  'selected-filtered':
    '{n, plural, one {# selected actor is hidden by the filter} other {# selected actors are hidden by the filter}}',
  'selected-undrawn':
    '{n, plural, one {# selected actor is not among the best linked drawn} other {# selected actors are not among the best linked drawn}}',
  'actor-filtered': '“{name}” is hidden by the filter',
  'actor-undrawn': '“{name}” is not among the best linked drawn',
  'relation-filtered': 'The relation is hidden by the filter',
  'relation-undrawn': 'The relation is not among the best linked drawn',
  'relation-noun': '{n, plural, one {relation} other {relations}}',

  fit: 'Fit the network to the pane',
  'zoom-in': 'Zoom into the network',
  'zoom-out': 'Zoom out of the network',
  'select-all': 'Select all actors on screen',
  lasso: 'Select actors with the lasso',
  'show-around': 'Show only the selection and its neighbours',
  'show-around-two': 'Show only what is two steps from the selection',
  'show-between': 'Show the shortest ways between two selected actors',
  'linked-only': 'Hide or show actors without relations',
  areas: 'Show or hide the areas of members',
  'show-whole': 'Show the whole network',
  link: 'Link the two selected actors',
  'lay-out-by': 'Lay out the network: {layout}',
  'align-selected-left': 'Align selected actors: left',
  'align-selected-centre': 'Align selected actors: centre',
  'align-selected-right': 'Align selected actors: right',
  'align-selected-top': 'Align selected actors: top',
  'align-selected-middle': 'Align selected actors: middle',
  'align-selected-bottom': 'Align selected actors: bottom',
  'spread-selected-across': 'Spread selected actors evenly from left to right',
  'spread-selected-down': 'Spread selected actors evenly from top to bottom',

  'align-the-selected-actors': 'Align the selected actors',
  'align-left': 'Align left',
  'align-centre': 'Align centre',
  'align-right': 'Align right',
  'align-top': 'Align top',
  'align-middle': 'Align middle',
  'align-bottom': 'Align bottom',
  'spread-across': 'Spread across',
  'spread-down': 'Spread down',

  quotes:
    '{quotes, plural, one {{quotes} quote} other {{quotes} quotes}} in {documents, plural, one {{documents} document} other {{documents} documents, {origins, plural, one {one origin} other {{origins} origins}}}}',
  'more-quotes': 'and {rest} more: click',

  'show-it': 'Show it',
  'look-without-the-filter': 'Look without the filter',
  'show-all': 'Show all',

  'lay-out-the-network': 'Lay out the network',
  'lay-out': 'Lay out',
  'lay-out-actors': 'Lay out {n} actors',
  'lay-out.hint': 'Only what you ask for moves. Undo brings back the places.',

  legend: 'Legend',
  actors: 'Actors',
  relations: 'Relations',
  'in-the-sources': 'In the sources',
  size: 'Size',

  'show-them-all': 'Show them all',
  all: 'All',
  'legend-show': 'Show {name}. With Alt: only these',
  'legend-hide': 'Hide {name}. With Alt: only these',
  hidden: 'hidden',
  'show-the-others-again': 'Show the others again',
  'legend-alone': 'Show {name} alone',
  only: 'Only',

  'actors-as-a-list': 'Actors as a list',
  'show-actors-named': 'Show actors named',
  'find-actors': 'Find actors',
  'tool.show-more': 'Show more than the neighbourhood',
  'tool.around': 'Only the selection and its neighbours (N)',
  'tool.between': 'Shortest ways between two selected actors (P)',
  'tool.linked-only': 'Hide actors without relations (U)',
  'tool.areas': 'Areas around the members of groups (M)',
  'tool.lasso': 'Lasso (L). A box: Shift and drag',
  'tool.fit': 'Fit to the pane (0)',

  'by-filter': '{n} hidden by the filter',
  unlinked: '{n} without relations hidden',
  'over-limit': 'the {drawn} best linked drawn, {more} more by filter',
  status:
    '{actors, plural, one {# actor} other {# actors}}, {relations, plural, one {# relation} other {# relations}}',
  'laying-out': 'Laying out: {layout}',
  layout: 'Layout',
  cancel: 'Cancel',

  'actors-in-the-network': 'Actors in the network',
} as const;
