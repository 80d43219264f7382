import type { JSHandle, Page } from 'playwright';

/** What the page is watched for. */
export type Sight =
  /** A key is pressed, and something is put on the page at once: the least that any key can take. */
  | { event: 'keydown'; sight: 'nothing' }
  /** A key is pressed, and a run of words gets a highlight. */
  | { event: 'keydown'; sight: 'mark' }
  /** Something is clicked, and the words of the document with this title are there. */
  | { event: 'click'; sight: 'words'; title: string };

/** A measurement that has begun; what is measured is done next. */
export type Watch = JSHandle<{ took: Promise<number> }>;

/**
 * Begins to watch the page. {@link tookOf} then answers the milliseconds from the timestamp of the event to
 * the task after the frame that showed what was waited for, in the page's own time.
 */
export function watch(page: Page, what: Sight): Promise<Watch> {
  return page.evaluateHandle((wanted) => {
    const pane = (): Element | null => document.querySelector('.reader [role=document]');
    const isMark = (node: Node): boolean =>
      node instanceof Element && (node.matches('mark') || node.querySelector('mark') !== null);
    const isThere = (records: MutationRecord[]): boolean => {
      if (wanted.sight === 'nothing') return true;
      if (wanted.sight === 'mark') {
        return records.some(({ addedNodes }) => [...addedNodes].some(isMark));
      }
      const isOpen = pane()?.getAttribute('aria-label') === `Text of ${wanted.title}`;
      return isOpen && pane()?.querySelector('[data-start]') !== null;
    };
    const took = new Promise<number>((resolve) => {
      let begun = Number.NaN;
      const note = (event: Event) => {
        begun = event.timeStamp;
        if (wanted.sight === 'nothing') document.body.append(document.createComment('pressed'));
      };
      addEventListener(wanted.event, note, { capture: true, once: true });
      const observer = new MutationObserver((records) => {
        if (Number.isNaN(begun) || !isThere(records)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - begun);
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    return { took };
  }, what);
}

/** Milliseconds that a {@link watch} came to. */
export function tookOf(watching: Watch): Promise<number> {
  return watching.evaluate(({ took }) => took);
}

/** Where a word is on the screen. */
export interface WordPlace {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Places of words of six letters or more that are in view and carry no highlight, in reading order. */
export function plainWords(page: Page): Promise<WordPlace[]> {
  return page.evaluate(() => {
    const pane = document.querySelector('.reader [role=document]');
    const frame = pane?.getBoundingClientRect();
    const places: WordPlace[] = [];
    for (const run of pane?.querySelectorAll('span[data-start]') ?? []) {
      const node = run.firstChild;
      for (const found of run.textContent.matchAll(/[a-z]{6,}/g)) {
        if (!node || !frame) continue;
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const [box, second] = range.getClientRects();
        if (!box || second || box.top < frame.top + 40 || box.bottom > frame.bottom - 40) continue;
        const y = box.top + box.height / 2;
        places.push({ from: { x: box.left + 1, y }, to: { x: box.right - 1, y } });
      }
    }
    return places;
  });
}

/** Scrolls with the wheel and answers how long each frame was there, in milliseconds. */
export async function scrollFrames(page: Page, times: number): Promise<number[]> {
  const frames = await page.evaluateHandle(() => {
    const lengths: number[] = [];
    let last = performance.now();
    const state = { lengths, running: true };
    const next = (now: number) => {
      lengths.push(now - last);
      last = now;
      if (state.running) requestAnimationFrame(next);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(next);
    });
    return state;
  });
  for (let turn = 0; turn < times; turn++) await page.mouse.wheel(0, 300);
  return frames.evaluate((state) => {
    state.running = false;
    return state.lengths;
  });
}
