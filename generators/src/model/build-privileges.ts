import { eq, not, pathBelow, type ValuesPath, value } from '../go/index.ts';
import type { AllowanceDefinition, PrivilegeDefinition, WorkloadDefinition } from './definition.ts';
import type { Allowance, Privilege } from './model.ts';

/** What a workload may do beyond Pod Security restricted. */
export function privilegesOf(
  { privileges = {} }: WorkloadDefinition,
  values: ValuesPath,
): readonly Privilege[] {
  return Object.entries(privileges).flatMap(([name, shape]) =>
    isPrivilege(shape) ? [privilegeOf(name, shape, values)] : [],
  );
}

/** What a workload may do that restricted allows, and others here may not. */
export function allowancesOf(
  { privileges = {} }: WorkloadDefinition,
  values: ValuesPath,
): readonly Allowance[] {
  return Object.values(privileges).flatMap((shape) => (isPrivilege(shape) ? [] : allowedBy(shape, values)));
}

/** Whether a workload declares that its container may do something of the kind. */
export function mayHave({ privileges = {} }: WorkloadDefinition, gives: Allowance['gives']): boolean {
  return Object.values(privileges).some((shape) => !isPrivilege(shape) && shape[gives] !== undefined);
}

/** Whether Pod Security restricted refuses it, so that it is behind a value of the chart. */
export function isPrivilege(shape: PrivilegeDefinition | AllowanceDefinition): shape is PrivilegeDefinition {
  return 'value' in shape;
}

function privilegeOf(
  name: string,
  { value: path, reason, root, capabilities = [], hostPath = '', writable }: PrivilegeDefinition,
  values: ValuesPath,
): Privilege {
  // Capabilities of a container are those of user 0.
  return {
    name,
    value: path,
    when: { value: pathBelow(values, path) },
    reason,
    root: root === true || capabilities.length > 0,
    capabilities,
    hostPath,
    writable: writable === true,
  };
}

const READ_ONLY = 'securityContext.readOnlyRootFilesystem';
const GROUP = 'podSecurityContext.runAsGroup';

function allowedBy(
  { reason, writableRoot, group }: AllowanceDefinition,
  values: ValuesPath,
): readonly Allowance[] {
  const own = (path: string) => value(pathBelow(values, path));
  return [
    ...(writableRoot
      ? [{ gives: 'writableRoot', value: READ_ONLY, when: not(own(READ_ONLY)), reason } as const]
      : []),
    ...(group === 0 ? [{ gives: 'group', value: GROUP, when: eq(own(GROUP), 0), reason } as const] : []),
  ];
}
