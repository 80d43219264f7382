/** A region by its kind. ICU knows no hyphen in the name of a choice. */
const region =
  '{kind, select, page_title {page title} breadcrumb {breadcrumb} category_row {category row} navigation {navigation} pull_quote {pull quote} caption {caption} credit {credit} author_box {author box} related {related} references {references} publisher_box {publisher box} comment_form {comment form} comments {comments} advertisement {advertisement} share {share} header {header} footer {footer} page_number {page number} boilerplate {boilerplate} hidden {hidden} other {region}}';

/** How a document goes back to another. */
const link =
  '{type, select, version_of {version of} copy_of {copy of} excerpt_of {excerpt of} other {translation of}}';

/**
 * What operations did, for the history. The journal keeps the key: it is never renamed, and an argument
 * neither. No argument is called `input` (`data/storage/journal-record.ts`).
 */
export const history = {
  'case.create': 'Create case “{title}”',
  'case.update': 'Change the case',
  'case.upgrade': 'Bring the case to format {to}',
  'entityType.add': 'Add actor type “{name}”',
  'entityType.update': 'Change actor type “{name}”',
  'entityType.remove': 'Remove actor type “{name}”',
  'relationType.add': 'Add relation type “{name}”',
  'relationType.update': 'Change relation type “{name}”',
  'relationType.remove': 'Remove relation type “{name}”',
  'tag.add': 'Add tag “{name}”',
  'tag.update': 'Change tag “{name}”',
  'tag.remove': 'Remove tag “{name}”',
  'document.add': 'Import “{title}”',
  'document.update': 'Change document “{title}”',
  'document.remove': 'Remove document “{title}”',
  'document.accept': 'Accept what was found about “{title}”',
  'document.refuse': 'Drop what was found about “{title}”',
  'document.settle': 'Leave “{title}” as it was read',
  'document.acceptAll': '{count, plural, other {Accept what was found about {count} documents}}',
  'document.reread': 'Read “{title}” again',
  'document.copied': 'Save the original of “{title}” as {name}',
  'documentLink.add': `Link “{from}” as ${link} “{to}”`,
  'documentLink.refuse': `Say that “{from}” is no ${link} “{to}”`,
  'documentLink.update': `Change the link of “{from}” as ${link} “{to}”`,
  'documentLink.remove': `Remove the link of “{from}” as ${link} “{to}”`,
  'origin.add': 'Add origin “{name}”',
  'origin.refuse': 'Refuse origin “{name}”',
  'origin.update': 'Change origin “{name}”',
  'origin.remove': 'Remove origin “{name}”',
  'region.add': `Fold away ${region} of “{title}”`,
  'region.update': `Change ${region} of “{title}”`,
  'region.bringBack': 'Bring a part of “{title}” back into its text',
  'region.remove': `Unfold ${region} of “{title}”`,
  'entity.add': 'Add actor “{name}”',
  'entity.update': 'Change actor “{name}”',
  'entity.remove': 'Remove actor “{name}”',
  'highlight.add': 'Highlight “{quote}”',
  'highlight.update': 'Change highlight “{quote}”',
  'highlight.remove': 'Remove highlight “{quote}”',
  'relation.add': 'Link {from} – {verb} – {to}',
  'relation.update': 'Change relation {from} – {verb} – {to}',
  'relation.remove': 'Remove relation {from} – {verb} – {to}',
  'event.add': 'Add event “{name}”',
  'event.update': 'Change event “{name}”',
  'event.remove': 'Remove event “{name}”',
  'claim.add': 'Add claim “{text}”',
  'claim.update': 'Change claim “{text}”',
  'claim.remove': 'Remove claim “{text}”',
  'position.move': 'Move “{name}”',
  'position.moveAll': '{count, plural, other {Place {count} actors}}',
  'position.find': 'Find a place for “{name}”',
  'position.findAnyone': 'Find a place for “an actor”',
  'position.findAll': '{count, plural, other {Find places for {count} actors}}',
  'report.add': 'Add report “{title}”',
  'report.update': 'Change report “{title}”',
  'report.remove': 'Remove report “{title}”',
  removeAll:
    '{count, plural, other {Remove {count} {kind, select, document {documents} entity {actors} tag {tags} event {events} other {claims}}}}',
  'document.markAll':
    '{count, plural, other {{count} documents marked as {state, select, unread {unread} reading {reading} other {done}}}}',
  'entity.typeAll': '{count, plural, other {{count} actors are now of type {type}}}',
  'entity.merge': 'Merge {names} into “{keep}”',
  'evidence.add':
    'Add evidence to a {kind, select, relation {relation} event {event} other {claim}}',
  'evidence.move':
    'Move a quote to another {kind, select, relation {relation} event {event} other {claim}}',
  'relation.evidence': 'Add evidence to {from} – {verb} – {to}',
  'highlight.tag': 'Tag “{quote}” as {name}',
  'highlight.tagAlso': 'Tag “{quote}” as {name}, also called that',
  'highlight.tagAll': '{count, plural, other {Tag {count} occurrences of “{quote}” as {name}}}',
  'highlight.newEntity': 'Tag “{quote}” as new {type} “{name}”',
  'highlight.newTag': 'Tag “{quote}” with new tag “{name}”',
  'highlight.note': 'Note on “{quote}”',
  batch: '{count, plural, other {{count} changes}}',
  named: '{label}',
  undo: 'Undo number {n}',
  'undo-to': 'Undo to number {n}',
  redo: 'Redo number {n}',
  unknown: 'Operation {n}',
} as const;
