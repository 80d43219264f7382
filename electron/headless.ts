/** Lets Chromium work without a screen. It is read before our code runs, so it has to be an argument. */
export const HEADLESS = '--ozone-platform=headless';

/** Whether Electron would end at once here, because it finds no screen. */
export function lacksScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY && !isHeadless();
}

const isHeadless = (): boolean => process.argv.some((arg) => arg.startsWith('--ozone-platform'));
