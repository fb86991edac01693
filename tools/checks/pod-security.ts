import { containersOf, type PlacedContainer, type PodSource } from '../kubernetes/objects.ts';
import type { Handler, SecurityContext, Volume } from '../kubernetes/types.ts';

const baselineCapabilities = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);
const seLinuxTypes = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
]);
const safeSysctls = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
]);
const restrictedVolumes = new Set(
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret'.split(' '),
);
const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';

interface Holder {
  readonly id: string;
  readonly context: SecurityContext;
}

/**
 * What the Pod Security Standard *baseline*, version latest (1.37), would refuse in a pod.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
export function baselineViolations(pod: PodSource): readonly string[] {
  const { spec } = pod;
  const found = [
    ...(['hostNetwork', 'hostPID', 'hostIPC'] as const)
      .filter((field) => spec[field])
      .map((field) => `${pod.id}: ${field} is set`),
    ...(spec.volumes ?? [])
      .filter((volume) => 'hostPath' in volume)
      .map((volume) => `${pod.id}: volume ${volume.name} is a hostPath`),
    ...(spec.securityContext?.sysctls ?? [])
      .filter((sysctl) => !safeSysctls.has(sysctl.name))
      .map((sysctl) => `${pod.id}: sysctl ${sysctl.name} is unsafe`),
    ...Object.entries(pod.annotations)
      .filter(([key, value]) => key.startsWith(appArmorAnnotation) && !isAppArmorAnnotation(value))
      .map(([key, value]) => `${pod.id}: annotation ${key} is ${value}`),
  ];
  return [
    ...found,
    ...holdersOf(pod).flatMap((holder) => contextViolations(holder, spec.hostUsers === false)),
    ...containersOf(pod).flatMap(containerViolations),
  ];
}

/**
 * What the Pod Security Standard *restricted* would refuse in a pod, baseline included.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedViolations(pod: PodSource): readonly string[] {
  const windows = pod.spec.os?.name === 'windows';
  const ownUsers = pod.spec.hostUsers === false;
  const containers = containersOf(pod);
  const podContext = pod.spec.securityContext ?? {};
  return [
    ...baselineViolations(pod),
    ...(pod.spec.volumes ?? [])
      .flatMap((volume) => sourcesOf(volume).map((source) => ({ name: volume.name, source })))
      .filter(({ source }) => !restrictedVolumes.has(source) && source !== 'hostPath')
      .map(({ name, source }) => `${pod.id}: volume ${name} is a ${source}`),
    ...(ownUsers ? holdersOf(pod) : [])
      .filter(({ context }) => !['', 'Default'].includes(context.procMount ?? ''))
      .map(({ id, context }) => `${id}: procMount is ${context.procMount}`),
    ...(ownUsers ? [] : rootUsers(pod, containers)),
    ...(windows
      ? []
      : containers.flatMap(({ id, container }) => privilegeViolations(id, container.securityContext ?? {}))),
    ...(windows ? [] : containers)
      .filter(
        ({ container }) =>
          (container.securityContext?.seccompProfile ?? podContext.seccompProfile) === undefined,
      )
      .map(({ id }) => `${id}: seccompProfile is not set to RuntimeDefault or Localhost`),
  ];
}

function holdersOf(pod: PodSource): readonly Holder[] {
  return [
    { id: pod.id, context: pod.spec.securityContext ?? {} },
    ...containersOf(pod).map(({ id, container }) => ({ id, context: container.securityContext ?? {} })),
  ];
}

function contextViolations({ id, context }: Holder, ownUsers: boolean): readonly string[] {
  const { seLinuxOptions, appArmorProfile, seccompProfile, windowsOptions } = context;
  const badCapabilities = (context.capabilities?.add ?? []).filter(
    (capability) => !baselineCapabilities.has(capability),
  );
  return [
    ...when(context.privileged === true, `${id}: privileged`),
    ...when(windowsOptions?.hostProcess === true, `${id}: windowsOptions.hostProcess is set`),
    ...when(badCapabilities.length > 0, `${id}: adds capabilities ${badCapabilities.join(', ')}`),
    ...when(
      !seLinuxTypes.has(seLinuxOptions?.type ?? ''),
      `${id}: seLinuxOptions.type is ${seLinuxOptions?.type}`,
    ),
    ...when((seLinuxOptions?.user ?? '') !== '', `${id}: seLinuxOptions.user is set`),
    ...when((seLinuxOptions?.role ?? '') !== '', `${id}: seLinuxOptions.role is set`),
    ...when(!isConfined(appArmorProfile?.type), `${id}: appArmorProfile is ${appArmorProfile?.type}`),
    ...when(!isConfined(seccompProfile?.type), `${id}: seccompProfile is ${seccompProfile?.type}`),
    ...when(
      !ownUsers && !['', 'Default'].includes(context.procMount ?? ''),
      `${id}: procMount is ${context.procMount}`,
    ),
  ];
}

function containerViolations({ id, container }: PlacedContainer): readonly string[] {
  const handlers = {
    livenessProbe: container.livenessProbe,
    readinessProbe: container.readinessProbe,
    startupProbe: container.startupProbe,
    postStart: container.lifecycle?.postStart,
    preStop: container.lifecycle?.preStop,
  };
  return [
    ...(container.ports ?? [])
      .filter((port) => (port.hostPort ?? 0) !== 0)
      .map((port) => `${id}: hostPort ${port.hostPort}`),
    ...Object.entries(handlers)
      .filter(([, handler]) => namesHost(handler))
      .map(([name]) => `${id}: ${name} names a host`),
  ];
}

function rootUsers(pod: PodSource, containers: readonly PlacedContainer[]): readonly string[] {
  const podContext = pod.spec.securityContext ?? {};
  return [
    ...when(podContext.runAsUser === 0, `${pod.id}: runAsUser is 0`),
    ...containers.flatMap(({ id, container }) => {
      const context = container.securityContext ?? {};
      return [
        ...when(
          (context.runAsNonRoot ?? podContext.runAsNonRoot) !== true,
          `${id}: runAsNonRoot is not true`,
        ),
        ...when(context.runAsUser === 0, `${id}: runAsUser is 0`),
      ];
    }),
  ];
}

function privilegeViolations(id: string, context: SecurityContext): readonly string[] {
  const added = (context.capabilities?.add ?? []).filter(
    (name) => name !== 'NET_BIND_SERVICE' && baselineCapabilities.has(name),
  );
  return [
    ...when(context.allowPrivilegeEscalation !== false, `${id}: allowPrivilegeEscalation is not false`),
    ...when(!(context.capabilities?.drop ?? []).includes('ALL'), `${id}: does not drop ALL capabilities`),
    ...when(added.length > 0, `${id}: adds capabilities ${added.join(', ')}`),
  ];
}

function sourcesOf(volume: Volume): readonly string[] {
  return Object.keys(volume).filter((key) => key !== 'name');
}

function isConfined(type: string | undefined): boolean {
  return type === undefined || type === 'RuntimeDefault' || type === 'Localhost';
}

function isAppArmorAnnotation(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

function namesHost(handler: Handler | undefined): boolean {
  return (handler?.httpGet?.host ?? '') !== '' || (handler?.tcpSocket?.host ?? '') !== '';
}

function when(condition: boolean, finding: string): readonly string[] {
  return condition ? [finding] : [];
}
