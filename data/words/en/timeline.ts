/** The strip of events. */
export const timeline = {
  undated: 'undated',

  timeline: 'Timeline',
  dated: '{dated} dated{undated, plural, =0 {} other {, {undated} undated at the end}}',
  'fold-the-timeline': 'Fold the timeline',
  'events-by-date': 'Events by date',
  empty: 'No events yet. Select words that tell of one and press Alt+E.',
} as const;
