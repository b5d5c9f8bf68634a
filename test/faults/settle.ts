// How long App and Action wait for each other's writes to be seen where both run at the same moment.

/** Milliseconds of real time; the product has two seconds. */
export const SETTLE = 300;
