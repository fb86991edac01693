import { mayHave } from '../../../model/build-privileges.ts';
import type { PodAspect } from '../../../model/feature.ts';
import { runsLikeMain, takesLowPort } from '../../../model/user.ts';
import type { SchemaProperties } from '../../../schema/index.ts';

const WRITABLE: SchemaProperties = {
  readOnlyRootFilesystem: {
    type: 'boolean',
    description: 'Whether the container may write to its volumes only.',
  },
};

const GROUPS: SchemaProperties = {
  runAsGroup: { type: 'integer', minimum: 0, maximum: 2147483647, description: 'Group of the processes.' },
  fsGroup: { type: 'integer', minimum: 0, maximum: 2147483647, description: 'Group that owns the volumes.' },
};

const LOW_PORTS: SchemaProperties = {
  sysctls: {
    type: 'array',
    maxItems: 1,
    description: 'Lets processes that are not user 0 listen on ports below 1024, as Docker does.',
    items: {
      type: 'object',
      description: 'The first port that needs no capability.',
      additionalProperties: false,
      required: ['name', 'value'],
      properties: {
        name: { const: 'net.ipv4.ip_unprivileged_port_start', description: 'Name of the kernel parameter.' },
        value: { type: 'string', pattern: '^[0-9]{1,5}$', description: 'The port, as text.' },
      },
    },
  },
};

/** Security contexts; the schema cannot express less than Pod Security restricted, and only what the workload declares. */
export const feature: PodAspect = {
  name: 'security',
  scope: 'pod',
  schema: 'security',
  order: 100,
  user: ['podSecurityContext', 'runAsUser'],
  shares: runsLikeMain,
  otherwise: (workload) => ({
    podSecurityContext: {
      properties: {
        ...(mayHave(workload, 'group') && GROUPS),
        ...(takesLowPort(workload) && LOW_PORTS),
      },
    },
    ...(mayHave(workload, 'writableRoot') && { securityContext: { properties: WRITABLE } }),
  }),
};
