/** Tests that may be skipped and why, by `<file>: <full name>`; any other skipped test counts as failed. */
export const allowedSkips: Readonly<Record<string, string>> = {};
