/** Why an operation is refused. */
export const operations = {
  unknown: 'There is no operation “{op}”. Nothing was changed; see the table of operations.',
  invalidInput: 'The input of {what} is not valid ({fault}). Nothing was changed.',
  faultAt: '{path}: {fault}',
  faultUnknown: 'unknown',
  tooDeep: 'nested deeper than {levels} levels',
  halfCharacter: 'holds half of a character',
  unknownLabel: 'there is no such label, or an argument is missing',
  notInBatch: '“{op}” cannot stand in a batch.',
  batchStep: 'Step {step} of {count}: {message}',
  idTaken: 'The id {id} is taken already (kind: {kind}). Nothing was changed; use another id.',
  unknownId: 'There is no {kind} with the id {id} in this case. Nothing was changed.',
  unknownDocument: 'There is no document {id} in this case.',
  caseExists: 'This case has been created already. Nothing was changed.',
  noTextThere:
    'The range {start}-{end} is not a piece of this text ({length} characters). Nothing was changed; give a start before the end, both inside the text.',
  splitCharacter:
    'Offset {at} is in the middle of the character “{character}”, which takes the offsets {before} and {at}. Nothing was changed; give {before} or {after} instead.',
  regionsOverlap:
    'The range {start}-{end} lies in another region, which ends at {last}. Nothing was changed; move or remove that one first.',
  areaOutside: 'reaches over the edge of its page',
  areaWithoutWords:
    'There are no words in this rectangle. Nothing was changed; give it a caption that says what it shows.',
  linkedWithItself: 'A document is not linked with itself. Nothing was changed.',
  linkedAlready:
    '“{from}” and “{to}” are linked in this way already. Nothing was changed; change or remove that link.',
  textInUse:
    'The text of “{title}” carries highlights, whose words would be others. Nothing was changed; import the file once more beside it, or remove the highlights first.',
  anchorWithoutPlace:
    'A highlight goes to a newer version only with a place there. Nothing was changed; give a start and an end.',
  anchorTwice: 'A highlight is named twice among the anchors. Nothing was changed.',
  notOfDocument:
    'The highlight {id} does not stand in this document, and does not wait for it. Nothing was changed.',
  notWaiting:
    'This highlight does not wait to come to a newer version. Nothing was changed; there is nothing to decide.',
  versionBackwards:
    '“{to}” is “{title}” itself or an older version of it. Nothing was changed; highlights go to newer versions only.',
  oneActor: 'A relation links two different actors. Nothing was changed.',
  nobodySays: 'An attribution names an actor. Nothing was changed.',
  claimOfItself: 'A claim cannot be linked to itself. Nothing was changed.',
  tagBelowItself: 'A tag cannot stand below itself. Nothing was changed.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  doesNotStand: 'Operation {n} is not part of the case as it stands.',
  nameTaken:
    'There is a {kind, select, entityType {type of actor} relationType {type of relation} other {tag}} “{name}” already. Nothing was changed; use it, or another name.',
  nameTakenUnder:
    'There is a {kind, select, entityType {type of actor} relationType {type of relation} other {tag}} “{name}” under “{parent}” already. Nothing was changed; use it, or another name.',
  keyTaken:
    'The key {key} belongs to the {kind, select, entityType {type of actor} relationType {type of relation} other {tag}} “{name}”. Nothing was changed; use another key.',
  inUse:
    'The {record} is used by {users}{rest, plural, =0 {} other { and {rest} more}}. Nothing was changed; change or remove {count, plural, one {that} other {those}} first{cascade, select, yes {, or remove with the option “cascade”} other {}}.',
  record:
    '{kind, select, entity {actor} entityType {type of actor} relationType {type of relation} other {{kind}}} “{name}”',
} as const;
