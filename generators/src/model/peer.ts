import type { JsonObject } from '../schema/index.ts';

/** What one value of another chart is here. */
export interface PeerValue {
  /** Its path there as Helm writes it: dots between keys, `\.` for a dot in a key, `[0]` for an entry of a list, `*` for any one key. */
  readonly from: string;
  /** Its path here; empty where it is deliberately not there. */
  readonly to: string;
  /** Their value → ours where the words differ, keyed by theirs as text; the same value by default. */
  readonly values: JsonObject | null;
  /** How theirs is written where ours is written otherwise; the same way by default. */
  readonly as: PeerForm | null;
  /** What of ours must stand beside it, or it has no effect: a path, or one with its words, `service.type=NodePort|LoadBalancer`; empty for nothing. */
  readonly beside: string;
  /** What to look at when it is carried over, or why it is not there. */
  readonly note: string;
}

/**
 * Ways to write a value that ours is written from: `args` are arguments as a map or as names, `env` variables as a map, `groups` a list
 * of entries with a `name` and values of the block that the list stands in, `hosts` those of an Ingress as names or with a `name`,
 * `list` is one in a text with commas, `text` is YAML in a text.
 */
export const PEER_FORMS = ['args', 'env', 'groups', 'hosts', 'list', 'text'] as const;
export type PeerForm = (typeof PEER_FORMS)[number];

/** A public chart for the same application, and what its users find here. */
export interface Peer {
  /** Who publishes it and its name, for example `bitnami/postgresql`. */
  readonly name: string;
  /** Version of it whose values were read. */
  readonly version: string;
  /** Its defaults that mean something else than ours, by path: they hold where a file says nothing; `*` is every key that the file has there. */
  readonly defaults: JsonObject;
  /** All of its values that are known: those named alike, then the others. */
  readonly values: readonly PeerValue[];
  /** Values that have the same name here, below a block there and a block here; empty for the top. */
  readonly alike: readonly {
    readonly there: string;
    readonly here: string;
    readonly values: readonly string[];
  }[];
}

/** Folder, among the files of every chart, of what several of them say alike: a file `like: NAME` takes `NAME.yaml` there. */
export const SHARED_PEERS = 'shared-peers';
