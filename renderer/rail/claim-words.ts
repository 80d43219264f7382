import type { Attribution } from '#data/model/claim.ts';
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
