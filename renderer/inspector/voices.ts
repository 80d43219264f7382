import type { Attribution } from '#data/model/claim.ts';

/** One voice of an attribution: an actor of the case, or a name. */
export interface Voice {
  entity?: string;
  name?: string;
}

/** The voices of an attribution, from who is read to who said it first. */
export function toVoices(attribution: Attribution | undefined): Voice[] {
  const voices: Voice[] = [];
  for (let step = attribution; step; step = step.via) {
    const { entity, name } = step;
    voices.push({
      ...(entity === undefined ? {} : { entity }),
      ...(name === undefined ? {} : { name }),
    });
  }
  return voices;
}

/** The attribution of some voices; null when there is none. */
export function fromVoices(voices: readonly Voice[]): Attribution | null {
  return voices.reduceRight<Attribution | null>(
    (via, voice) => ({ ...voice, ...(via ? { via } : {}) }),
    null,
  );
}
