/**
 * Kubernetes' own expansion of `$(NAME)` in variables, commands and arguments: an unknown name stays as written, and `$$`
 * becomes `$`, also where a shell script means its process id.
 * https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function expand(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\$|\(([^)]*)\))/g, (match, name: string | undefined) =>
    name === undefined ? '$' : (values.get(name) ?? match),
  );
}
