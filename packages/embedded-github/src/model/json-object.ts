// A JSON object, as requests and answers have it.

export type Json = Record<string, unknown>;
