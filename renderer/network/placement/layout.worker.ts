import { layoutById } from '#data/layout/registry.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

/** How often progress is told, in milliseconds. */
const EVERY = 80;

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const layout = layoutById(data.layout, data.graph.nodes.length);
  const steps = layout.run(data.graph, data.values);
  let told = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return answer({ positions: step.value });
    if (performance.now() - told < EVERY) continue;
    told = performance.now();
    answer({ progress: step.value });
  }
});

function answer(message: LayoutAnswer): void {
  self.postMessage(message);
}
