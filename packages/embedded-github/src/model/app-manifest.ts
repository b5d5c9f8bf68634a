// What an App was made from, while nobody has fetched its credentials.

export interface AppManifest {
  readonly name: string;
  readonly description: string | null;
  readonly url: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}
