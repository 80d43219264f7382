import { AppError } from '../../../errors.ts';
import type { ReportOptions } from '../report.ts';
import { say } from '../../../words/say.ts';
import type { ReportRenderer } from './renderer.ts';

/** Every format of a report, in the order in which they are offered. */
export const reportRenderers = [
  {
    id: 'pdf',
    label: 'PDF',
    kind: say('report.kindPdf'),
    mediaType: 'application/pdf',
    extension: 'pdf',
    showsPictures: true,
    load: async () => {
      const { renderPrint } = await import('../render-html.ts');
      return (report, shelf) => ({ print: renderPrint(report, shelf) });
    },
  },
  {
    id: 'html',
    label: 'HTML',
    kind: say('report.kindHtml'),
    mediaType: 'text/html',
    extension: 'html',
    showsPictures: true,
    load: async () => {
      const { renderHtml } = await import('../render-html.ts');
      return (report, shelf) => ({ file: renderHtml(report, shelf) });
    },
  },
  {
    id: 'md',
    label: 'Markdown',
    kind: say('report.kindMarkdown'),
    mediaType: 'text/markdown',
    extension: 'md',
    showsPictures: false,
    load: async () => {
      const { renderMarkdown } = await import('../render-markdown.ts');
      return (report) => ({ file: renderMarkdown(report) });
    },
  },
] as const satisfies readonly ReportRenderer[];

/** Id of a format. */
export type ReportFormat = (typeof reportRenderers)[number]['id'];

/** The ids of all formats. */
export const reportFormats: readonly ReportFormat[] = reportRenderers.map(({ id }) => id);

/** The format with that id. */
export function rendererOf(format: ReportFormat): ReportRenderer {
  const found = reportRenderers.find(({ id }) => id === format);
  if (found) return found;
  throw new AppError('invalid-input', say('report.unknownFormat', { format }));
}

/** The format that a word means: its id, or the ending of its files. */
export function formatNamed(word: string): ReportFormat | undefined {
  const name = word.toLowerCase();
  return reportRenderers.find(({ id, extension }) => id === name || extension === name)?.id;
}

/** A report that somebody wants to have, and as what. */
export interface ReportWish extends Pick<
  ReportOptions,
  'title' | 'summary' | 'sections' | 'generator' | 'pictures'
> {
  format: ReportFormat;
}
