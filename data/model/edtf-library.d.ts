/** What is used of the library `edtf`, which brings no types. */
declare module 'edtf' {
  /** A date with a precision of a year, a month or a day, some digits of which may not be known. */
  export class Date {
    /** Months count from 0. `unspecified`: eight letters, `X` for digits that are not known, as `yyyXmmdd`. */
    constructor(date: { values: readonly number[]; unspecified?: string });
    /** Year, month and day as far as they are given; what no calendar has runs over into the next month. */
    readonly values: readonly number[];
    /** The first and the last millisecond that it may mean, as in the platform's dates. */
    readonly min: number;
    readonly max: number;
  }
}
