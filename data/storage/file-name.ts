/** Device names that Windows refuses as file names, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * File name for a record id, different for different ids on every disk: ids know upper and lower
 * case, many disks do not. What is not `a-z 0-9 -` is written `_` and two hexadecimal digits.
 */
export function fileNameOf(id: string): string {
  const name = id.replace(/[^a-z0-9-]/g, escape);
  return reserved.test(name) ? escape(name.charAt(0)) + name.slice(1) : name;
}

/** Ids are ASCII (see `Id`), so two digits are enough. */
const escape = (letter: string): string => `_${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
