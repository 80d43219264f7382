/** What a list holds, by its name. */
const things =
  '{what, select, documents {documents} actors {actors} tags {tags} events {events} other {claims}}';

/** Records by their kind. */
const records =
  '{kind, select, document {documents} entity {actors} tag {tags} event {events} other {claims}}';

/** The lists on the left, and what can be done with several of their lines. */
export const rail = {
  picked: `Picked ${things}`,
  'picked-count': `{count} ${things}`,
  'pick-none': 'Pick none',
  'pick-none.title': 'Pick none (Esc)',

  'as-made': 'As made',
  'who-says-it': 'Who says it',
  credibility: 'Credibility',
  'their-quotes-stay': 'Their quotes stay.',
  'claims.empty': 'No claims yet. Select what somebody says and press Alt+C.',

  'as-imported': 'As imported',
  title: 'Title',
  date: 'Date',
  highlights: 'Highlights',
  state: 'State',
  'mark-as': 'Mark as…',
  marked:
    '{count, plural, other {{count} documents marked as {state, select, unread {unread} reading {reading} other {done}}.}}',
  'came-with': 'came with “{title}”',
  undated: 'undated',
  'documents.empty': 'Nothing to read yet.',
  'import-documents': 'Import documents…',

  name: 'Name',
  mentions: 'Mentions',
  'actors.empty': 'No actors yet. Select a name in a text and press Ctrl+Enter.',

  'their-highlights-stay': 'Their highlights stay.',
  'events.empty': 'No events yet. Select words that tell of one and press Alt+E.',

  documents: 'Documents',
  actors: 'Actors',
  tags: 'Tags',
  events: 'Events',
  claims: 'Claims',
  lists: 'Lists',
  tab: '{title} (Alt+{key})',

  filter: `Filter ${things}`,
  'sort-by': 'Sort by',
  sort: `Sort ${things} by`,
  things: `${things}`,
  'no-match': `No ${things} match “{query}”.`,

  codebook: 'Codebook',
  level: 'level {depth}',
  'key-in-the-tag-bar': 'Key in the tag bar',
  'tags.empty': 'No tags yet. Select words in a text, type a name, and press Ctrl+Shift+Enter.',

  'show-in-network': 'Show in network',
  'merge-into': 'Merge into…',
  'set-type': 'Set type…',
  typed: '{count, plural, other {{count} actors are now of type {type}.}}',

  somebody: 'somebody',
  after: '{who}, after {source}',
  nobody: 'nobody named',
  'grade.1': 'Confirmed by other independent sources',
  'grade.2': 'Probably true',
  'grade.3': 'Possibly true',
  'grade.4': 'Doubtful',
  'grade.5': 'Improbable',
  'grade.6': 'Truth cannot be judged',

  'of-type':
    '“{other}” is of type {otherType}, “{keep}” of type {keepType}. Are they the same actor?',
  'merge-as': 'Merge as {type}',
  merged:
    '{count, plural, one {{count} actor is now part of “{keep}”.} other {{count} actors are now part of “{keep}”.}}',
  'too-many-mentions':
    '“{name}” is named too often to be merged into another actor. Nothing was changed; keep this one and merge the other into it.',

  undo: 'Undo',
  remove: 'Remove',
  removed: `{count, plural, other {Removed {count} ${records}.}}`,
} as const;
