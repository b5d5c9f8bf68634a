// Something of a first config, and what it was made from.

/** A value with its source in plain words: `the open milestone v1.2.0`. */
export interface Guess<T> {
  readonly value: T;
  readonly from: string;
}
