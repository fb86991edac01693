/** The pages for users of earlier versions, each under its heading, after what stands above; nothing where there is none. */
export function upgradeSections(
  pages: ReadonlyMap<string, string>,
  heading: '##' | '###',
): readonly string[] {
  return [...pages].flatMap(([version, text]) => ['', `${heading} Upgrading to ${version}`, '', text]);
}
