/** What is said when nobody foresaw what happened. */
export const errors = {
  internal: 'Something unexpected happened: {text}. The case was not changed.',
} as const;
