import { ALWAYS, text } from '../go/index.ts';
import { proxied, workloadPorts } from './components.ts';
import type { ChartDefinition } from './definition.ts';
import type { LoadedFeature } from './feature.ts';
import type { Port, Provider } from './model.ts';
import { kebab, namespaceDefine, reserveOf, suffixesOf, workloadSuffix, workloadValues } from './names.ts';
import { proxyOf } from './workload-features.ts';

/** The Service of a workload of a chart. */
export function providerOf(
  definition: ChartDefinition,
  workload: string,
  portName: string | undefined,
  features: readonly LoadedFeature[],
): Provider {
  const shape = definition.workloads[workload];
  const values = workloadValues(workload);
  const proxy = shape ? proxyOf(workload, shape, features) : null;
  const ports = shape
    ? workloadPorts(shape, workload).map((one, index) =>
        proxy && index === 0 ? proxied(one, proxy, values) : one,
      )
    : [];
  const port = ports.find(({ name }) => name === portName) ?? ports[0] ?? NO_PORT;
  return {
    chart: definition.name,
    component: kebab(workload),
    suffix: workloadSuffix(workload),
    namespace: shape?.namespace === undefined ? '' : namespaceDefine(definition.name, shape.namespace),
    port,
    portPath: port === ports[0] ? [...(workload === 'main' ? [] : [workload]), 'service', 'port'] : null,
    reserve: reserveOf(suffixesOf(definition.workloads)),
  };
}

/** The provider of a service outside: all that is known of it is its port. */
export function providerOutside(port: number): Provider {
  return {
    chart: '',
    component: '',
    suffix: '',
    namespace: '',
    port: { ...NO_PORT, port, service: port },
    portPath: null,
    reserve: 0,
  };
}

/** Substitute while a definition is checked that connects to a workload without ports. */
const NO_PORT: Port = {
  name: 'none',
  port: 1,
  service: 1,
  number: text`1`,
  protocol: 'TCP',
  appProtocol: null,
  open: 'clients',
  value: '',
  when: ALWAYS,
  tls: '',
  proxy: null,
  target: text`none`,
  reached: text`1`,
};
