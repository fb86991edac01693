/** Names of ports that programs everywhere serve the same at. */
const NAMES: Readonly<Record<number, string>> = {
  22: 'ssh',
  25: 'smtp',
  53: 'dns',
  443: 'https',
  465: 'smtps',
  587: 'submission',
  1025: 'smtp',
  1883: 'mqtt',
  4317: 'otlp-grpc',
  4318: 'otlp-http',
  5671: 'amqps',
  5672: 'amqp',
  8443: 'https',
  8883: 'mqtts',
  9300: 'transport',
  15672: 'management',
};

/**
 * The name of a port beside the first: what is served there everywhere, `health` where the check of the service asks there,
 * or its number.
 */
export function portName(port: number, check: readonly string[], taken: readonly string[]): string {
  const isAsked = new RegExp(`://[^/:\\s]+:${port}(?!\\d)`).test(check.join(' '));
  const names = [NAMES[port] ?? (isAsked ? 'health' : `port-${port}`), `port-${port}`];
  return names.find((name) => !taken.includes(name)) ?? `port-${port}-udp`;
}
