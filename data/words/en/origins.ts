/** Where texts come from: agencies and outlets that they name as their source. */
export const origins = {
  dateline:
    'It begins as a report of this agency: “{words}”{count, plural, one {} other {; # documents name it}}.',
  credit:
    'It says where it is from: “{words}”{count, plural, one {} other {; # documents name it}}.',
  report: 'It has this from there: “{words}”{count, plural, one {} other {; # documents name it}}.',
  line: '{state, select, confirmed {confirmed} other {proposed}} {name} ({count, plural, one {one document} other {# documents}}): {reason}',
  documentLine: '“{title}” ({id})',
  none: 'No document names another outlet as its source, and no origin is confirmed.',
} as const;
