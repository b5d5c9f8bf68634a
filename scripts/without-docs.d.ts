// The types of without-docs.js, which the build imports as it is.

/** The source without every `.meta({ … })` that holds words only. */
export declare function withoutMeta(text: string): string;
