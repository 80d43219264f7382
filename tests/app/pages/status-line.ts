import type { Page } from '@playwright/test';

/** Notes every progress bar of the status line from now on; answers what was seen. */
export async function watchProgress(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const labels: string[] = [];
    const watcher = new MutationObserver(() => {
      const bar = document.querySelector('footer progress');
      if (bar) labels.push(bar.getAttribute('aria-label') ?? '');
    });
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
    return labels;
  });
  return () => seen.jsonValue();
}
