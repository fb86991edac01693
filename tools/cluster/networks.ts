/** Families of the addresses of a cluster; with both, Services may have two, and pods and nodes have one of IPv4. */
export type Family = 'IPv4' | 'IPv6' | 'both';

/** Which addresses a simulated cluster gives to what. */
export interface Networks {
  /** Range of Services; the API server has the first of it. */
  readonly services: string;
  readonly firstService: string;
  /** Address under which the API server says it is reached: any but a loopback one. Without it the server looks for a network interface, which may not exist. */
  readonly advertised: string;
  /** Range of the pods of a node, by the node's number. */
  readonly pods: (index: number) => string;
  /** Address of a node, by its number. */
  readonly node: (index: number) => string;
}

const IPV4: Networks = {
  services: '10.96.0.0/16',
  firstService: '10.96.0.1',
  advertised: '192.0.2.1',
  pods: (index) => `10.244.${index}.0/24`,
  node: (index) => `10.10.0.${index + 1}`,
};

export const NETWORKS: Readonly<Record<Family, Networks>> = {
  IPv4: IPV4,
  both: { ...IPV4, services: '10.96.0.0/16,fd00:10:96::/112' },
  IPv6: {
    services: 'fd00:10:96::/112',
    firstService: 'fd00:10:96::1',
    advertised: '2001:db8::1',
    pods: (index) => `fd00:10:244:${(index + 1).toString(16)}::/64`,
    node: (index) => `fd00:10:10::${(index + 1).toString(16)}`,
  },
};
