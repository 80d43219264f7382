/** Longest address that is kept, in code units. */
const LONGEST = 2000;

/** The address of a link that may be kept: one of the web or of a mail box, nothing that runs or lies here. */
export function outwardAddress(address: string): string | undefined {
  const trimmed = address.trim().slice(0, LONGEST);
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(trimmed) ? trimmed : undefined;
}

/** Where the instruction of a field leads: `HYPERLINK "https://example.org" \t "_blank"`. */
export function fieldAddress(instruction: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction.slice(0, 4000));
  return found ? outwardAddress(found[1] ?? found[2] ?? '') : undefined;
}
