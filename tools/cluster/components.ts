import { join } from 'node:path';
import type { GoToolName } from '../toolchain/go.ts';
import type { Certificates } from './certificates.ts';
import type { Networks } from './networks.ts';

/** One program of the control plane and its arguments. */
export interface Component {
  readonly name: GoToolName;
  readonly args: readonly string[];
}

/** Where a cluster keeps its files and on which ports of 127.0.0.1 it listens. */
export interface Layout {
  readonly folder: string;
  readonly certificates: Certificates;
  readonly tokens: string;
  readonly kubeconfig: string;
  readonly networks: Networks;
  readonly ports: { readonly api: number; readonly etcd: number; readonly etcdPeer: number };
}

/** The store; it never waits for the disk, since nothing here outlives the machine. */
export function etcd({ folder, ports }: Layout): Component {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return {
    name: 'etcd',
    args: [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
  };
}

/** The API server with its default admission, Pod Security and quota included. */
export function apiServer({ folder, certificates, tokens, ports, networks }: Layout): Component {
  return {
    name: 'kube-apiserver',
    args: [
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.api}`,
      `--advertise-address=${networks.advertised}`,
      `--cert-dir=${folder}`,
      `--tls-cert-file=${certificates.serving}`,
      `--tls-private-key-file=${certificates.servingKey}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=Node,RBAC',
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${certificates.serviceAccountKey}`,
      `--service-account-signing-key-file=${certificates.serviceAccountKey}`,
      `--service-cluster-ip-range=${networks.services}`,
      '--allow-privileged',
      '--profiling=false',
    ],
  };
}

/** The controllers; they act as administrator, since an account for each of them would cost seconds at every start. */
export function controllerManager({ certificates, kubeconfig }: Layout): Component {
  return {
    name: 'kube-controller-manager',
    args: [
      `--kubeconfig=${kubeconfig}`,
      '--leader-elect=false',
      '--secure-port=0',
      `--service-account-private-key-file=${certificates.serviceAccountKey}`,
      `--root-ca-file=${certificates.ca}`,
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
    ],
  };
}

/** The scheduler as it comes. */
export function scheduler({ kubeconfig }: Layout): Component {
  return {
    name: 'kube-scheduler',
    args: [
      `--kubeconfig=${kubeconfig}`,
      '--leader-elect=false',
      '--secure-port=0',
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
    ],
  };
}
