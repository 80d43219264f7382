/**
 * Names of the wires between the preload script and the main process. Dropped files have a wire of
 * their own, which carries paths: the page cannot reach it, only hand over `File` objects.
 */
export const channels = {
  call: 'desktop:call',
  dropped: 'desktop:dropped',
  event: 'desktop:event',
  closingHeard: 'desktop:closing-heard',
} as const;
