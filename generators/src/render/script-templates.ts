import type { Chart, Script } from '../model/model.ts';

/** The scripts that templates of the chart include, each as a named template, followed by those they source. */
export function scriptTemplates({ workloads }: Chart, templates: readonly string[]): string {
  const own = workloads.flatMap(({ script, init, jobWait, connections }) => [
    ...(script ? [script] : []),
    ...(jobWait ? [jobWait] : []),
    ...init.flatMap((container) => (container.script ? [container.script] : [])),
    ...connections.map((connection) => connection.script),
  ]);
  const included = own.filter(({ define }) =>
    templates.some((text) => text.includes(`include ${JSON.stringify(define)}`)),
  );
  const defines = included
    .flatMap(withTaken)
    .map(({ define, text }) => `{{- define ${JSON.stringify(define)} -}}\n${text.trim()}\n{{- end }}\n`);
  return [...new Set(defines)].sort().join('\n');
}

function withTaken(script: Script): readonly Script[] {
  return [script, ...script.takes.flatMap(withTaken)];
}
