import { z } from 'zod';
import { call, nothing } from './call.ts';
import { OcrLanguages } from './ocr.ts';

export interface AppInfo {
  version: string;
  electron: string;
  platform: string;
  locale: string;
  /** Running from the fallback runtime for tests and restricted networks. */
  fallbackRuntime: boolean;
}

/** Choices of the person, kept per user, not per case. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  readerSize: z.int().min(12).max(32),
  author: z.string().trim().min(1).max(100),
  reducedMotion: z.boolean(),
  /** Languages in which words of pictures were read last. */
  ocrLanguages: OcrLanguages.exactOptional(),
});
export type Settings = z.infer<typeof Settings>;

/** Calls about the program itself. */
export const appCalls = {
  /** About the program. */
  'app.info': call(nothing).gives<AppInfo>(),
  'settings.get': call(nothing).gives<Settings>(),
  'settings.set': call(z.strictObject({ ...partial(Settings.shape) })).gives<Settings>(),
  /** Puts plain text on the clipboard (the renderer has no clipboard permission). */
  'clipboard.write': call(z.strictObject({ text: z.string().max(1_000_000) })).gives<null>(),
} as const;

function partial<S extends Record<string, z.ZodType>>(
  shape: S,
): { [K in keyof S]: z.ZodExactOptional<S[K]> } {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, schema.exactOptional()]),
  ) as { [K in keyof S]: z.ZodExactOptional<S[K]> };
}
