import module from 'node:module';

// The only JavaScript file here: an older Node must be told what it lacks before it meets TypeScript.
if (!process.features.typescript) {
  throw new Error(
    `Node ${process.version} cannot run the TypeScript plugin. Use "npx nx …" or "npm run nx -- …".`,
  );
}
// Types are stripped and code is compiled once, not at every start.
module.enableCompileCache?.();
export const { createNodes } = await import('./src/nx/plugin.ts');
