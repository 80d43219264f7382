/** Outlines of the canvas shapes as SVG paths on a 16 by 16 field, for legends and lists. */
const outlines: Readonly<Record<string, string>> = {
  ellipse: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  rectangle: 'M2 3.5h12v9H2Z',
  'round-rectangle': 'M4 3.5h8a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2Z',
  'cut-rectangle': 'M4.6 3.5h6.8L14 6v4l-2.6 2.5H4.6L2 10V6Z',
  triangle: 'M8 2 14.5 13.5h-13Z',
  'round-triangle': 'M8.9 2.6l5 9c.4.8 0 1.9-.9 1.9H3c-.9 0-1.3-1.1-.9-1.9l5-9c.4-.8 1.4-.8 1.8 0Z',
  diamond: 'M8 1.2 14.8 8 8 14.8 1.2 8Z',
  pentagon: 'M8 1.6 14.4 6.3 12 13.8H4L1.6 6.3Z',
  hexagon: 'M4.6 2.4h6.8L14.8 8l-3.4 5.6H4.6L1.2 8Z',
  octagon: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3Z',
  star: 'M8 1.2l2 4.6 5 .4-3.8 3.3 1.2 4.9L8 11.8l-4.4 2.6 1.2-4.9L1 6.2l5-.4Z',
};

/** The outline of a shape; what is not known is drawn as a circle, as the canvas does. */
export const outline = (shape: string): string => outlines[shape] ?? outlines['ellipse'] ?? '';
