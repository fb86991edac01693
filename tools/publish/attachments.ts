import { ChartwrightError } from '../../generators/src/errors.ts';
import type { PackedChart } from './packed-chart.ts';
import { CREATED, type Referrer, type Registry, timeText } from './registry.ts';
import { CYCLONEDX, sbomOf } from './sbom.ts';
import { BUNDLE, type Signer, type Statement } from './signature.ts';

/** Something that stands beside a chart in a registry and says what it is about. */
export interface Attachment {
  readonly what: string;
  /** Where several are of one type, which one it is. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly type: string;
  readonly file: string;
  readonly make: () => string;
  /** Whether a text does the same as a new one. */
  readonly isSame: (text: string) => boolean;
}

const PREDICATE = 'dev.sigstore.bundle.predicateType';
const ATTEMPTS = 20;

/** Everything that belongs beside a chart: its images, and what the key says of it, as `cosign` 3 writes and reads it. */
export function attachmentsOf(
  chart: PackedChart,
  manifest: string,
  signer: Signer | undefined,
): readonly Attachment[] {
  const text = sbomOf(chart);
  const sbom: Attachment = {
    what: 'SBOM',
    annotations: {},
    type: CYCLONEDX,
    file: 'bom.json',
    make: () => text,
    isSame: (other) => other === text,
  };
  if (signer === undefined) return [sbom];
  const signed = (what: string, predicateType: string, predicate: object): Attachment => {
    const statement: Statement = { subject: manifest, predicateType, predicate };
    return {
      what,
      annotations: { 'dev.sigstore.bundle.content': 'dsse-envelope', [PREDICATE]: predicateType },
      type: BUNDLE,
      file: 'bundle.json',
      make: () => signer.sign(statement),
      isSame: (bundle) => signer.isSigned(bundle, statement),
    };
  };
  return [
    sbom,
    signed('signature', 'https://sigstore.dev/cosign/sign/v1', {}),
    signed('signed SBOM', 'https://cyclonedx.org/bom', JSON.parse(text)),
  ];
}

/** Those of the attachments that a manifest has not, or has otherwise. */
export async function missing(
  registry: Registry,
  name: string,
  manifest: string,
  attachments: readonly Attachment[],
): Promise<readonly Attachment[]> {
  const referrers = await registry.referrers(`${name}@${manifest}`);
  const found: Attachment[] = [];
  for (const attachment of attachments)
    for (const referrer of referrers.filter((one) => isOfKind(one, attachment)))
      if (attachment.isSame(await textOf(registry, name, referrer))) found.push(attachment);
  return attachments.filter((attachment) => !found.includes(attachment));
}

/**
 * Attaches what is missing. A registry without an API for referrers keeps them in a list, and of two that write it at the same
 * time one is lost, as is one of a run that ended just before: the list is read again until everything is there. ORAS leaves
 * the list alone where it finds the same manifest, so that each attempt makes another one, by its time.
 *
 * @param created seconds since 1970
 */
export async function attach(
  registry: Registry,
  name: string,
  manifest: string,
  attachments: readonly Attachment[],
  created: number,
): Promise<void> {
  let open = attachments;
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt === ATTEMPTS) throw lost(registry, name, manifest);
    const time = timeText(created + attempt);
    const digests = new Map<Attachment, string>();
    for (const attachment of open) {
      const annotations = { ...attachment.annotations, [CREATED]: time };
      const artifact = { ...attachment, text: attachment.make(), annotations };
      digests.set(attachment, await registry.attach(`${name}@${manifest}`, artifact));
    }
    const there = (await registry.referrers(`${name}@${manifest}`)).map(({ digest }) => digest);
    open = open.filter((attachment) => !there.includes(digests.get(attachment) ?? ''));
  }
}

function lost({ address }: Registry, name: string, manifest: string): ChartwrightError {
  return new ChartwrightError(
    'publish/referrers',
    'what is attached to the chart is not there afterwards',
    `${address}/${name}@${manifest}`,
    'See who else publishes there, and run the same again.',
  );
}

function isOfKind({ artifactType, annotations }: Referrer, attachment: Attachment): boolean {
  return artifactType === attachment.type && annotations[PREDICATE] === attachment.annotations[PREDICATE];
}

async function textOf(registry: Registry, name: string, { digest }: Referrer): Promise<string> {
  const layer = (await registry.manifest(`${name}@${digest}`))?.layers[0];
  return layer === undefined ? '' : registry.blob(name, layer.digest);
}
