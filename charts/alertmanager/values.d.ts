import type {
  CheckImageValues, CredentialsValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues,
  GatewayImageValues, GatewayValues, GlobalValues, HttpRouteValues, ImagePullSecretsValues, IngressValues,
  LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues,
  SecurityValues, ServiceAccountValues, ServiceValues, SingleReplicaValues, ToolboxResourcesValues,
  ToolboxValues
} from '@chartwright/generators/values';

export type AlertmanagerValues = (CheckImageValues & CredentialsValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & GatewayImageValues & GatewayValues & GlobalValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues &
  NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
  ResourcesValues & SchedulingValues & SecurityValues & ServiceAccountValues & ServiceValues &
  SingleReplicaValues & ToolboxResourcesValues & ToolboxValues & {
  /** Who is told, by name; what is secret stands in credentials and is named by its key there. */
  receivers?: {
    /** One receiver. */
    [k: string]: {
      /**
       * Slack channels.
       *
       * Items: One channel.
       */
      slack?: {
        /** Channel or user. */
        channel: string;
        /** Key of credentials with the address of the incoming webhook. */
        urlKey: string;
        /** Title, in Alertmanager's templates. */
        title?: string;
        /** Text, in Alertmanager's templates. */
        text?: string;
        /** Whether the end of an alert is told too. */
        sendResolved?: boolean;
      }[];
      /**
       * Mail addresses; smtp says through which server.
       *
       * Items: One address.
       */
      email?: {
        /** Address, or several with commas. */
        to: string;
        /** Whether the end of an alert is told too. */
        sendResolved?: boolean;
      }[];
      /**
       * Programs that take alerts as JSON.
       *
       * Items: One of them.
       */
      webhook?: {
        /** Its address. */
        url?: string;
        /** Key of credentials with the address, instead of url. */
        urlKey?: string;
        /** Key of credentials with a bearer token. */
        tokenKey?: string;
        /** Whether the end of an alert is told too. */
        sendResolved?: boolean;
      }[];
      /**
       * PagerDuty services (Events API v2).
       *
       * Items: One service.
       */
      pagerduty?: {
        /** Key of credentials with the integration key. */
        routingKeyKey: string;
        /** Severity of the incident. */
        severity?: string;
        /** Whether the end of an alert closes the incident. */
        sendResolved?: boolean;
      }[];
    };
  };
  /**
   * Receivers of other kinds in Alertmanager's own form; secrets only as files below /run/credentials.
   *
   * Items: One receiver.
   */
  extraReceivers?: {
  }[];
  /** The mail server. */
  smtp?: {
    /** Its host; empty for none. */
    host?: string;
    /** Its port. */
    port?: number;
    /** Address that mails come from. */
    from?: string;
    /** User, with passwordKey; empty for no login. */
    username?: string;
    /** Key of credentials with the password. */
    passwordKey?: string;
    /** Whether mails are only sent encrypted. */
    requireTls?: boolean;
  };
  /** Settings of the server. */
  config?: {
    /** Who is told of which alert. */
    route?: {
      /** Receiver of what no route below takes; none tells nobody. */
      receiver?: string;
      /**
       * Labels by which alerts are told together.
       *
       * Items: One label.
       */
      groupBy?: string[];
      /** How long the first message of a group waits for others. */
      groupWait?: string;
      /** Time before new alerts of a group are told. */
      groupInterval?: string;
      /** Time before the same alerts are told again. */
      repeatInterval?: string;
      /**
       * Further routes in Alertmanager's own form, the first that matches holds.
       *
       * Items: One route.
       */
      routes?: {
      }[];
    };
    /**
     * Alerts that keep others quiet, in Alertmanager's own form.
     *
     * Items: One rule.
     */
    inhibitRules?: {
    }[];
    /**
     * Times that routes may name, in Alertmanager's own form.
     *
     * Items: One of them.
     */
    timeIntervals?: {
    }[];
    /** Time after which an alert that is no longer sent is over. */
    resolveTimeout?: string;
    /** How long silences and what was sent are remembered. */
    retention?: string;
    /** Address at which people reach the server, for links in messages; empty for none. */
    externalUrl?: string;
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
})
