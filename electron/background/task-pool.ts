import type { TaskName, Tasks } from './tasks.ts';
import { TaskRun, type RunOptions } from './task-run.ts';
import type { BackgroundProcess, Launch } from './wire.ts';

/** Milliseconds after which a process that has nothing to do ends, and gives its memory back. */
const IDLE = 60_000;

type AnyRun = Pick<TaskRun<unknown>, 'begin' | 'fail' | 'hear' | 'isOver'>;

/** A process of the pool and what it is at. */
interface Member {
  process: BackgroundProcess;
  /** Resolves when the process is dead. */
  ended: Promise<void>;
  run: AnyRun | undefined;
  idle: NodeJS.Timeout | undefined;
}

/**
 * A few processes that do tasks side by side, started when they are needed. Tasks begin in the order in
 * which they were given. Whatever a task does, at most its own process dies: the next one gets a new one.
 */
export class TaskPool {
  readonly #launch: Launch;
  readonly #size: number;
  readonly #members = new Set<Member>();
  readonly #waiting: AnyRun[] = [];

  /** `size`: processes at most. */
  constructor(launch: Launch, size: number) {
    this.#launch = launch;
    this.#size = size;
  }

  /** Gives a task; it begins when a process is free. */
  run<N extends TaskName>(
    task: N,
    input: Tasks[N]['input'],
    options: RunOptions,
  ): TaskRun<Tasks[N]['item']> {
    const run = new TaskRun<Tasks[N]['item']>({ type: 'begin', task, input }, options);
    this.#waiting.push(run);
    this.#beginNext();
    return run;
  }

  /** Ends all processes, and with them what they were at. A later task starts others. */
  stop(): void {
    for (const run of this.#waiting.splice(0)) run.fail('death');
    for (const member of [...this.#members]) {
      this.#remove(member);
      if (member.run) member.run.fail('death');
      else member.process.kill();
    }
  }

  #beginNext(): void {
    while (this.#waiting.length > 0) {
      if (this.#waiting[0]?.isOver) this.#waiting.shift();
      else {
        const member = this.#free();
        if (!member) return;
        void this.#perform(member, this.#waiting.shift() as AnyRun);
      }
    }
  }

  #free(): Member | undefined {
    for (const member of this.#members) if (!member.run) return member;
    return this.#members.size < this.#size ? this.#start() : undefined;
  }

  async #perform(member: Member, run: AnyRun): Promise<void> {
    clearTimeout(member.idle);
    member.run = run;
    const isReusable = await run.begin(member.process, member.ended);
    member.run = undefined;
    if (!isReusable) this.#remove(member);
    else if (this.#members.has(member)) {
      member.idle = setTimeout(() => this.#retire(member), IDLE).unref();
    }
    this.#beginNext();
  }

  #start(): Member {
    const process = this.#launch();
    const ended = new Promise<void>((resolve) => process.onExit(resolve));
    const member: Member = { process, ended, run: undefined, idle: undefined };
    this.#members.add(member);
    process.onAnswer((answer) => member.run?.hear(answer));
    void ended.then(() => {
      this.#remove(member);
      member.run?.fail('death');
    });
    return member;
  }

  #retire(member: Member): void {
    this.#remove(member);
    member.process.kill();
  }

  /** What its process says from now on is heard by nobody. */
  #remove(member: Member): void {
    clearTimeout(member.idle);
    this.#members.delete(member);
  }
}
