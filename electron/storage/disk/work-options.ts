/** How long work on the disk is watched and stopped. */
export interface WorkOptions {
  /** Told now and then how much of the work is done. */
  progress?: (done: number, total: number) => void;
  /** Stops the work, which then rejects with the reason of the signal; nothing of it is left behind. */
  signal?: AbortSignal;
}
