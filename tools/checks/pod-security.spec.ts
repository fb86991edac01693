import { describe, expect, it } from 'vitest';
import { parseManifests, podSourcesOf } from '../kubernetes/objects.ts';
import { baselineViolations, restrictedViolations } from './pod-security.ts';

const good = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    { name: 'a', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
  ],
};

function judge(
  spec: object,
  annotations: object = {},
): { readonly baseline: readonly string[]; readonly restricted: readonly string[] } {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', annotations },
    spec: { ...good, ...spec },
  };
  const [source] = podSourcesOf(parseManifests(JSON.stringify(pod)));
  if (source === undefined) throw new Error('no pod');
  const baseline = baselineViolations(source);
  return {
    baseline,
    restricted: restrictedViolations(source).filter((finding) => !baseline.includes(finding)),
  };
}

function context(securityContext: object): object {
  return {
    containers: [
      { name: 'a', securityContext: { ...good.containers[0]?.securityContext, ...securityContext } },
    ],
  };
}

describe('Pod Security', () => {
  it('takes a pod that holds to restricted', () => {
    expect(judge({})).toEqual({ baseline: [], restricted: [] });
  });

  it.each([
    [{ hostPID: true }, 'Pod/p: hostPID is set'],
    [{ hostIPC: true }, 'Pod/p: hostIPC is set'],
    [{ volumes: [{ name: 'v', hostPath: { path: '/' } }] }, 'Pod/p: volume v is a hostPath'],
    [
      { securityContext: { ...good.securityContext, sysctls: [{ name: 'kernel.msgmax' }] } },
      'Pod/p: sysctl kernel.msgmax is unsafe',
    ],
    [
      { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'Unconfined' } } },
      'Pod/p: seccompProfile is Unconfined',
    ],
    [context({ privileged: true }), 'Pod/p: container a: privileged'],
    [
      context({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } }),
      'Pod/p: container a: adds capabilities SYS_ADMIN',
    ],
    [context({ seLinuxOptions: { type: 'spc_t' } }), 'Pod/p: container a: seLinuxOptions.type is spc_t'],
    [context({ seLinuxOptions: { user: 'u' } }), 'Pod/p: container a: seLinuxOptions.user is set'],
    [
      context({ appArmorProfile: { type: 'Unconfined' } }),
      'Pod/p: container a: appArmorProfile is Unconfined',
    ],
    [context({ procMount: 'Unmasked' }), 'Pod/p: container a: procMount is Unmasked'],
    [
      context({ windowsOptions: { hostProcess: true } }),
      'Pod/p: container a: windowsOptions.hostProcess is set',
    ],
    [
      { containers: [{ ...good.containers[0], ports: [{ containerPort: 1, hostPort: 1 }] }] },
      'Pod/p: container a: hostPort 1',
    ],
    [
      { containers: [{ ...good.containers[0], livenessProbe: { httpGet: { host: 'x' } } }] },
      'Pod/p: container a: livenessProbe names a host',
    ],
    [
      {
        ephemeralContainers: [
          {
            ...good.containers[0],
            name: 'e',
            securityContext: { ...good.containers[0]?.securityContext, privileged: true },
          },
        ],
      },
      'Pod/p: container e: privileged',
    ],
  ])('baseline refuses %j', (spec, finding) => {
    expect(judge(spec)).toEqual({ baseline: [finding], restricted: [] });
  });

  it('baseline refuses an AppArmor annotation', () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/a';
    expect(judge({}, { [key]: 'unconfined' }).baseline).toEqual([`Pod/p: annotation ${key} is unconfined`]);
  });

  it.each([
    [{ volumes: [{ name: 'v', nfs: { server: 'x' } }] }, 'Pod/p: volume v is a nfs'],
    [
      { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } },
      'Pod/p: container a: runAsNonRoot is not true',
    ],
    [context({ runAsNonRoot: false }), 'Pod/p: container a: runAsNonRoot is not true'],
    [context({ runAsUser: 0 }), 'Pod/p: container a: runAsUser is 0'],
    [
      { securityContext: { runAsNonRoot: true } },
      'Pod/p: container a: seccompProfile is not set to RuntimeDefault or Localhost',
    ],
    [
      context({ allowPrivilegeEscalation: true }),
      'Pod/p: container a: allowPrivilegeEscalation is not false',
    ],
    [context({ capabilities: { drop: ['NET_RAW'] } }), 'Pod/p: container a: does not drop ALL capabilities'],
    [
      context({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
      'Pod/p: container a: adds capabilities CHOWN',
    ],
  ])('restricted refuses %j', (spec, finding) => {
    expect(judge(spec)).toEqual({ baseline: [], restricted: [finding] });
  });

  it('lets a pod in a user namespace be root inside', () => {
    expect(judge({ hostUsers: false, ...context({ runAsUser: 0, runAsNonRoot: false }) })).toEqual({
      baseline: [],
      restricted: [],
    });
  });
});
