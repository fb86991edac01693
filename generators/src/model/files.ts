/** Path → text of the files in a folder. */
export type Files = ReadonlyMap<string, string>;
