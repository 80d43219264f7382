import type { CallName } from '#data/api/api.ts';
import type { Handlers } from '../ipc/ipc.ts';

/** The handlers of the calls `<area>.<verb>`: one file per area, all of its calls or no compiling. */
export type HandlersOf<Area extends string> = Pick<Handlers, CallName & `${Area}.${string}`>;
