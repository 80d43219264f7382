import type { Acknowledgement } from '#data/api/case.ts';
import { AppError } from '#data/errors.ts';
import type { Change } from '#data/model/records.ts';
import type { Request } from '#data/operations/engine.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { Journal } from './journal.ts';
import {
  isLong,
  prepareGroup,
  prepareLong,
  type Prepared,
  type Preparing,
} from './prepare-group.ts';
import { storageError } from '../disk/storage-error.ts';

/** An operation that is durable and in effect. */
export interface Committed extends Acknowledgement {
  op: string;
  label: string;
  changes: readonly Change[];
  by: string;
}

/** What the committer tells its store. */
export interface CommitHooks {
  /** An operation is durable and in effect; `bytes` is its size in the journal. */
  committed(committed: Committed, bytes: number): void;
  failed(error: AppError): void;
}

interface Waiter {
  request: Request;
  resolve(committed: Committed): void;
  reject(error: AppError): void;
}

/**
 * The one way of changes to the disk: prepare, append to the journal, wait for the disk, apply,
 * acknowledge. What arrives while the disk is busy shares the next write, in order.
 */
export class Committer {
  readonly #preparing: Preparing;
  readonly #journal: Journal;
  readonly #hooks: CommitHooks;
  readonly #waiting: Waiter[] = [];
  #head: Head;
  #failure: AppError | undefined;
  #unsaved: Request[] = [];
  #draining: Promise<void> | undefined;

  constructor(preparing: Preparing, journal: Journal, head: Head, hooks: CommitHooks) {
    this.#preparing = preparing;
    this.#journal = journal;
    this.#head = head;
    this.#hooks = hooks;
  }

  /** Last acknowledged record. */
  get head(): Head {
    return this.#head;
  }

  /** What the disk refused; undefined while it is healthy. */
  get failure(): AppError | undefined {
    return this.#failure;
  }

  /** Operations that could not be saved when the disk failed, in order. */
  get unsaved(): readonly Request[] {
    return this.#unsaved;
  }

  /** Rejects with what the operation refuses, or with what the disk refused. */
  perform(request: Request): Promise<Committed> {
    if (this.#failure) return Promise.reject(stillFailed(this.#failure));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Returns when nothing is on its way. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  /**
   * After a failure: mends the journal and saves what could not be saved. Rejects while the disk is
   * not healthy; operations that are refused now were told to be unsaved already and are left out.
   */
  async mend(): Promise<void> {
    await this.#journal.mend();
    this.#failure = undefined;
    const again = this.#unsaved;
    this.#unsaved = [];
    await Promise.allSettled(again.map((request) => this.perform(request)));
    if (this.#failure) throw this.#failure as AppError;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0 && !this.#failure) await this.#commitGroup();
    } finally {
      this.#draining = undefined;
    }
  }

  async #commitGroup(): Promise<void> {
    const next = this.#waiting[0]?.request;
    const group =
      next && isLong(next)
        ? await prepareLong(this.#waiting, this.#head, this.#preparing)
        : prepareGroup(this.#waiting, this.#head, this.#preparing);
    const first = group[0]?.prepared.head.n;
    if (first === undefined) return;
    try {
      const waiting = this.#journal.append(first, this.#preparing.lines.bytes);
      if (waiting) await waiting;
    } catch (error) {
      this.#fail(group, storageError(error, say('doing.saveChange'), 'journal'));
      return;
    }
    for (const { waiter, prepared } of group) waiter.resolve(this.#apply(prepared));
  }

  #apply({ outcome, head, bytes }: Prepared): Committed {
    const { state, author: by } = this.#preparing;
    const { id, op, label, changes, undoes, redoes } = outcome;
    const { n, at } = head;
    state.apply(changes);
    state.history.record({ n, undoes, redoes });
    this.#head = head;
    const committed: Committed = { n, id, at, op, label, changes, by };
    this.#hooks.committed(committed, bytes);
    return committed;
  }

  /** Nothing of the group is applied; everything in it and behind it is kept as unsaved. */
  #fail(group: { waiter: Waiter }[], error: AppError): void {
    const lost = [...group.map(({ waiter }) => waiter), ...this.#waiting.splice(0)];
    this.#failure = error;
    this.#unsaved = lost.map(({ request }) => request);
    this.#hooks.failed(error);
    for (const waiter of lost) waiter.reject(error);
  }
}

function stillFailed(error: AppError): AppError {
  return new AppError('read-only', say('store.stillFailed', { why: error.message }), {
    cause: error.code,
  });
}
