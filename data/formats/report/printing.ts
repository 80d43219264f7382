import type { Report, ReportQuote } from './report.ts';

/** State of one rendering. */
export interface Printing {
  report: Report;
  /** Highlights that are printed in full already. */
  printed: Set<string>;
}

/** Those of the quotes that are not printed yet; they count as printed from now on. */
export function newQuotes(highlights: readonly string[], printing: Printing): ReportQuote[] {
  const { report, printed } = printing;
  return highlights.flatMap((id) => {
    const quote = report.quotes.get(id);
    if (!quote || printed.has(id)) return [];
    printed.add(id);
    return [quote];
  });
}
