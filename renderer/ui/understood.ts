/** What a field takes typed words for. */
export interface Understood {
  /** What is kept; absent while the words cannot be taken. */
  value?: string;
  /** What was understood, in words. */
  hint?: string;
  /** What is wrong, or what is asked. */
  wrong?: string;
  /** What may be meant; taking one of them answers the question. */
  choices?: readonly { value: string; words: string }[];
}
