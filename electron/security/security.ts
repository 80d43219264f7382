import { app, type Session, type WebContents } from 'electron';
import { ORIGINAL_ORIGIN, PAGES_ORIGIN, PREVIEW_ORIGIN } from './content-policy.ts';
import type { Log } from '../log.ts';

/** Schemes that never leave the program. DevTools exist in development only. */
const INNER_SCHEMES = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** Chromium's WebRTC would otherwise reach out past the content policy and the request filter. */
const RTC_POLICY = 'disable_non_proxied_udp';

/**
 * Shuts every way out of the program that Chromium has. Must run before the app is ready; sessions
 * and pages are guarded as they come into being, whoever makes them.
 */
export function secureApp(log: Log): void {
  // Root is refused the sandbox by Chromium; build/start.mjs warns and sets the switch only then.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', RTC_POLICY);
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('no-pings');
  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

/** Denies every permission, device, download and request that is not the program's own. */
function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isInner(url) }));
  // The spell checker fetches dictionaries even while it is off, unless it has no language.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

/** Keeps a page where it is: no way to another address, no window, no web view. */
function guardContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    log.note('security', `refused: ${what}`);
  };
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('web view'));
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame || !isOwnFrame(details.url)) refuse('navigation')(details);
  });
  contents.setWindowOpenHandler(() => {
    log.note('security', 'refused: new window');
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy(RTC_POLICY);
}

/** What a frame within the window may show. */
function isOwnFrame(url: string): boolean {
  return (
    url === `${PAGES_ORIGIN}/` ||
    url.startsWith(`${PREVIEW_ORIGIN}/`) ||
    url.startsWith(`${ORIGINAL_ORIGIN}/`)
  );
}

function isInner(url: string): boolean {
  return INNER_SCHEMES.has(url.slice(0, url.indexOf(':') + 1));
}
