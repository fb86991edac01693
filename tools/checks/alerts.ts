import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { run } from '../../generators/src/programs/run.ts';
import { idOf, isRecord, type KubeObject, ofKind } from '../kubernetes/objects.ts';
import { ensureGoTool } from '../toolchain/go.ts';

/** Rules of one object, as Prometheus would load them. */
export interface RuleFile {
  /** `Kind/name`, with the key where the object has several. */
  readonly where: string;
  /** Chart that the object is of, by its label. */
  readonly chart: string;
  readonly text: string;
}

/** An alert or a recorded metric. */
export interface Rule {
  readonly where: string;
  readonly chart: string;
  /** Name of the alert, absent for what is recorded. */
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
}

/** The rules of every PrometheusRule, and of every key of a ConfigMap that ends in `.rules.yml`. */
export function ruleFiles(objects: readonly KubeObject[]): readonly RuleFile[] {
  const operator = ofKind(objects, 'PrometheusRule').map((object) => ({
    where: idOf(object),
    chart: chartOf(object),
    text: stringify({ groups: isRecord(object.spec) ? (object.spec.groups ?? []) : [] }),
  }));
  const mounted = ofKind(objects, 'ConfigMap').flatMap((object) =>
    Object.entries(isRecord(object.data) ? object.data : {})
      .filter(([key]) => key.endsWith('.rules.yml'))
      .map(([key, text]) => ({
        where: `${idOf(object)} ${key}`,
        chart: chartOf(object),
        text: String(text),
      })),
  );
  return [...operator, ...mounted];
}

/** Every rule of files that `promtool` takes. */
export function rulesIn(files: readonly RuleFile[]): readonly Rule[] {
  return files.flatMap(({ where, chart, text }) => {
    const content: unknown = parse(text);
    return listOf(content, 'groups')
      .flatMap((group) => listOf(group, 'rules'))
      .filter(isRecord)
      .map(({ alert, record, expr }) => ({
        where: `${where}: ${String(alert ?? record)}`,
        chart,
        ...(alert === undefined ? {} : { alert: String(alert) }),
        ...(record === undefined ? {} : { record: String(record) }),
        expr: String(expr),
      }));
  });
}

/** What `promtool check rules` says against the files, rules that stand there twice included; nothing when it takes them. */
export async function ruleFindings(files: readonly RuleFile[]): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const promtool = await ensureGoTool('promtool');
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  try {
    const found = await Promise.all(
      files.map(async ({ where, text }, index) => {
        const path = join(folder, `${index}.yml`);
        await writeFile(path, text);
        const result = await run(promtool, ['check', 'rules', '--lint=all', '--lint-fatal', path], {
          timeoutMs: 30_000,
        });
        if (result.code === 0) return [];
        const said = `${result.stderr}${result.stdout}`.replaceAll(path, where).trim();
        return [said.includes(where) ? said : `${where}: ${said}`];
      }),
    );
    return found.flat();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The chart that an object is of, by its label `app.kubernetes.io/name`. */
export function chartOf({ metadata }: KubeObject): string {
  return metadata.labels?.['app.kubernetes.io/name'] ?? '';
}

function listOf(value: unknown, field: string): readonly unknown[] {
  const list = isRecord(value) ? value[field] : undefined;
  return Array.isArray(list) ? list : [];
}
