/** Line drawings on a 16 × 16 grid, 1.4 wide. One path each, so that an icon is one element. */
export const icons = {
  reader: 'M3 2.5h7.5L13 5v8.5H3zM5.5 6.5h5M5.5 9h5M5.5 11.5h3',
  split: 'M2.5 3h11v10h-11zM8 3v10',
  network:
    'M4 12.5a1.5 1.5 0 1 0 0-.1M11.9 11a1.5 1.5 0 1 0 .1 0M8 4.5a1.5 1.5 0 1 0 0-.1M5 11l2-5M11.5 9.7 8.9 5.6M5.6 12.3h4.8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 13.5 13.5',
  close: 'M4 4l8 8M12 4l-8 8',
  minus: 'M3 8h10',
  turn: 'M12.5 6.5A5 5 0 1 0 13 9M13 3v3.7H9.3',
  rectangle: 'M2.5 5V3h2.5M11 3h2.5v2M13.5 11v2H11M5 13H2.5v-2M5.5 6h5v4h-5z',
  plus: 'M8 3v10M3 8h10',
  together: 'M5 3v10M3 5l2-2 2 2M3 11l2 2 2-2M11 3v10M9 5l2-2 2 2M9 11l2 2 2-2',
  check: 'M3 8.5l3.2 3.2L13 5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  sort: 'M4.5 3v10M2.5 11l2 2 2-2M9 4.5h4.5M9 8h3.5M9 11.5h2.5',
  history: 'M8 13.5A5.5 5.5 0 1 0 3 10M2.5 7.5 3 10.3l2.7-.9M8 5v3.2l2 1.3',
  gear: 'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 1.8v1.9M8 12.3v1.9M1.8 8h1.9M12.3 8h1.9M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  timeline: 'M2 8h12M4.5 8V5M8 8v3.5M11.5 8V4M4.5 4.9v-.1M8 11.6v.1M11.5 3.9v-.1',
  panelLeft: 'M2.5 3h11v10h-11zM6 3v10',
  panelRight: 'M2.5 3h11v10h-11zM10 3v10',
  import: 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11',
  report: 'M4 2h5.5L12 4.5V14H4zM9 2v3h3M6 8h4M6 10.5h4',
  up: 'M3.5 10 8 5.5 12.5 10',
  down: 'M3.5 6 8 10.5 12.5 6',
  folded: 'M3 3.5h10M3 12.5h10M4.5 8h.1M8 8h.1M11.5 8h.1',
  grip: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  flip: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  folder: 'M2 4h4l1.5 1.5H14V13H2z',
  document: 'M4 2h5.5L12 4.5V14H4zM9 2v3h3',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.3 5.3v.1',
  claim: 'M2.5 3h11v7.5H8L5 13.2v-2.7H2.5z',
  event: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.3v3M10.5 2.3v3',
  lock: 'M4 7.5h8V14H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.5v.1',
  person:
    'M8 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM3 13.8c.4-3 2.4-4.6 5-4.6s4.6 1.6 5 4.6z',
  organisation: 'M3 13.5V5l5-2.7L13 5v8.5M1.8 13.5h12.4M6 7.5h1M9 7.5h1M6 10h1M9 10h1',
  state: 'M3.5 14V2.3M3.5 3h9l-2 3 2 3h-9',
  'armed-group': 'M8 2l5 2v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM8 5v4M6 7h4',
  place:
    'M8 14s4.5-4.4 4.5-7.7a4.5 4.5 0 0 0-9 0C3.5 9.6 8 14 8 14zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z',
  initiative: 'M5.2 2.5h5.6l2.7 2.7v5.6l-2.7 2.7H5.2l-2.7-2.7V5.2zM5.5 8.2l1.8 1.8 3.3-3.5',
  group:
    'M5.5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM10.8 7.5a1.8 1.8 0 1 0 0-3.6M1.8 12.8c.3-2.4 1.8-3.6 3.7-3.6s3.4 1.2 3.7 3.6zM11 9.3c1.8 0 3 1.2 3.2 3.5h-2.4',
  'media-outlet': 'M2.5 3.5h9v9h-7a2 2 0 0 1-2-2zM11.5 6h2v5a1.5 1.5 0 0 1-2 1.4M5 6.5h4M5 9h4',
} as const;
export type IconName = keyof typeof icons;

/** Whether the codebook names an icon that is drawn here. */
export function isIcon(name: string | undefined): name is IconName {
  return name !== undefined && name in icons;
}
