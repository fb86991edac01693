import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  scryptSync,
  sign as signBytes,
} from 'node:crypto';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { bundleFromJSON, bundleToJSON, toDSSEBundle } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { ChartwrightError } from '../../generators/src/errors.ts';

/** Media type of a signed statement beside what it is about. */
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

const IN_TOTO = 'application/vnd.in-toto+json';

/** What is said of a manifest, of which kind it is, and nothing else. */
export interface Statement {
  /** Digest of the manifest. */
  readonly subject: string;
  /** For example `https://cyclonedx.org/bom`. */
  readonly predicateType: string;
  readonly predicate: object;
}

/** A key that signs, and tells what it has signed. */
export interface Signer {
  /** A bundle as `cosign verify --key` takes it, as text. */
  readonly sign: (statement: Statement) => string;
  /** Whether a bundle says exactly this and was signed with the key. */
  readonly isSigned: (bundle: string, statement: Statement) => boolean;
}

/**
 * Signs with a key as `cosign generate-key-pair` or `openssl` makes it.
 *
 * Errors: `publish/key`.
 *
 * @param pem text of the private key
 * @param password of an encrypted key; cosign takes it from `COSIGN_PASSWORD`
 */
export function signerOf(pem: string, password: string): Signer {
  const key = privateKey(pem, password);
  const publicKey = createPublicKey(key);
  const keyHint = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return {
    sign: (statement) => {
      const artifact = Buffer.from(textOf(statement));
      const signature = signBytes('sha256', dsse.preAuthEncoding(IN_TOTO, artifact), key);
      const bundle = toDSSEBundle({ artifact, artifactType: IN_TOTO, signature, keyHint });
      // cosign reckons IDs of keys otherwise, and passes over a signature with another ID.
      for (const one of bundle.content.dsseEnvelope.signatures) one.keyid = '';
      return JSON.stringify(bundleToJSON(bundle));
    },
    isSigned: (bundle, statement) => statementIn(bundle, publicKey) === textOf(statement),
  };
}

/** What a bundle says; nothing unless it was signed with the key. */
export function statementIn(text: string, publicKey: KeyObject): string | undefined {
  const authorities = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
  const trust = toTrustMaterial({ mediaType: '', ...authorities }, () => ({
    publicKey,
    validFor: () => true,
  }));
  try {
    const { content } = bundleFromJSON(JSON.parse(text));
    if (content.$case !== 'dsseEnvelope') return undefined;
    const none = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };
    new Verifier(trust, none).verify(toSignedEntity(bundleFromJSON(JSON.parse(text))));
    return content.dsseEnvelope.payload.toString('utf8');
  } catch {
    return undefined;
  }
}

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
function textOf({ subject, predicateType, predicate }: Statement): string {
  const [algorithm = '', hash = ''] = subject.split(':');
  return JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { [algorithm]: hash } }],
    predicateType,
    predicate,
  });
}

function privateKey(pem: string, password: string): KeyObject {
  try {
    const key = COSIGN.test(pem)
      ? createPrivateKey({ key: decrypted(pem, password), format: 'der', type: 'pkcs8' })
      : createPrivateKey({ key: pem, passphrase: password });
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch (cause) {
    throw badKey(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  throw badKey('is not of the curve P-256');
}

const COSIGN = /^-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----$/m;

/** A key as `cosign generate-key-pair` writes it: JSON that names scrypt and NaCl's secretbox. */
function decrypted(pem: string, password: string): Buffer {
  const body = pem.split('\n').filter((line) => !line.startsWith('-----'));
  const { kdf, cipher, ciphertext } = JSON.parse(Buffer.from(body.join(''), 'base64').toString('utf8'));
  const { N, r, p } = kdf.params;
  const secret = scryptSync(password, Buffer.from(kdf.salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r });
  const box = xsalsa20poly1305(secret, Buffer.from(cipher.nonce, 'base64'));
  return Buffer.from(box.decrypt(Buffer.from(ciphertext, 'base64')));
}

function badKey(what: string): ChartwrightError {
  return new ChartwrightError(
    'publish/key',
    `the key ${what}`,
    '--key',
    'Make one by "cosign generate-key-pair" or "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1", and give the password of an encrypted one in COSIGN_PASSWORD.',
  );
}
