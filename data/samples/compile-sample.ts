import { compileActors, type Actors } from './compile-actors.ts';
import { compileClaims } from './compile-claims.ts';
import { compileEvents } from './compile-events.ts';
import { compilePositions } from './compile-positions.ts';
import { compileRelations } from './compile-relations.ts';
import { Marks } from './marks.ts';
import { parseNote, type Note } from './parse-note.ts';
import type { CompiledSample, SampleDocument, SampleOperation, SampleSources } from './sample.ts';
import { sourceError } from './source-error.ts';

/**
 * Turns the readable sources into documents and operations with ids that depend on nothing but the
 * sources. Throws `invalid-input` with file and line for a quote that is not in its note, an actor
 * that nobody declared, and so on; tags and types are checked by the engine, which has the codebook.
 */
export function compileSample(sources: SampleSources): CompiledSample {
  const marks = new Marks();
  const notes = sources.notes.map((source) => ({
    id: source.name.replace(/\.txt$/, ''),
    note: parseNote(source),
  }));
  for (const { id, note } of notes) marks.addNote(id, note);
  const actors = compileActors(sources.actors);
  for (const { note } of notes) checkMentions(note, actors);
  const assertions = [
    ...compileRelations(sources.relations, actors, marks),
    ...compileEvents(sources.events, actors, marks),
    ...compileClaims(sources.claims, actors, marks),
  ];
  return {
    title: sources.title,
    summary: sources.summary,
    documents: notes.map(({ id, note }) => toDocument(id, note)),
    operations: [
      ...actors.additions(),
      ...marks.operations(),
      ...actors.provenance(marks),
      ...assertions,
      compilePositions(sources.positions, actors),
      report(sources),
    ],
  };
}

/** The report that begins with the summary of the case. */
function report({ title, summary }: SampleSources): SampleOperation {
  return { op: 'report.add', input: { id: 'report-sample', title, summary } };
}

function checkMentions(note: Note, actors: Actors): void {
  for (const { entity, line } of note.marks) {
    if (entity === undefined || actors.has(entity)) continue;
    throw sourceError(note.file, line, `no actor is called @${entity}`);
  }
}

function toDocument(id: string, { file, header, text }: Note): SampleDocument {
  const { title = '', date, clashes, note, ...known } = header;
  const remarks = [note, clashes === undefined ? undefined : `Clashes with ${clashes}.`];
  const remark = remarks.filter((part) => part !== undefined).join(' ');
  return {
    id,
    origin: file,
    text,
    title,
    ...known,
    ...(date === undefined ? {} : { published: date }),
    ...(remark === '' ? {} : { note: remark }),
  };
}
