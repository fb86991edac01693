import type {
  CheckImageValues, CredentialsValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues,
  GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues,
  IngressValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues, ScratchValues,
  SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type AlertmanagerValues = CheckImageValues & CredentialsValues & ExternalTrafficValues & ExtraObjectsValues &
  ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues & HelperPodsValues &
  HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues &
  NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
  ResourcesValues & SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues &
  ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** Receivers of notifications by name; confidential values stand in credentials and are referenced by their key there. */
  receivers?: Record<string, {
    /** Slack channels. */
    slack?: {
      /** Slack channel or user. */
      channel: string;
      /** Key in credentials of the URL of the incoming webhook. */
      urlKey: string;
      /** Title of the message, an Alertmanager template. */
      title?: string;
      /** Text of the message, an Alertmanager template. */
      text?: string;
      /** Whether resolved alerts are sent too. */
      sendResolved?: boolean;
    }[];
    /** Email recipients; mail goes through the server in smtp. */
    email?: {
      /** Email address, or several separated by commas. */
      to: string;
      /** Whether resolved alerts are sent too. */
      sendResolved?: boolean;
    }[];
    /** Webhooks that receive alerts as JSON. */
    webhook?: {
      /** URL of the webhook. */
      url?: string;
      /** Key in credentials of the URL, instead of url. */
      urlKey?: string;
      /** Key in credentials of a bearer token. */
      tokenKey?: string;
      /** Whether resolved alerts are sent too. */
      sendResolved?: boolean;
    }[];
    /** PagerDuty services (Events API v2). */
    pagerduty?: {
      /** Key in credentials of the integration key. */
      routingKeyKey: string;
      /** Severity of the incident. */
      severity?: string;
      /** Whether a resolved alert closes the incident. */
      sendResolved?: boolean;
    }[];
  }>;
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Receivers of other kinds in Alertmanager's own form; secrets only as files below /run/credentials. */
  extraReceivers?: Record<string, unknown>[];
  /** Mail server that sends email notifications (SMTP). */
  smtp?: {
    /** Host of the mail server; empty for none. */
    host?: string;
    /** Port of the mail server. */
    port?: number;
    /** Sender address of emails. */
    from?: string;
    /** User name at the mail server, with passwordKey; empty does not log in. */
    username?: string;
    /** Key in credentials of the password. */
    passwordKey?: string;
    /** Whether mail is sent over TLS only. */
    requireTls?: boolean;
  };
  /** Further arguments of the server, behind those of the chart; unchecked. */
  extraArgs?: string[];
  /** Settings of the server. */
  config?: {
    /** Which alerts go to which receivers. */
    route?: {
      /** Default receiver, for alerts that no route matches; none notifies nobody. */
      receiver?: string;
      /** Labels by which alerts are grouped into one notification. */
      groupBy?: string[];
      /** Time that a new group waits for further alerts before its first notification. */
      groupWait?: string;
      /** Time before a notification about new alerts in a group. */
      groupInterval?: string;
      /** Time before a notification is repeated. */
      repeatInterval?: string;
      /** Further routes in Alertmanager's own form; the first match wins. */
      routes?: Record<string, unknown>[];
    };
    /** Inhibition rules, by which alerts mute others, in Alertmanager's own form. */
    inhibitRules?: Record<string, unknown>[];
    /** Time intervals that routes may reference, in Alertmanager's own form. */
    timeIntervals?: Record<string, unknown>[];
    /** Time after which an alert that is no longer sent counts as resolved. */
    resolveTimeout?: string;
    /** Template files of notifications by name, in Alertmanager's own form; receivers use what they define. */
    templates?: Record<string, string>;
    /** Further keys of global in Alertmanager's own form, for example slack_api_url_file or http_config; unchecked. */
    global?: Record<string, unknown>;
    /** Further top-level blocks of alertmanager.yml that the chart does not write, for example tracing; unchecked. */
    extra?: Record<string, unknown>;
    /** How long silences and the log of notifications are kept. */
    retention?: string;
    /** URL at which people reach the server, which answers below its path; empty takes the first host of ingress or httpRoute. */
    externalUrl?: string;
    /** Log level of the server. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
};
