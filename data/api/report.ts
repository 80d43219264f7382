import { z } from 'zod';
import { reportFormats } from '../formats/report/renderers/registry.ts';
import { Id } from '../model/common.ts';
import { caseCall } from './call.ts';

/** Calls that make reports of the open case. */
export const reportCalls = {
  /** Asks where to save and writes a report; null when cancelled, else the file's name and hash. */
  'report.export': caseCall(
    z.strictObject({
      format: z.enum(reportFormats),
      title: z.string().trim().min(1).max(500),
      summary: z.string().max(100_000).exactOptional(),
      sections: z.array(Id).exactOptional(),
    }),
  ).gives<{ file: string; sha256: string } | null>(),
  /**
   * The address of the report as a page, for the preview frame: always the same, and a frame that is there
   * shows the report as it is now.
   */
  'report.preview': caseCall(
    z.strictObject({
      title: z.string().trim().min(1).max(500),
      summary: z.string().max(100_000).exactOptional(),
      sections: z.array(Id).exactOptional(),
    }),
  ).gives<{ address: string }>(),
} as const;
