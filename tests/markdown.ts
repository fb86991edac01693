import type { Root as Html, Nodes as HtmlNode } from 'hast';
import type { Root as Markdown, Nodes as MarkdownNode } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** A page as GitHub and Artifact Hub show it: parsed, and turned into HTML that has passed GitHub's sanitizer. */
export interface Page {
  /** Words that the source has and the page does not show. */
  readonly lost: readonly string[];
  /** Rows of tables that stand as plain text, and rows with more or fewer cells than their head. */
  readonly brokenRows: readonly string[];
  /** Anchors of the headings, as GitHub makes them. */
  readonly anchors: readonly string[];
  /** Where links lead to. */
  readonly links: readonly string[];
  /** Blocks of code with their language, and the heading above them. */
  readonly blocks: readonly { readonly language: string; readonly text: string; readonly heading: string }[];
}

/** HTML that pages may have: comments, and the tags of a table of two columns. */
const HTML = /^(<!--[\s\S]*-->|<\/?(table|tr|th|td|br)[^>]*>|[^<>])+$/;

/** Reads a page. */
export async function readPage(text: string): Promise<Page> {
  const source = unified().use(remarkParse).use(remarkGfm).parse(text);
  const shown = await unified()
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize)
    .run(source as Markdown);
  const nodes = [...within(source)];
  const visible = textOf(shown as Html);
  const raw = nodes.flatMap((node) => (node.type === 'html' && !HTML.test(node.value) ? [node.value] : []));
  const written = nodes.flatMap((node) => ('value' in node && node.type !== 'html' ? words(node.value) : []));
  const there = new Set(words(visible));
  let heading = '';
  return {
    lost: [...raw, ...written.filter((word) => !there.has(word) && !visible.includes(word))],
    brokenRows: [
      ...nodes.flatMap((node) =>
        node.type === 'text' && /^\|.*\|$/m.test(node.value) ? [node.value.slice(0, 80)] : [],
      ),
      ...nodes.flatMap((node) => {
        if (node.type !== 'table') return [];
        const [head, ...rows] = node.children;
        return rows
          .filter((row) => row.children.length !== head?.children.length)
          .map((row) => [...within(row)].flatMap((one) => ('value' in one ? [one.value] : [])).join(' '));
      }),
    ],
    anchors: anchorsOf(nodes),
    links: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : [])),
    blocks: nodes.flatMap((node) => {
      if (node.type === 'heading') heading = plain(node);
      return node.type === 'code' ? [{ language: node.lang ?? '', text: node.value, heading }] : [];
    }),
  };
}

function* within(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* within(child);
}

/** A second heading of the same words gets a number. */
function anchorsOf(nodes: readonly MarkdownNode[]): readonly string[] {
  const counts = new Map<string, number>();
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const slug = plain(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
}

function plain(node: MarkdownNode): string {
  return [...within(node)].flatMap((one) => ('value' in one ? [one.value] : [])).join('');
}

function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join(node.type === 'root' ? ' ' : '') : '';
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
