import type { Attribution, Credibility } from '#data/model/claim.ts';
import type { Entity } from '#data/model/entity.ts';
import { say } from '#data/words/say.ts';

/** Who says it, and on whose word: “Hindustan Times, after US officials”. */
export function attributionWords(
  attribution: Attribution | undefined,
  entities: ReadonlyMap<string, Entity>,
): string {
  const names: string[] = [];
  for (let step = attribution; step && names.length < 20; step = step.via) {
    const name = step.entity === undefined ? step.name : entities.get(step.entity)?.name;
    names.push(name ?? say('rail.somebody'));
  }
  if (names.length === 0) return say('rail.nobody');
  return names.reduce((who, source) => say('rail.after', { who, source }));
}

/** A grade of credibility (NATO / Admiralty) with what it means: “4 Doubtful”. */
export function gradeWords(grade: Credibility): string {
  return `${grade} ${say(`rail.grade.${grade}`)}`;
}
