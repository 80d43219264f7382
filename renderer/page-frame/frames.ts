/**
 * pdf.js draws a page in steps, one a frame of the screen. This frame is not seen, and a browser draws what
 * is not seen seldom or never: the steps come one after the other here, with room for messages between them.
 */
const channel = new MessageChannel();
const waiting: FrameRequestCallback[] = [];

channel.port1.onmessage = (): void => waiting.shift()?.(performance.now());

window.requestAnimationFrame = (step: FrameRequestCallback): number => {
  waiting.push(step);
  channel.port2.postMessage(null);
  return 0;
};
