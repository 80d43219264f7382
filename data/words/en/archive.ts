/** Cases in one file. */
export const archive = {
  notAsWritten:
    'The disk did not keep the copy as it was written. The case itself is untouched; use another disk.',
  notACase: '“{file}” is not a case in one file. Nothing was changed; choose a .wakhan file.',
  noManifest: 'its manifest is missing or not valid',
  unnamed: 'it holds files that it does not name',
  changed: '{name} is not as it was',
  missing: '{name} is missing',
  packed: '{name} cannot be unpacked',
  larger: '{name} is larger than it says',
  refused: '“{file}” {what}. Nothing was unpacked.',
  damaged: '“{file}” is damaged: {why}. Nothing was unpacked; try an older backup.',
} as const;
