import { type CommandLine, usageError } from '../../generators/src/programs/cli.ts';

const ADDRESS = /^oci:\/\/[a-zA-Z0-9.-]+(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/;

/**
 * The address of a registry with a path, as a command line or chartwright.yaml has it, for example
 * `oci://registry.example.com/charts`. Error: `cli/usage`.
 */
export function registryAddress(line: CommandLine, address: string): string {
  if (address === '')
    throw usageError(line, 'name a registry by --registry, or as "registry" in chartwright.yaml');
  if (!ADDRESS.test(address))
    throw usageError(line, `"${address}" is no address such as oci://registry.example.com/charts`);
  return address;
}
