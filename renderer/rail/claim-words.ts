import type { Attribution, Credibility } from '#data/model/claim.ts';
import type { Entity } from '#data/model/entity.ts';

/** Who says it, and on whose word: “Hindustan Times, after US officials”. */
export function attributionWords(
  attribution: Attribution | undefined,
  entities: ReadonlyMap<string, Entity>,
): string {
  const names: string[] = [];
  for (let step = attribution; step && names.length < 20; step = step.via) {
    const name = step.entity === undefined ? step.name : entities.get(step.entity)?.name;
    names.push(name ?? 'somebody');
  }
  return names.join(', after ') || 'nobody named';
}

/** Credibility of information (NATO / Admiralty). */
const grades: Readonly<Record<Credibility, string>> = {
  1: 'Confirmed by other independent sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

/** A grade with what it means: “4 Doubtful”. */
export function gradeWords(grade: Credibility): string {
  return `${grade} ${grades[grade]}`;
}
