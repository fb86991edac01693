import { mayHave } from '../../../model/build-privileges.ts';
import type { PodAspect } from '../../../model/feature.ts';
import { runsLikeMain } from '../../../model/user.ts';
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

/** Security contexts; the schema cannot express less than Pod Security restricted, and only what the workload declares. */
export const feature: PodAspect = {
  name: 'security',
  scope: 'pod',
  schema: 'security',
  order: 100,
  shares: runsLikeMain,
  opens: (workload) => ({
    ...(mayHave(workload, 'group') && { podSecurityContext: GROUPS }),
    ...(mayHave(workload, 'writableRoot') && { securityContext: WRITABLE }),
  }),
};
