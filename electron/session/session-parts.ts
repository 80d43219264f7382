import type { Stamp } from '#data/api/case-snapshot.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { StoreWork } from '../storage/store-work.ts';
import type { Send } from '../ipc/ipc.ts';
import type { CaseViews } from './case-views.ts';

/** The case that is open. `path` is its real folder. */
export interface OpenCase {
  readonly store: CaseStore;
  readonly path: string;
  /** This opening of it, and the events about it that the window was told. */
  readonly stamp: Stamp;
}

/** What a session works with. */
export interface CaseSessionParts {
  readonly views: CaseViews;
  readonly send: Send;
  /** Does long work on the open case beside the program. */
  readonly work: StoreWork;
  /** Who signs changes of a case that is opened now. */
  author(): string;
  /** Sees to it that a case that is about to be opened is there. */
  prepare(path: string): Promise<void>;
  /** An opaque key under which the window can open or unlock the case in a folder. */
  keyFor(path: string): string;
  /** A case was opened, or has a new title. */
  onCase(path: string, title: string): Promise<void>;
  /** A case is open now. */
  onOpened(store: CaseStore, path: string): void;
  /** No case is open any more. */
  onNoCase(): void;
  /** Something beside the case did not work, which keeps nobody from working on it. */
  readonly onTrouble: (error: unknown) => void;
  /** Asks whether so many changes that the disk did not take may be given up. */
  mayLose(changes: number): Promise<boolean>;
  /** Ends what works on the open case, before it closes. */
  beforeClose(): Promise<void>;
}
