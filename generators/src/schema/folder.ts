import { fileURLToPath } from 'node:url';

/** The folder of the schemas that every workspace has. */
export const SCHEMAS = fileURLToPath(new URL('../../../schemas', import.meta.url));
