// generated from schemas/ – do not edit

export interface Affinity {
  /** Labels of nodes. */
  nodeAffinity?: {
    /** Node labels that must match. */
    requiredDuringSchedulingIgnoredDuringExecution?: {
      /** Terms of which one must hold. */
      nodeSelectorTerms?: {
        /** Expressions on labels of a node. */
        matchExpressions: ({
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'In' | 'NotIn';
          /** Values to compare with; one has to match, or none with NotIn. */
          values: string[];
        } | {
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'Exists' | 'DoesNotExist';
        } | {
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'Gt' | 'Lt';
          /** One number. */
          values: string[];
        })[];
      }[];
    };
    /** Preferences. */
    preferredDuringSchedulingIgnoredDuringExecution?: {
      /** Weight of the preference. */
      weight: number;
      /** The preference. */
      preference: {
        /** Expressions on labels of a node. */
        matchExpressions: ({
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'In' | 'NotIn';
          /** Values to compare with; one has to match, or none with NotIn. */
          values: string[];
        } | {
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'Exists' | 'DoesNotExist';
        } | {
          /** Key of the label. */
          key: string;
          /** How the values are compared. */
          operator: 'Gt' | 'Lt';
          /** One number. */
          values: string[];
        })[];
      };
    }[];
  };
  /** Pods to be near to. */
  podAffinity?: PodAffinity;
  /** Pods to be apart from. */
  podAntiAffinity?: PodAffinity;
}

export interface AlertRule {
  /** Name of the alert. */
  alert?: string;
  /** Name of the metric to record, in place of alert. */
  record?: string;
  /** Expression in PromQL. */
  expr?: string;
  /** How long expr must hold before the alert fires. */
  for?: string;
  /** Labels of the alert. */
  labels?: Record<string, string>;
  /** Annotations of the alert. */
  annotations?: Record<string, string>;
}

export interface AutoscalingValues {
  /** A HorizontalPodAutoscaler, which sets the number of pods instead of replicaCount. */
  autoscaling?: {
    /** Whether the number of pods follows the load. */
    enabled?: boolean;
    /** Minimum number of pods. */
    minReplicas?: number;
    /** Maximum number of pods. */
    maxReplicas?: number;
    /** Target CPU utilization in percent of the request; 0 ignores CPU. */
    targetCPUUtilizationPercentage?: number;
    /** Target memory utilization in percent of the request; 0 ignores memory. */
    targetMemoryUtilizationPercentage?: number;
    /** Further metrics (ContainerResource, Pods, Object, External) in Kubernetes' own form. */
    metrics?: ({
      /** Kind of the metric. */
      type: 'ContainerResource';
      /** A resource of one container. */
      containerResource: {
        /** The resource. */
        name: 'cpu' | 'memory';
        /** Name of the container. */
        container: string;
        /** The target. */
        target: {
          /** In percent of the request. */
          type: 'Utilization';
          /** Target in percent. */
          averageUtilization: number;
        };
      };
    } | {
      /** Kind of the metric. */
      type: 'Pods';
      /** A metric of the pods. */
      pods: {
        /** The metric. */
        metric: {
          /** Name of the metric. */
          name: string;
          /** Labels of the metric. */
          selector?: LabelSelector;
        };
        /** The target. */
        target: {
          /** For each pod. */
          type: 'AverageValue';
          /** Target for each pod. */
          averageValue: string | number;
        };
      };
    } | {
      /** Kind of the metric. */
      type: 'Object';
      /** A metric of another object. */
      object: {
        /** The object. */
        describedObject: {
          /** API version. */
          apiVersion?: string;
          /** Kind. */
          kind: string;
          /** Name. */
          name: string;
        };
        /** The metric. */
        metric: {
          /** Name of the metric. */
          name: string;
          /** Labels of the metric. */
          selector?: LabelSelector;
        };
        /** The target. */
        target: {
          /** For all pods together. */
          type: 'Value';
          /** Target for all pods. */
          value: string | number;
        } | {
          /** For each pod. */
          type: 'AverageValue';
          /** Target for each pod. */
          averageValue: string | number;
        };
      };
    } | {
      /** Kind of the metric. */
      type: 'External';
      /** A metric from outside the cluster. */
      external: {
        /** The metric. */
        metric: {
          /** Name of the metric. */
          name: string;
          /** Labels of the metric. */
          selector?: LabelSelector;
        };
        /** The target. */
        target: {
          /** For all pods together. */
          type: 'Value';
          /** Target for all pods. */
          value: string | number;
        } | {
          /** For each pod. */
          type: 'AverageValue';
          /** Target for each pod. */
          averageValue: string | number;
        };
      };
    })[];
    /** How fast to scale up and down, in Kubernetes' own form. */
    behavior?: ScalingBehavior;
  };
}

export interface CaBundle {
  /** Name of the ConfigMap. */
  configMap?: string;
  /** Name of the Secret, in place of a ConfigMap. */
  secret?: string;
  /** Key with the certificates in PEM form; default ca.crt. */
  key?: string;
}

export interface CanaryAnalysisValues {
  /** Whether the two tracks are compared while rollout.mode is canary. */
  enabled?: boolean;
  /** Time window of the queries. */
  window?: string;
  /** Requests the canary must have answered within the window; with fewer there is no verdict. */
  minRequests?: number;
  /** How far the canary's error rate may exceed that of the stable track: 0.01 is one request in a hundred. */
  maxErrorIncrease?: number;
  /** Maximum latency of the canary, as a multiple of that of the stable track. */
  maxLatencyFactor?: number;
  /** Queries in PromQL, each with one result. `%selector%` stands for the labels of a track, `%window%` for the window. */
  queries?: {
    /** Query of Prometheus for the number of requests. */
    requests?: string;
    /** Query of Prometheus for the number of failed requests; empty ignores errors. */
    errors?: string;
    /** Query of Prometheus for the latency of a request in seconds; empty ignores latency. */
    latency?: string;
  };
  /** Analysis by Argo Rollouts with the same queries, after each step of rollout.canary.argo; without argo it does not run. */
  analysis?: {
    /** Time between two measurements. */
    interval?: string;
    /** Number of measurements after a step. */
    count?: number;
    /** Measurements that may fail or be inconclusive. One more failure aborts the rollout; one more inconclusive one waits for `kubectl argo rollouts promote`. */
    failureLimit?: number;
  };
}

export interface CheckImageValues {
  /** Image of the waits, checks and tests that speak this protocol. */
  image?: {
    /** Registry to pull from, which global.imageRegistry replaces; empty for an image on the node. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag. Empty means the one this chart was made for; an image from another repository needs its own. */
    tag?: string | number;
    /** Digest to pin. The built-in one holds for the built-in registry, repository and tag. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
}

export interface ClaimFields {
  /** Labels of the volume to bind. */
  selector?: LabelSelector;
  /** Name of the volume to bind. */
  volumeName?: string;
  /** VolumeSnapshot or PersistentVolumeClaim whose content the new volume starts with. */
  dataSource?: {
    /** Kind of the object. */
    kind?: 'PersistentVolumeClaim';
    /** Name of the object. */
    name?: string;
  } | {
    /** API group of the object. */
    apiGroup?: string;
    /** Kind of the object. */
    kind?: string;
    /** Name of the object. */
    name?: string;
  };
  /** Object of any kind that fills the volume. */
  dataSourceRef?: {
    /** Kind of the object. */
    kind?: 'PersistentVolumeClaim';
    /** Name of the object. */
    name?: string;
  } | {
    /** API group of the object. */
    apiGroup?: string;
    /** Kind of the object. */
    kind?: string;
    /** Name of the object. */
    name?: string;
  };
  /** VolumeAttributesClass, which sets attributes of the volume such as its throughput. */
  volumeAttributesClassName?: string;
}

export interface ClaimSpec {
  /** Access modes. */
  accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany')[];
  /** Storage class. */
  storageClassName?: string;
  /** Size of the claim. */
  resources?: {
    /** What the claim requests. */
    requests?: {
      /** Size. */
      storage?: string | number;
    };
  };
}

export interface ClientPostgresValues {
  /** Name of its database; when empty, the user name. */
  database?: string;
  /** Extensions of its database. */
  extensions?: string[];
}

export interface ClientS3Values {
  /** Buckets that the client may use; the chart creates them and never deletes any. When empty, one named after the client. */
  buckets?: string[];
  /** What the client may do, as statements of an S3 policy, in place of policy; only the store checks them. */
  statements?: Record<string, unknown>[];
  /** What the client may do in its buckets. */
  policy?: 'readwrite' | 'readonly' | 'writeonly';
}

export interface ClientValues {
  /** Member of the umbrella the client belongs to: it exists while that member is enabled and global.members.<member>.uses does not say otherwise. Set by the umbrella. */
  member?: string;
  /** User name; when empty, the name of the client with underscores for hyphens. */
  username?: string;
  /** Password; generated when empty. */
  password?: string;
  /** An existing Secret with the password; the chart then creates none for this client. */
  existingSecret?: string;
  /** Key of the password in existingSecret; when empty, password. */
  passwordKey?: string;
}

export interface ClusterRbacValues {
  /** Permissions of the workload in the whole cluster. */
  clusterRbac?: {
    /** Whether the chart creates a ClusterRole and its binding; whoever installs it must have the permissions too. Otherwise an administrator of the namespace is enough. */
    create?: boolean;
  };
}

export interface ConnectionHttpValues {
  /** Host of a service outside this release; empty uses the service that this release installs. */
  host?: string;
  /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
  port?: number;
  /** Scheme of the service at host. */
  scheme?: 'http' | 'https';
  /** Path prefix of every request. */
  path?: string;
  /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the service at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionOtlpValues {
  /** Host of a service outside this release; empty uses the umbrella's member. */
  host?: string;
  /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
  port?: number;
  /** Scheme of the service at host. */
  scheme?: 'http' | 'https';
  /** Path prefix of /v1/traces. */
  path?: string;
  /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the service at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionPostgresValues {
  /** Host of a service outside this release; empty uses the service that this release installs. */
  host?: string;
  /** Port of the server at host. */
  port?: number;
  /** Name of the database; when empty, the one that is named after this chart. */
  database?: string;
  /** User name; when empty, the one that is named after this chart. */
  username?: string;
  /** Existing Secret with the password for the server at host; empty connects without a password. */
  existingSecret?: string;
  /** Key of the password in existingSecret. */
  secretKey?: string;
  /** Key in existingSecret of a complete URL, which replaces the one made of host, port, database and user. */
  urlKey?: string;
  /** SSL mode of the connection to the server at host. */
  sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it. The server's certificate is then verified (verify-full). */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the server at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionRedisValues {
  /** Host of a service outside this release; empty uses the service that this release installs. */
  host?: string;
  /** Port of the server at host. */
  port?: number;
  /** Number of the database. */
  database?: number;
  /** User name; empty takes the default user. */
  username?: string;
  /** Existing Secret with the password for the server at host; empty connects without a password. */
  existingSecret?: string;
  /** Key of the password in existingSecret. */
  secretKey?: string;
  /** Key in existingSecret of a complete URL, which replaces the one made of host, port, database and user. */
  urlKey?: string;
  /** Whether the server at host uses TLS. */
  tls?: boolean;
  /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it; URLs name it as ssl_ca_certs, which Python's client reads. */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the server at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionS3Values {
  /** Host of a service outside this release; empty uses the service that this release installs. */
  host?: string;
  /** Port of the server at host; 0 means 443 with https, otherwise the default port of the object store. */
  port?: number;
  /** Scheme of the store at host; empty is https for a name outside the cluster, otherwise http. */
  scheme?: '' | 'http' | 'https';
  /** Name of the bucket; when empty, the one created for this chart. */
  bucket?: string;
  /** Region that requests are signed for. */
  region?: string;
  /** Existing Secret with the access key for the store at host; empty sends none, for example with workload identity. */
  existingSecret?: string;
  /** Key of the access key id in existingSecret. */
  usernameKey?: string;
  /** Key of the secret access key in existingSecret. */
  secretKey?: string;
  /** Secret with the CA certificate of the store as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the server at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionTcpValues {
  /** Host of a service outside this release; empty uses the service that this release installs. */
  host?: string;
  /** Port of the server at host. */
  port?: number;
  /** Name of the database, virtual host or the like; empty for none. */
  database?: string;
  /** User name at the server; empty for none. */
  username?: string;
  /** Existing Secret with the password for the server at host; empty connects without a password. */
  existingSecret?: string;
  /** Key of the password in existingSecret. */
  secretKey?: string;
  /** Key in existingSecret of a complete URL, which replaces the one made of the other values. */
  urlKey?: string;
  /** Whether the server at host uses TLS. */
  tls?: boolean;
  /** Query of the URL, the part after the question mark, for example tls=true; empty for none. */
  query?: string;
  /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it. */
  caSecret?: string;
  /** Key of the certificate in caSecret. */
  caKey?: string;
  /** Networks (CIDRs) of the server at host, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
  cidrs?: string[];
  /** Seconds that an init container waits for the service before it fails and starts again; 0 does not wait. */
  waitSeconds?: number;
}

export interface ContainerFields {
  /** Replaces the entrypoint of the image. */
  command?: string[];
  /** Arguments, in place of those of the image. */
  args?: string[];
  /** Folder the process starts in. */
  workingDir?: string;
}

export interface ContainerPort {
  /** Name of the port. */
  name?: string;
  /** The port. */
  containerPort?: number;
  /** Transport protocol. */
  protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface CredentialsValues {
  /** Passwords and tokens that settings reference by their key; the container has each as a file. */
  credentials?: {
    /** Existing Secret whose keys are files below /run/credentials; empty creates one from data. */
    existingSecret?: string;
    /** Confidential texts by key, for the Secret <fullname>-credentials; each is a file below /run/credentials. */
    data?: Record<string, string>;
  };
}

export interface CronJobValues {
  /** Schedule in cron syntax. */
  schedule?: string;
  /** Time zone of the schedule, for example Europe/Berlin; when empty, that of the controller manager. */
  timeZone?: string;
  /** Whether no new runs are started. */
  suspend?: boolean;
  /** What happens when a run is due while another is still running. */
  concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Number of successful Jobs to keep. */
  successfulJobsHistoryLimit?: number;
  /** Number of failed Jobs to keep. */
  failedJobsHistoryLimit?: number;
}

export interface DrainValues {
  /** Seconds that a pod keeps serving after its deletion begins, until no new request reaches it; part of terminationGracePeriodSeconds. 0 stops it at once; lifecycle.preStop replaces it. */
  drainSeconds?: number;
}

export interface EgressRule {
  /** Peers; when absent, everybody. */
  to?: ({
    /** Labels of the pods. */
    podSelector?: LabelSelector;
    /** Labels of the namespaces of the pods. */
    namespaceSelector?: LabelSelector;
  } | {
    /** Addresses. */
    ipBlock: {
      /** A network. */
      cidr: string;
    } | {
      /** All IPv4 or all IPv6 addresses. */
      cidr: '0.0.0.0/0' | '::/0';
      /** Networks of the same family to leave out. */
      except: string[];
    };
  })[];
  /** Ports; when absent, all ports. */
  ports?: PolicyPort[];
}

export interface EndpointFields {
  /** Whether a label of a metric takes precedence over a label of the target with the same name. */
  honorLabels?: boolean;
  /** Whether timestamps of the metrics are kept. */
  honorTimestamps?: boolean;
  /** Changes of the labels of the target, before it is scraped. */
  relabelings?: Relabeling[];
  /** Changes of the labels of its metrics, before they are kept. */
  metricRelabelings?: Relabeling[];
}

export interface EnvFrom {
  /** Prefix of every variable name. */
  prefix?: string;
  /** A ConfigMap. */
  configMapRef?: OptionalReference;
  /** A Secret. */
  secretRef?: OptionalReference;
}

export interface EnvVar {
  /** Name of the variable. */
  name?: string;
  /** Value of the variable. */
  value?: string;
  /** Where its value comes from. */
  valueFrom?: {
    /** A key of a Secret. */
    secretKeyRef?: KeyReference;
    /** A key of a ConfigMap. */
    configMapKeyRef?: KeyReference;
    /** A field of the pod. */
    fieldRef?: FieldReference;
    /** A resource of the container. */
    resourceFieldRef?: ResourceReference;
  };
}

export interface Exec {
  /** The command. */
  command?: string[];
}

export interface ExternalTrafficValues {
  /** Allowed network traffic. Everything that is not listed is refused, incoming and outgoing. */
  networkPolicy?: {
    /** Networks (CIDRs) outside the release that traffic declared by the chart may reach. */
    externalCidrs?: string[];
    /** Networks excluded from 0.0.0.0/0 and ::/0, each of its family; by default the metadata service of clouds. */
    exceptCidrs?: string[];
  };
}

export interface ExtraContainer {
  /** Name of the container. */
  name?: string;
  /** Full reference of the image. */
  image?: string;
  /** Replaces the entrypoint. */
  command?: string[];
  /** Arguments. */
  args?: string[];
  /** Environment. */
  env?: {
    /** Name of the variable. */
    name: string;
    /** Value of the variable. */
    value?: string;
    /** Where its value comes from. */
    valueFrom?: {
      /** A key of a Secret. */
      secretKeyRef?: {
        /** Name of the object. */
        name: string;
        /** Key of the object. */
        key: string;
        /** Whether the object or key may be missing. */
        optional?: boolean;
      };
      /** A key of a ConfigMap. */
      configMapKeyRef?: {
        /** Name of the object. */
        name: string;
        /** Key of the object. */
        key: string;
        /** Whether the object or key may be missing. */
        optional?: boolean;
      };
      /** A field of the pod. */
      fieldRef?: {
        /** Path of the field. */
        fieldPath: string;
      };
      /** A resource of the container. */
      resourceFieldRef?: {
        /** The resource. */
        resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
          'requests.ephemeral-storage';
        /** Name of the container. */
        containerName?: string;
      };
    };
  }[];
  /** Ports. */
  ports?: {
    /** Name of the port. */
    name?: string;
    /** The port. */
    containerPort: number;
    /** Transport protocol. */
    protocol?: 'TCP' | 'UDP' | 'SCTP';
  }[];
  /** Mounts. */
  volumeMounts?: {
    /** Name of the volume. */
    name: string;
    /** Path in the container. */
    mountPath: string;
    /** Path in the volume. */
    subPath?: string;
    /** Whether it is mounted read-only. */
    readOnly?: boolean;
  }[];
  /** Resources. */
  resources?: Resources;
  /** Liveness probe. */
  livenessProbe?: Probe;
  /** Readiness probe. */
  readinessProbe?: Probe;
  /** When the node pulls the image. */
  imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Folder the process starts in. */
  workingDir?: string;
  /** ConfigMaps and Secrets whose keys become environment variables. */
  envFrom?: {
    /** Prefix of every variable name. */
    prefix?: string;
    /** A ConfigMap. */
    configMapRef?: {
      /** Name of the object. */
      name: string;
      /** Whether the object may be missing. */
      optional?: boolean;
    };
    /** A Secret. */
    secretRef?: {
      /** Name of the object. */
      name: string;
      /** Whether the object may be missing. */
      optional?: boolean;
    };
  }[];
  /** Startup probe. */
  startupProbe?: Probe;
  /** Hooks of the container. */
  lifecycle?: Lifecycle;
  /** For an init container, Always: it starts before the others and runs as long as the pod. */
  restartPolicy?: 'Always';
}

export interface ExtraObject {
  /** API version. */
  apiVersion?: string;
  /** Kind; kinds that create pods are refused. */
  kind?: string;
  /** Metadata; it needs a name. */
  metadata?: {
    /** Name of the object. */
    name?: string;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

export interface ExtraObjectsValues {
  /** Further objects of the release, none that creates pods. Of template text, only {{ .Release.Name }}, {{ .Release.Namespace }} and {{ include "CHART.fullname" . }}, in this spelling, are replaced. */
  extraObjects?: {
    /** API version. */
    apiVersion: string;
    /** Kind; kinds that create pods are refused. */
    kind: string;
    /** Metadata; it needs a name. */
    metadata: {
      /** Name of the object. */
      name: string;
      [key: string]: unknown;
    };
    [key: string]: unknown;
  }[];
}

export interface ExtrasValues {
  /** Further environment variables of this workload; those at the top level are for every workload. Names that the chart sets itself are refused. */
  extraEnv?: {
    /** Name of the variable. */
    name: string;
    /** Value of the variable. */
    value?: string;
    /** Where its value comes from. */
    valueFrom?: {
      /** A key of a Secret. */
      secretKeyRef?: {
        /** Name of the object. */
        name: string;
        /** Key of the object. */
        key: string;
        /** Whether the object or key may be missing. */
        optional?: boolean;
      };
      /** A key of a ConfigMap. */
      configMapKeyRef?: {
        /** Name of the object. */
        name: string;
        /** Key of the object. */
        key: string;
        /** Whether the object or key may be missing. */
        optional?: boolean;
      };
      /** A field of the pod. */
      fieldRef?: {
        /** Path of the field. */
        fieldPath: string;
      };
      /** A resource of the container. */
      resourceFieldRef?: {
        /** The resource. */
        resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
          'requests.ephemeral-storage';
        /** Name of the container. */
        containerName?: string;
      };
    };
  }[];
  /** ConfigMaps and Secrets whose keys become environment variables of this workload. */
  extraEnvFrom?: {
    /** Prefix of every variable name. */
    prefix?: string;
    /** A ConfigMap. */
    configMapRef?: {
      /** Name of the object. */
      name: string;
      /** Whether the object may be missing. */
      optional?: boolean;
    };
    /** A Secret. */
    secretRef?: {
      /** Name of the object. */
      name: string;
      /** Whether the object may be missing. */
      optional?: boolean;
    };
  }[];
  /** Further volumes of the pods of this workload, of the kinds that Pod Security restricted allows. */
  volumes?: {
    /** Name of the volume. */
    name: string;
    /** A ConfigMap. */
    configMap?: {
      /** Name of the object. */
      name: string;
      /** Keys to take; when absent, all keys. */
      items?: {
        /** Key of the object. */
        key: string;
        /** Path in the volume. */
        path: string;
        /** Mode of the files. */
        mode?: number;
      }[];
      /** Whether the object may be missing. */
      optional?: boolean;
      /** Mode of the files. */
      defaultMode?: number;
    };
    /** A Secret. */
    secret?: {
      /** Name of the Secret. */
      secretName: string;
      /** Keys to take; when absent, all keys. */
      items?: {
        /** Key of the object. */
        key: string;
        /** Path in the volume. */
        path: string;
        /** Mode of the files. */
        mode?: number;
      }[];
      /** Mode of the files. */
      defaultMode?: number;
      /** Whether the Secret may be missing. */
      optional?: boolean;
    };
    /** A scratch folder. */
    emptyDir?: {
      /** Medium: empty for the disk of the node, Memory for a file system in RAM. */
      medium?: '' | 'Memory';
      /** Maximum size; Kubernetes evicts a pod that exceeds it. */
      sizeLimit?: string | number;
    };
    /** A PersistentVolumeClaim. */
    persistentVolumeClaim?: {
      /** Name of the claim. */
      claimName: string;
      /** Whether it is mounted read-only. */
      readOnly?: boolean;
    };
    /** Several sources in one volume. */
    projected?: {
      /** Sources of the volume. */
      sources: {
        /** A ConfigMap. */
        configMap?: {
          /** Name of the object. */
          name: string;
          /** Keys to take; when absent, all keys. */
          items?: {
            /** Key of the object. */
            key: string;
            /** Path in the volume. */
            path: string;
            /** Mode of the files. */
            mode?: number;
          }[];
          /** Whether the object may be missing. */
          optional?: boolean;
        };
        /** A Secret. */
        secret?: {
          /** Name of the object. */
          name: string;
          /** Keys to take; when absent, all keys. */
          items?: {
            /** Key of the object. */
            key: string;
            /** Path in the volume. */
            path: string;
            /** Mode of the files. */
            mode?: number;
          }[];
          /** Whether the object may be missing. */
          optional?: boolean;
        };
        /** Fields of the pod. */
        downwardAPI?: {
          /** Files that hold the fields. */
          items: {
            /** Path in the volume. */
            path: string;
            /** A field of the pod. */
            fieldRef: {
              /** Path of the field. */
              fieldPath: string;
            };
            /** Mode of the files. */
            mode?: number;
          }[];
        };
      }[];
      /** Mode of the files. */
      defaultMode?: number;
    };
    /** Fields of the pod. */
    downwardAPI?: {
      /** Files that hold the fields. */
      items: {
        /** Path in the volume. */
        path: string;
        /** A field of the pod. */
        fieldRef: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** Mode of the files. */
        mode?: number;
      }[];
      /** Mode of the files. */
      defaultMode?: number;
    };
    /** A PersistentVolumeClaim of the pod's own. */
    ephemeral?: {
      /** The claim. */
      volumeClaimTemplate: {
        /** Labels and annotations of the claim. */
        metadata?: {
          /** Labels. */
          labels?: Record<string, string>;
          /** Annotations. */
          annotations?: Record<string, string>;
        };
        /** The claim. */
        spec: {
          /** Access modes. */
          accessModes: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany')[];
          /** Storage class. */
          storageClassName?: string;
          /** Size of the claim. */
          resources: {
            /** What the claim requests. */
            requests: {
              /** Size. */
              storage: string | number;
            };
          };
        };
      };
    };
    /** A CSI volume of the pod's own. */
    csi?: {
      /** Name of the driver. */
      driver: string;
      /** Whether it is mounted read-only. */
      readOnly?: boolean;
      /** File system. */
      fsType?: string;
      /** Properties that the driver knows. */
      volumeAttributes?: Record<string, string>;
      /** Secret for the driver. */
      nodePublishSecretRef?: {
        /** Name of the object. */
        name: string;
      };
    };
  }[];
  /** Further volume mounts of the container of this workload. */
  volumeMounts?: {
    /** Name of the volume. */
    name: string;
    /** Path in the container. */
    mountPath: string;
    /** Path in the volume. */
    subPath?: string;
    /** Whether it is mounted read-only. */
    readOnly?: boolean;
  }[];
  /** Further containers in the pods of this workload; they get the chart's security context. */
  extraContainers?: (ProbesValues & {
    /** Name of the container. */
    name: string;
    /** Full reference of the image. */
    image: string;
    /** Replaces the entrypoint. */
    command?: string[];
    /** Arguments. */
    args?: string[];
    /** Environment. */
    env?: {
      /** Name of the variable. */
      name: string;
      /** Value of the variable. */
      value?: string;
      /** Where its value comes from. */
      valueFrom?: {
        /** A key of a Secret. */
        secretKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A key of a ConfigMap. */
        configMapKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A field of the pod. */
        fieldRef?: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** A resource of the container. */
        resourceFieldRef?: {
          /** The resource. */
          resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
            'requests.ephemeral-storage';
          /** Name of the container. */
          containerName?: string;
        };
      };
    }[];
    /** Ports. */
    ports?: {
      /** Name of the port. */
      name?: string;
      /** The port. */
      containerPort: number;
      /** Transport protocol. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /** Mounts. */
    volumeMounts?: {
      /** Name of the volume. */
      name: string;
      /** Path in the container. */
      mountPath: string;
      /** Path in the volume. */
      subPath?: string;
      /** Whether it is mounted read-only. */
      readOnly?: boolean;
    }[];
    /** Resources. */
    resources: {
      /** What the scheduler reserves for the container. */
      requests: {
        /** CPU cores. */
        cpu: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
      /** What the container may use at most. */
      limits: {
        /** CPU cores. */
        cpu?: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
    };
    /** When the node pulls the image. */
    imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    /** Folder the process starts in. */
    workingDir?: string;
    /** ConfigMaps and Secrets whose keys become environment variables. */
    envFrom?: {
      /** Prefix of every variable name. */
      prefix?: string;
      /** A ConfigMap. */
      configMapRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
      /** A Secret. */
      secretRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
    }[];
    /** Hooks of the container. */
    lifecycle?: {
      /** Runs right after the container has started. */
      postStart?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
      /** Runs before the container is stopped. */
      preStop?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
    };
    /** For an init container, Always: it starts before the others and runs as long as the pod. */
    restartPolicy?: 'Always';
  })[];
  /** Further init containers of this workload, which run after the chart's own, once everything that the pod waits for is ready. */
  extraLateInitContainers?: (ProbesValues & {
    /** Name of the container. */
    name: string;
    /** Full reference of the image. */
    image: string;
    /** Replaces the entrypoint. */
    command?: string[];
    /** Arguments. */
    args?: string[];
    /** Environment. */
    env?: {
      /** Name of the variable. */
      name: string;
      /** Value of the variable. */
      value?: string;
      /** Where its value comes from. */
      valueFrom?: {
        /** A key of a Secret. */
        secretKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A key of a ConfigMap. */
        configMapKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A field of the pod. */
        fieldRef?: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** A resource of the container. */
        resourceFieldRef?: {
          /** The resource. */
          resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
            'requests.ephemeral-storage';
          /** Name of the container. */
          containerName?: string;
        };
      };
    }[];
    /** Ports. */
    ports?: {
      /** Name of the port. */
      name?: string;
      /** The port. */
      containerPort: number;
      /** Transport protocol. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /** Mounts. */
    volumeMounts?: {
      /** Name of the volume. */
      name: string;
      /** Path in the container. */
      mountPath: string;
      /** Path in the volume. */
      subPath?: string;
      /** Whether it is mounted read-only. */
      readOnly?: boolean;
    }[];
    /** Resources. */
    resources: {
      /** What the scheduler reserves for the container. */
      requests: {
        /** CPU cores. */
        cpu: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
      /** What the container may use at most. */
      limits: {
        /** CPU cores. */
        cpu?: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
    };
    /** When the node pulls the image. */
    imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    /** Folder the process starts in. */
    workingDir?: string;
    /** ConfigMaps and Secrets whose keys become environment variables. */
    envFrom?: {
      /** Prefix of every variable name. */
      prefix?: string;
      /** A ConfigMap. */
      configMapRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
      /** A Secret. */
      secretRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
    }[];
    /** Hooks of the container. */
    lifecycle?: {
      /** Runs right after the container has started. */
      postStart?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
      /** Runs before the container is stopped. */
      preStop?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
    };
    /** For an init container, Always: it starts before the others and runs as long as the pod. */
    restartPolicy?: 'Always';
  })[];
}

export interface FieldFile {
  /** Path in the volume. */
  path?: string;
  /** A field of the pod. */
  fieldRef?: VolumeFieldReference;
  /** Mode of the files. */
  mode?: number;
}

export interface FieldReference {
  /** Path of the field. */
  fieldPath?: string;
}

export interface FirstContainersValues {
  /** Further init containers of this workload, which run before the chart's own, for example a proxy that connections need (restartPolicy Always). */
  extraInitContainers?: (ProbesValues & {
    /** Name of the container. */
    name: string;
    /** Full reference of the image. */
    image: string;
    /** Replaces the entrypoint. */
    command?: string[];
    /** Arguments. */
    args?: string[];
    /** Environment. */
    env?: {
      /** Name of the variable. */
      name: string;
      /** Value of the variable. */
      value?: string;
      /** Where its value comes from. */
      valueFrom?: {
        /** A key of a Secret. */
        secretKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A key of a ConfigMap. */
        configMapKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A field of the pod. */
        fieldRef?: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** A resource of the container. */
        resourceFieldRef?: {
          /** The resource. */
          resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
            'requests.ephemeral-storage';
          /** Name of the container. */
          containerName?: string;
        };
      };
    }[];
    /** Ports. */
    ports?: {
      /** Name of the port. */
      name?: string;
      /** The port. */
      containerPort: number;
      /** Transport protocol. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /** Mounts. */
    volumeMounts?: {
      /** Name of the volume. */
      name: string;
      /** Path in the container. */
      mountPath: string;
      /** Path in the volume. */
      subPath?: string;
      /** Whether it is mounted read-only. */
      readOnly?: boolean;
    }[];
    /** Resources. */
    resources: {
      /** What the scheduler reserves for the container. */
      requests: {
        /** CPU cores. */
        cpu: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
      /** What the container may use at most. */
      limits: {
        /** CPU cores. */
        cpu?: string | number;
        /** Memory. */
        memory: string | number;
        [key: string]: string | number;
      };
    };
    /** When the node pulls the image. */
    imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    /** Folder the process starts in. */
    workingDir?: string;
    /** ConfigMaps and Secrets whose keys become environment variables. */
    envFrom?: {
      /** Prefix of every variable name. */
      prefix?: string;
      /** A ConfigMap. */
      configMapRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
      /** A Secret. */
      secretRef?: {
        /** Name of the object. */
        name: string;
        /** Whether the object may be missing. */
        optional?: boolean;
      };
    }[];
    /** Hooks of the container. */
    lifecycle?: {
      /** Runs right after the container has started. */
      postStart?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
      /** Runs before the container is stopped. */
      preStop?: {
        /** A command. */
        exec?: {
          /** The command. */
          command: string[];
        };
        /** An HTTP request to the container. */
        httpGet?: {
          /** Path to request. */
          path: string;
          /** Port or its name. */
          port: number | string;
          /** Scheme. */
          scheme?: 'HTTP' | 'HTTPS';
          /** Headers. */
          httpHeaders?: {
            /** Name of the header. */
            name: string;
            /** Value of the header. */
            value: string;
          }[];
        };
        /** A pause. */
        sleep?: {
          /** Length of the pause in seconds. */
          seconds: number;
        };
      };
    };
    /** For an init container, Always: it starts before the others and runs as long as the pod. */
    restartPolicy?: 'Always';
  })[];
}

export interface GatewayImageValues {
  /** The nginx that may run in front of workloads. */
  gateway?: CheckImageValues;
}

export interface GatewayValues {
  /** An nginx between the Service and the application: API keys, limits, a cache, metrics and logs of requests, and no lost request when a pod is deleted. */
  gateway?: ResourcesValues & {
    /** Whether an nginx stands between the Service and the application. */
    enabled?: boolean;
    /** API keys: each client sends its own in a header or as Authorization: Bearer. Without them everybody who reaches the Service may call. */
    apiKeys?: {
      /** Whether callers must send an API key. */
      enabled?: boolean;
      /** Header with the key; Authorization: Bearer works as well. */
      header?: string;
      /** Existing Secret with the API key of each client under the client's name; changes take effect within two minutes, without a restart. */
      existingSecret?: string;
      /** Clients by name, for the Secret <fullname>-api-keys. */
      clients?: Record<string, {
        /** API key of the client; empty keeps the one in the Secret, or generates one. */
        key?: string;
      }>;
      /** API keys from the External Secrets Operator: each property of the entry is a client. */
      externalSecret?: {
        /** Whether the External Secrets Operator fills the Secret, by an ExternalSecret. */
        enabled?: boolean;
        /** Kind of the store that the External Secrets Operator reads. */
        storeKind?: 'SecretStore' | 'ClusterSecretStore';
        /** Name of the store. */
        storeName?: string;
        /** Entry in the store; every key of the Secret is a property of it. */
        remoteKey?: string;
        /** Time between two reads of the store. */
        refreshInterval?: string;
      };
      /** Paths without API key and rate limit; a trailing * includes everything below. The health check path is always one of them. */
      exemptPaths?: string[];
    };
    /** Rate limit of one caller, counted by each pod separately; further requests get the status 429. */
    rateLimit?: {
      /** Requests per second of one caller; 0 for no limit. */
      requestsPerSecond?: number;
      /** Requests beyond the limit that are admitted at once. */
      burst?: number;
      /** What identifies a caller: the API key (or the address of a caller without one), or always the address. */
      per?: 'client' | 'address';
    };
    /** A cache of responses, separate for each client that has a key of its own. Cache-Control, Vary and Set-Cookie of the application take precedence. */
    cache?: {
      /** Whether answers with the status 200 to GET and HEAD are cached. */
      enabled?: boolean;
      /** Seconds a response stays cached. */
      seconds?: number;
      /** Disk space of the cache in each pod. */
      size?: string;
      /** Path prefixes whose responses are cached; leave out those that answer GET with a stream of another type than text/event-stream. */
      paths?: string[];
      /** Whether responses to requests with a cookie or the application's own Authorization are cached too, separately for each. */
      credentials?: boolean;
    };
    /** Timeouts of requests to the application. */
    timeouts?: {
      /** Seconds until the application accepts the connection. */
      connectSeconds?: number;
      /** Seconds between two parts of a response; a WebSocket that is silent for longer is closed. */
      readSeconds?: number;
    };
    /** Networks (CIDRs) of the proxies whose X-Forwarded-For is trusted for the caller's address; without them, the address of the last proxy counts. */
    trustedProxies?: string[];
    /** Whether the container gateway logs each request as a line of JSON; never with API keys or query strings. */
    accessLog?: boolean;
    /** Requests, durations and statuses by client, for Prometheus. */
    metrics?: {
      /** Whether metrics are also scraped automatically: by the member prometheus of an umbrella, and as global.monitoring says. */
      auto?: boolean;
      /** Whether the Service <fullname>-direct has the annotations prometheus.io/scrape, port and path. */
      annotations?: boolean;
      /** Whether there is a ServiceMonitor; needs the Prometheus Operator. */
      serviceMonitor?: boolean;
      /** Labels the operator selects monitors by. */
      serviceMonitorLabels?: Record<string, string>;
      /** The pods that scrape metrics, for the NetworkPolicy. */
      from?: {
        /** Labels of the namespace of the pods that may scrape. */
        namespaceSelector?: Record<string, string | null>;
        /** Labels of the pods; none means any pod. */
        podSelector?: Record<string, string>;
      };
    };
  };
}

export interface GitSyncValues {
  /** A git repository, kept in sync in every pod that needs its files. */
  gitSync?: CheckImageValues & ResourcesValues & {
    /** Whether the files come from git instead of the image. */
    enabled?: boolean;
    /** URL of the repository, by https or ssh, without a password in it. */
    repository?: string;
    /** Branch to follow. */
    branch?: string;
    /** Tag or commit instead of the head of the branch. */
    ref?: string;
    /** Folder of the repository with the files; empty for the whole repository. */
    subPath?: string;
    /** Number of commits to fetch; 0 for the whole history. */
    depth?: number;
    /** Time between two syncs. */
    period?: string;
    /** Timeout of one sync. */
    timeout?: string;
    /** Which submodules to fetch. */
    submodules?: 'recursive' | 'shallow' | 'off';
    /** Credentials: one of the two Secrets, or none for a public repository. */
    auth?: {
      /** Existing Secret with the private key and the known_hosts of the server. */
      sshSecret?: string;
      /** Key of the private key in sshSecret. */
      sshKey?: string;
      /** Key of the known_hosts in sshSecret; other servers are refused. */
      knownHostsKey?: string;
      /** Existing Secret with a user and a password or token for https. */
      tokenSecret?: string;
      /** Key of the user in tokenSecret. */
      usernameKey?: string;
      /** Key of the password or token in tokenSecret. */
      passwordKey?: string;
    };
    /** Port of the git server, for the NetworkPolicy; 0 takes the port in repository, otherwise the default of its protocol: 443, 80 or 22. */
    port?: number;
    /** Networks (CIDRs) of the git server, for the NetworkPolicy. */
    cidrs?: string[];
  };
}

export interface GlobalValues {
  /** Values that reach every chart of a release. */
  global?: HelperPodsValues & {
    /** Registry, and path there, that replaces the registry of every image; images without a registry stay as they are. */
    imageRegistry?: string;
    /** Secrets with credentials for private registries, for every pod. */
    imagePullSecrets?: {
      /** Name of the object. */
      name: string;
    }[];
    /** Storage class of every claim that names none; a single dash asks for volumes without a class. */
    storageClass?: string;
    /** Whether the namespace chooses user and groups of all pods, as in OpenShift; auto asks the API server. */
    openshift?: 'auto' | true | false;
    /** Address on which programs listen; "::" where pods have IPv6 addresses. */
    listenAddress?: '0.0.0.0' | '::';
    /** Address families of all Services that name none: ipFamilyPolicy, ipFamilies. */
    service?: ServiceFamilies;
    /** ConfigMap or Secret with the CA certificates that programs trust instead of those in their images. */
    caBundle?: CaBundle;
    /** Labels that nodes need to run any pod of the release; a chart may add labels or give one another value. */
    nodeSelector?: Record<string, string>;
    /** Taints that all pods tolerate, beside those that a chart names. */
    tolerations?: Toleration[];
    /** Priority class of all pods whose chart names none. */
    priorityClassName?: string;
    /** Labels of all objects, never of selectors; those of a chart take precedence. */
    commonLabels?: Record<string, string>;
    /** Annotations of all objects but pods; those of an object take precedence. */
    commonAnnotations?: Record<string, string>;
    /** Labels of all pods; those of a chart take precedence. */
    podLabels?: Record<string, string>;
    /** Annotations of all pods; those of a chart take precedence. */
    podAnnotations?: Record<string, string>;
    /** Environment variables of all containers, for example of a proxy; those of a chart take precedence. */
    extraEnv?: {
      /** Name of the variable. */
      name: string;
      /** Value of the variable. */
      value?: string;
      /** Where its value comes from. */
      valueFrom?: {
        /** A key of a Secret. */
        secretKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A key of a ConfigMap. */
        configMapKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key of the object. */
          key: string;
          /** Whether the object or key may be missing. */
          optional?: boolean;
        };
        /** A field of the pod. */
        fieldRef?: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** A resource of the container. */
        resourceFieldRef?: {
          /** The resource. */
          resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
            'requests.ephemeral-storage';
          /** Name of the container. */
          containerName?: string;
        };
      };
    }[];
    /** Allowed network traffic. */
    networkPolicy?: {
      /** Whether charts have their NetworkPolicies. */
      enabled?: boolean;
      /** DNS servers that pods may query: preset (kubernetes, openshift or gke), or peers and ports of your own. */
      dns?: NameServers;
      /** Further egress rules of all pods in Kubernetes' own form, for example to a proxy. */
      extraEgress?: Record<string, unknown>[];
    };
    /** Defaults of every enabled Ingress. */
    ingress?: {
      /** Domain of hosts: an Ingress without a host of its own is <chart>.<domain>. */
      domain?: string;
      /** Ingress class of every Ingress whose chart names none; empty takes the cluster's default. */
      className?: string;
      /** Controller that every Ingress whose chart names none has annotations for: ingress-nginx or Traefik. */
      preset?: '' | 'nginx' | 'traefik' | 'none';
      /** Certificates of the hosts. */
      tls?: {
        /** ClusterIssuer of cert-manager that makes a certificate for each Ingress. */
        issuer?: string;
        /** Secret with one certificate for all hosts, in place of an issuer. */
        secretName?: string;
      };
      /** Who may send requests: pods of the controller by labels, or networks of a load balancer (cidrs). */
      from?: Peers;
    };
    /** Whether charts refuse to generate credentials. Where they cannot see the objects of the cluster, as in Argo CD, they refuse it anyway. */
    gitops?: boolean;
    /** Further namespaces whose pods are admitted as clients: those of members with namespaces of their own. */
    namespaces?: string[];
    /** Monitoring by something other than the members prometheus and grafana of an umbrella. */
    monitoring?: {
      /** Whether every chart creates its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster. */
      operator?: boolean;
      /** Whether every chart offers its metrics and rules to the Prometheus of another release in this namespace. */
      prometheus?: boolean;
      /** Whether every chart offers its dashboards to the Grafana of another release in this namespace. */
      grafana?: boolean;
    };
    /** Graphics cards of the machines this release is for. */
    gpu?: {
      /** Cards by model; the sums of the pods' gpu.memory and shares are checked against them. Empty checks nothing. */
      cards?: {
        /** Model of the card, as in the node label nvidia.com/gpu.product. */
        product: string;
        /** Memory of one card. */
        memory: string;
        /** Memory of each card that stays free for others, for example for a desktop. */
        reserved?: string;
        /** Number of such cards; default 1. */
        count?: number;
        /** How many times the device plugin counts each card; default 1. */
        shares?: number;
      }[];
    };
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: Record<string, unknown>;
    [key: string]: unknown;
  };
}

export interface GpuValues {
  /** A graphics card for the container. */
  gpu?: {
    /** Whether the container requests a card; otherwise it runs on the CPU. */
    enabled?: boolean;
    /** Vendor of the card, which decides resource, taint, node labels and image variant. Cards of AMD need the node's groups video and render in podSecurityContext.supplementalGroups. */
    vendor?: 'nvidia' | 'amd' | 'intel';
    /** Number of cards, or of shares of one. */
    count?: number;
    /** How pods share the card: not at all, by time-slicing or MPS (the device plugin counts each card several times), or as MIG instances. */
    sharing?: 'exclusive' | 'timeSlicing' | 'mps' | 'mig';
    /** MIG profile to request; required by sharing mig. */
    profile?: string;
    /** Model of the card, as in the node's label; the pods run only on nodes with that model, empty allows any. */
    product?: string;
    /** Memory of the card that the container may use. Kubernetes does not limit it: it is checked against global.gpu.cards, and under MPS the card's driver enforces it. */
    memory?: string;
    /** Resource to request; empty takes the vendor's (nvidia.com/gpu, amd.com/gpu, gpu.intel.com/i915), or that of the MIG profile. */
    resourceName?: string;
    /** Runtime class for the card, for example nvidia on k3s; runtimeClassName wins. */
    runtimeClassName?: string;
    /** Whether the pods tolerate the taint named like the vendor's resource. */
    tolerate?: boolean;
    /** What to do where no card is free: fail keeps the pod pending; cpu prefers nodes with a card, reserves none, and uses what the node exposes. */
    fallback?: 'fail' | 'cpu';
  };
}

export interface GroupsValues {
  /** Further groups of pods by name. A group takes the values of this block, and overrides them with its own: maps are merged, everything else is replaced. */
  groups?: Record<string, Record<string, unknown>>;
}

export interface HeaderFilter {
  /** Headers to replace. */
  set?: {
    /** Name of the header. */
    name: string;
    /** Value of the header. */
    value: string;
  }[];
  /** Headers to add. */
  add?: {
    /** Name of the header. */
    name: string;
    /** Value of the header. */
    value: string;
  }[];
  /** Headers to remove. */
  remove?: string[];
}

export interface HelperPods {
  /** Labels a node must have. */
  nodeSelector?: Record<string, string>;
  /** Taints the pods tolerate. */
  tolerations?: Toleration[];
  /** Affinity rules in Kubernetes' own form. */
  affinity?: Record<string, unknown>;
  /** Priority class of the pods. */
  priorityClassName?: string;
  /** Labels of the pods. */
  podLabels?: Record<string, string>;
  /** Annotations of the pods and of their Jobs. */
  podAnnotations?: Record<string, string>;
  /** User of pods that only check services; default 65534. */
  runAsUser?: number;
}

export interface HelperPodsValues {
  /** Nodes, labels, annotations and user of Jobs, CronJobs, helm test, checks and verification. Maps and tolerations are merged with global.helperPods; of all else the value here wins. */
  helperPods?: HelperPods;
}

export interface HttpGet {
  /** Path to request. */
  path?: string;
  /** Port or its name. */
  port?: number | string;
  /** Scheme. */
  scheme?: 'HTTP' | 'HTTPS';
  /** Headers. */
  httpHeaders?: {
    /** Name of the header. */
    name: string;
    /** Value of the header. */
    value: string;
  }[];
}

export interface HttpHeader {
  /** Name of the header. */
  name?: string;
  /** Value of the header. */
  value?: string;
}

export interface HttpRouteValues {
  /** An HTTPRoute of the Gateway API to the Service. */
  httpRoute?: {
    /** Whether there is an HTTPRoute. */
    enabled?: boolean;
    /** Annotations of the route. */
    annotations?: Record<string, string>;
    /** Gateways the route is attached to, in the Gateway API's own form. */
    parentRefs?: {
      /** Name of the Gateway. */
      name: string;
      /** Namespace of the Gateway. */
      namespace?: string;
      /** Name of the listener. */
      sectionName?: string;
      /** Port of the listener. */
      port?: number;
      /** API group of the parent. */
      group?: string;
      /** Kind of the parent. */
      kind?: string;
    }[];
    /** Host names the route matches. */
    hostnames?: string[];
    /** What a request must match, in the Gateway API's own form. */
    matches?: {
      /** Path of the request. */
      path?: {
        /** How the path is compared. */
        type: 'Exact' | 'PathPrefix';
        /** The path. */
        value: string;
      } | {
        /** A regular expression in the controller's own syntax. */
        type: 'RegularExpression';
        /** The expression. */
        value: string;
      };
      /** Method of the request. */
      method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
      /** Headers of the request. */
      headers?: {
        /** Name of the header. */
        name: string;
        /** Value of the header. */
        value: string;
      }[];
      /** Parameters of the query. */
      queryParams?: {
        /** Name of the header. */
        name: string;
        /** Value of the header. */
        value: string;
      }[];
    }[];
    /** Filters for the requests, in the Gateway API's own form. */
    filters?: ({
      /** Kind of the filter. */
      type: 'RequestHeaderModifier';
      /** Headers of the request. */
      requestHeaderModifier: HeaderFilter;
    } | {
      /** Kind of the filter. */
      type: 'ResponseHeaderModifier';
      /** Headers of the answer. */
      responseHeaderModifier: HeaderFilter;
    } | {
      /** Kind of the filter. */
      type: 'URLRewrite';
      /** Host and path that the application sees instead of those of the request. */
      urlRewrite: {
        /** Host. */
        hostname?: string;
        /** Path. */
        path?: {
          /** The whole path. */
          type: 'ReplaceFullPath';
          /** Path that replaces the whole path of the request. */
          replaceFullPath: string;
        } | {
          /** Replaces the prefix that the rule matched. */
          type: 'ReplacePrefixMatch';
          /** The new prefix. */
          replacePrefixMatch: string;
        };
      };
    })[];
    /** Time limits for the requests, in the Gateway API's own form. */
    timeouts?: RouteTimeouts;
    /** Sticky sessions: a cookie keeps a browser on the same pod. Only in the experimental channel of the Gateway API. */
    sticky?: {
      /** Whether sessions stick to a pod. */
      enabled?: boolean;
      /** Name of the cookie; the name of the route when empty. */
      cookie?: string;
      /** Lifetime of the cookie in seconds; 0 ends it with the browser session. */
      maxAgeSeconds?: number;
    };
    /** Who may send requests: pods of the gateway by labels, or networks of a load balancer (cidrs). Empty means any pod. */
    from?: Peers;
  };
}

export interface ImagePullSecretsValues {
  /** Secrets with credentials for private registries, beside global.imagePullSecrets. */
  imagePullSecrets?: {
    /** Name of the object. */
    name: string;
  }[];
}

export interface ImageValues {
  /** The container image. */
  image?: {
    /** Registry to pull from, which global.imageRegistry replaces; empty for an image on the node. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag. Empty means the one this chart was made for; an image from another repository needs its own. */
    tag?: string | number;
    /** Digest to pin. The built-in one holds for the built-in registry, repository and tag. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
}

export interface IngressRule {
  /** Peers; when absent, everybody. */
  from?: ({
    /** Labels of the pods. */
    podSelector?: LabelSelector;
    /** Labels of the namespaces of the pods. */
    namespaceSelector?: LabelSelector;
  } | {
    /** Addresses. */
    ipBlock: {
      /** A network. */
      cidr: string;
    } | {
      /** All IPv4 or all IPv6 addresses. */
      cidr: '0.0.0.0/0' | '::/0';
      /** Networks of the same family to leave out. */
      except: string[];
    };
  })[];
  /** Ports; when absent, all ports. */
  ports?: PolicyPort[];
}

export interface IngressValues {
  /** An Ingress to the Service. */
  ingress?: {
    /** Whether there is an Ingress. */
    enabled?: boolean;
    /** Ingress class; empty takes global.ingress.className, and without that the cluster's default. */
    className?: string;
    /** Annotations of the Ingress. */
    annotations?: Record<string, string>;
    /** Further labels of the Ingress. */
    labels?: Record<string, string>;
    /** Hosts and paths that are routed to the Service. */
    hosts?: {
      /** Host name; empty takes <chart>.<global.ingress.domain>, and * answers under every name. */
      host: string;
      /** Paths of the host. */
      paths: {
        /** The path. */
        path: string;
        /** How the path is matched. */
        pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
        /** Name of the port of the Service to route to; default the first one. */
        port?: string;
      }[];
    }[];
    /** TLS certificates of the hosts; empty takes the certificate that global.ingress.tls names. */
    tls?: {
      /** Secret with the certificate, which cert-manager creates when an annotation names an issuer; when absent, the controller uses its default certificate. */
      secretName?: string;
      /** Hosts the certificate is for. */
      hosts?: string[];
    }[];
    /** Controller to write annotations for (body size, timeouts, rate limit, sticky sessions): ingress-nginx, Traefik, none to write them by hand; empty takes global.ingress.preset. */
    preset?: '' | 'nginx' | 'traefik' | 'none';
    /** Maximum size of a request; empty leaves it to the controller. Traefik then also buffers responses, which breaks streaming. */
    bodySize?: string;
    /** Timeouts of the controller's requests to the application. */
    timeouts?: {
      /** Seconds to connect to a pod; 0 leaves it to the controller. */
      connectSeconds?: number;
      /** Seconds of silence after which a request or WebSocket is closed (in Traefik: until a response begins); 0 means an hour in ingress-nginx and no limit in Traefik, so that answers can stream. */
      readSeconds?: number;
    };
    /** Rate limit of one client address. */
    rateLimit?: {
      /** Requests per second; 0 sets no limit. */
      requestsPerSecond?: number;
      /** Burst, as a multiple of requestsPerSecond. */
      burstMultiplier?: number;
    };
    /** Sticky sessions: a cookie keeps a browser on the same pod. */
    sticky?: {
      /** Whether sessions stick to a pod. */
      enabled?: boolean;
      /** Name of the cookie; the name of the Ingress when empty. */
      cookie?: string;
      /** Lifetime of the cookie in seconds; 0 ends it with the browser session. */
      maxAgeSeconds?: number;
    };
    /** Security headers of responses; for Traefik only, ingress-nginx takes them from its own configuration. */
    securityHeaders?: {
      /** Whether responses carry security headers: HSTS where there is a certificate, no frames, no MIME sniffing, no referrer to other sites. */
      enabled?: boolean;
      /** Permissions-Policy, the device features that pages may use; empty omits the header. */
      permissionsPolicy?: string;
      /** Content-Security-Policy, where pages may load from; empty omits the header. */
      contentSecurityPolicy?: string;
    };
    /** Further Middlewares of Traefik, applied before those of this chart, each written as in Traefik's annotation. */
    middlewares?: string[];
    /** Who may send requests: pods of the controller by labels, or networks of a load balancer (cidrs). Empty takes global.ingress.from, without that any pod. */
    from?: Peers;
  };
}

export interface JobFields {
  /** Annotations of the object. */
  annotations?: Record<string, string>;
  /** Labels of the object. */
  labels?: Record<string, string>;
}

export interface JobObjectValues {
  /** Rarely needed fields of the object that owns the pods: annotations, labels. */
  workload?: JobFields;
}

export interface JobValues {
  /** How often Kubernetes retries a failed pod. */
  backoffLimit?: number;
  /** Seconds after which Kubernetes stops a pod of the Job; the Job itself has one minute more. */
  activeDeadlineSeconds?: number;
}

export interface JobWaitsValues {
  /** How pods wait for the end of Jobs of this chart. */
  jobWaits?: CheckImageValues & {
    /** Whether pods wait. Without it they start at once, and the chart makes no Role for it. */
    enabled?: boolean;
    /** Networks (CIDRs) of the API server, which the pods ask, for the NetworkPolicy. */
    apiServerCidrs?: string[];
  };
}

export interface KedaTrigger {
  /** Type of the trigger. */
  type?: string;
  /** Name of the trigger. */
  name?: string;
  /** Parameters of the trigger. */
  metadata?: Record<string, string>;
  /** Object with the credentials of the trigger (TriggerAuthentication or ClusterTriggerAuthentication). */
  authenticationRef?: {
    /** Name of the object. */
    name?: string;
    /** Kind of the object. */
    kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication';
  };
  /** How the metric is compared. */
  metricType?: 'AverageValue' | 'Value';
  /** Whether metrics are cached between polls. */
  useCachedMetrics?: boolean;
}

export interface KedaValues {
  /** A ScaledObject of KEDA, which sets the number of pods instead of replicaCount and autoscaling. */
  keda?: {
    /** Whether KEDA sets the number of pods. */
    enabled?: boolean;
    /** Minimum number of pods; 0 stops all of them while there is nothing to do. */
    minReplicas?: number;
    /** Maximum number of pods. */
    maxReplicas?: number;
    /** Seconds between two checks of the triggers. */
    pollingInterval?: number;
    /** Seconds without work before the last pod is stopped. */
    cooldownPeriod?: number;
    /** Triggers in KEDA's own form; when empty, the chart's own. */
    triggers?: Record<string, unknown>[];
  };
}

export interface KeyPath {
  /** Key of the object. */
  key?: string;
  /** Path in the volume. */
  path?: string;
  /** Mode of the files. */
  mode?: number;
}

export interface KeyReference {
  /** Name of the object. */
  name?: string;
  /** Key of the object. */
  key?: string;
  /** Whether the object or key may be missing. */
  optional?: boolean;
}

export interface LabelSelector {
  /** Labels that must be equal. */
  matchLabels?: Record<string, string>;
  /** Expressions that must hold. */
  matchExpressions?: ({
    /** Key of the label. */
    key: string;
    /** How the values are compared. */
    operator: 'In' | 'NotIn';
    /** Values to compare with; one has to match, or none with NotIn. */
    values: string[];
  } | {
    /** Key of the label. */
    key: string;
    /** How the values are compared. */
    operator: 'Exists' | 'DoesNotExist';
  })[];
}

export interface Lifecycle {
  /** Runs right after the container has started. */
  postStart?: LifecycleHandler;
  /** Runs before the container is stopped. */
  preStop?: LifecycleHandler;
}

export interface LifecycleHandler {
  /** A command. */
  exec?: Exec;
  /** An HTTP request to the container. */
  httpGet?: HttpGet;
  /** A pause. */
  sleep?: {
    /** Length of the pause in seconds. */
    seconds?: number;
  };
}

export interface LifecycleValues {
  /** How pods are replaced on an upgrade, in Kubernetes' own form. */
  updateStrategy?: UpdateStrategy;
  /** Number of old revisions to keep for a rollback. */
  revisionHistoryLimit?: number;
  /** Seconds a pod has to finish its work before it is killed. */
  terminationGracePeriodSeconds?: number;
  /** Hooks of the container (postStart, preStop) in Kubernetes' own form. */
  lifecycle?: Lifecycle;
  /** Rarely needed fields of the object that owns the pods: annotations, labels, minReadySeconds. */
  workload?: WorkloadFields;
}

export interface LocalReference {
  /** Name of the object. */
  name?: string;
}

export interface MetricName {
  /** Name of the metric. */
  name?: string;
  /** Labels of the metric. */
  selector?: LabelSelector;
}

export interface MonitoringValues {
  /** Metrics, alerts and dashboards. */
  monitoring?: {
    /** Whether all of this is also enabled automatically: with the members prometheus and grafana of an umbrella, and as global.monitoring says. */
    auto?: boolean;
    /** Annotations of Services with metrics, by which Prometheus finds them. */
    annotations?: {
      /** Whether such Services have the annotations prometheus.io/scrape, port and path, and the pods that monitoring.from selects may scrape. */
      enabled?: boolean;
    };
    /** A ServiceMonitor for each port with metrics. */
    serviceMonitor?: {
      /** Whether there is a ServiceMonitor; needs the Prometheus Operator. */
      enabled?: boolean;
      /** Time between two scrapes. */
      interval?: string;
      /** Time limit of one scrape. */
      scrapeTimeout?: string;
      /** Labels the operator selects monitors by. */
      labels?: Record<string, string>;
      /** Namespace of the ServiceMonitor, which must exist; that of the pods when empty. */
      namespace?: string;
      /** Rarely needed fields of its endpoint: honorLabels, honorTimestamps, metricRelabelings, relabelings. */
      endpoint?: EndpointFields;
    };
    /** Alerting rules. */
    prometheusRule?: {
      /** Whether there is a PrometheusRule; needs the Prometheus Operator. */
      enabled?: boolean;
      /** Labels the operator selects rules by. */
      labels?: Record<string, string>;
      /** Further rules in Prometheus' own form. */
      extraRules?: {
        /** Name of the alert. */
        alert?: string;
        /** Name of the metric to record, in place of alert. */
        record?: string;
        /** Expression in PromQL. */
        expr: string;
        /** How long expr must hold before the alert fires. */
        for?: string;
        /** Labels of the alert. */
        labels?: Record<string, string>;
        /** Annotations of the alert. */
        annotations?: Record<string, string>;
      }[];
    };
    /** The alerting rules as a ConfigMap, for a Prometheus without the operator. */
    rules?: {
      /** Whether there is a ConfigMap with the rules of prometheusRule. */
      enabled?: boolean;
      /** Labels Prometheus' sidecar selects rules by. */
      labels?: Record<string, string | null>;
    };
    /** Grafana dashboards as ConfigMaps. */
    dashboards?: {
      /** Whether there are ConfigMaps with dashboards. */
      enabled?: boolean;
      /** Labels Grafana's sidecar selects dashboards by. */
      labels?: Record<string, string | null>;
      /** Annotations of the ConfigMaps, for example the folder in Grafana. */
      annotations?: Record<string, string>;
    };
    /** The pods that scrape metrics, for the NetworkPolicy. */
    from?: {
      /** Labels of the namespace of the pods that may scrape. */
      namespaceSelector?: Record<string, string | null>;
      /** Labels of the pods; none means any pod. */
      podSelector?: Record<string, string>;
    };
  };
}

export interface NameServers {
  /** DNS servers: kubernetes (kube-system and a cache on the node), openshift (openshift-dns at 5353), or gke (kubernetes and Cloud DNS); by default openshift where global.openshift holds, else kubernetes. */
  preset?: 'auto' | 'kubernetes' | 'openshift' | 'gke';
  /** DNS servers in place of the preset's, as peers of a NetworkPolicy in Kubernetes' own form. */
  peers?: Record<string, unknown>[];
  /** Ports of the DNS servers in place of the preset's, each over UDP and TCP. */
  ports?: number[];
}

export interface NamespaceValues {
  /** Name of the namespace; <release>-<key> when empty. */
  name?: string;
  /** Whether the chart creates it, labelled for Pod Security restricted; uninstalling keeps it. Otherwise it must exist already. */
  create?: boolean;
  /** Further labels, for example istio-injection: enabled. */
  labels?: Record<string, string>;
  /** Annotations of the namespace. */
  annotations?: Record<string, string>;
  /** A ResourceQuota: what all pods of the namespace may use together. */
  quota?: {
    /** Whether there is a ResourceQuota. */
    enabled?: boolean;
    /** Amounts by resource, with room for the new pods of a rolling update beside the old ones. */
    hard?: Record<string, string | number | null>;
  };
  /** A LimitRange: default and maximum resources of a container. */
  limitRange?: {
    /** Whether there is a LimitRange. */
    enabled?: boolean;
    /** Limits of a container that sets none. */
    default?: Record<string, string | number | null>;
    /** Requests of a container that sets none. */
    defaultRequest?: Record<string, string | number | null>;
    /** Maximum limits of a container. */
    max?: Record<string, string | number>;
  };
}

export interface NamingValues {
  /** Replaces the chart's name in object names; selectors stay as they are. */
  nameOverride?: string;
  /** Replaces the whole name of the objects; selectors stay as they are. */
  fullnameOverride?: string;
  /** Labels for every object of the chart, never for selectors. */
  labels?: Record<string, string>;
}

export interface NetworkPolicyValues {
  /** Allowed network traffic. Everything that is not listed is refused, incoming and outgoing. */
  networkPolicy?: {
    /** Whether there are NetworkPolicies. */
    enabled?: boolean;
    /** Further ingress rules in Kubernetes' own form. */
    extraIngress?: IngressRule[];
    /** Further egress rules in Kubernetes' own form. */
    extraEgress?: EgressRule[];
  };
}

export interface NodeTerm {
  /** Expressions on labels of a node. */
  matchExpressions?: ({
    /** Key of the label. */
    key: string;
    /** How the values are compared. */
    operator: 'In' | 'NotIn';
    /** Values to compare with; one has to match, or none with NotIn. */
    values: string[];
  } | {
    /** Key of the label. */
    key: string;
    /** How the values are compared. */
    operator: 'Exists' | 'DoesNotExist';
  } | {
    /** Key of the label. */
    key: string;
    /** How the values are compared. */
    operator: 'Gt' | 'Lt';
    /** One number. */
    values: string[];
  })[];
}

export interface OptionalReference {
  /** Name of the object. */
  name?: string;
  /** Whether the object may be missing. */
  optional?: boolean;
}

export interface Peers {
  /** Labels of the namespace; none means any namespace. */
  namespaceSelector?: Record<string, string>;
  /** Labels of the pods; none means any pod. */
  podSelector?: Record<string, string>;
  /** Networks (CIDRs). When only networks are given, no pods are admitted. */
  cidrs?: string[];
}

export interface PersistenceValues {
  /** The volume that survives restarts and, unless it is deleted by hand, uninstalling. */
  persistence?: {
    /** Whether data is kept on a volume; otherwise it is lost with the pod. */
    enabled?: boolean;
    /** An existing PersistentVolumeClaim to use instead of a new one. */
    existingClaim?: string;
    /** Storage class; empty takes global.storageClass or else the cluster's default; a single dash asks for a volume without a class. */
    storageClass?: string;
    /** Access modes of the claim. */
    accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOncePod')[];
    /** Size of the claim, and the most that the folder in its place may hold where nothing is kept. */
    size?: string | number;
    /** Annotations of the claim. */
    annotations?: Record<string, string>;
    /** Further labels of the claim. */
    labels?: Record<string, string>;
    /** Folder of the volume to mount; when empty, the whole volume. */
    subPath?: string;
    /** Rarely needed fields of the claim, in Kubernetes' own form, such as dataSource, selector or volumeName. */
    spec?: ClaimFields;
  };
}

export interface PodAffinity {
  /** Terms that must hold. */
  requiredDuringSchedulingIgnoredDuringExecution?: {
    /** Node label; nodes with the same value of it form one topology domain. */
    topologyKey: string;
    /** Labels of the pods. */
    labelSelector?: LabelSelector;
    /** Namespaces of the pods. */
    namespaces?: string[];
    /** Labels of the namespaces of the pods. */
    namespaceSelector?: LabelSelector;
  }[];
  /** Preferences. */
  preferredDuringSchedulingIgnoredDuringExecution?: {
    /** Weight of the preference. */
    weight: number;
    /** The preference. */
    podAffinityTerm: {
      /** Node label; nodes with the same value of it form one topology domain. */
      topologyKey: string;
      /** Labels of the pods. */
      labelSelector?: LabelSelector;
      /** Namespaces of the pods. */
      namespaces?: string[];
      /** Labels of the namespaces of the pods. */
      namespaceSelector?: LabelSelector;
    };
  }[];
}

export interface PodDisruptionBudgetValues {
  /** How many pods a node drain may evict at once. */
  podDisruptionBudget?: {
    /** Whether there is a PodDisruptionBudget. */
    enabled?: boolean;
    /** Pods that may be unavailable at once; used while minAvailable is empty. */
    maxUnavailable?: number | string;
    /** Pods that must stay available; must be less than the smallest number of replicas. */
    minAvailable?: number | string;
    /** Whether pods that are not ready may always be evicted. */
    unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
  };
}

export interface PodFields {
  /** Lines of /etc/hosts. */
  hostAliases?: {
    /** Address. */
    ip: string;
    /** Host names of the address. */
    hostnames: string[];
  }[];
  /** Scheduler of the pods. */
  schedulerName?: string;
  /** Further conditions, set by other controllers, that must hold before the pod is ready. */
  readinessGates?: {
    /** Type of the condition. */
    conditionType: string;
  }[];
  /** Where pods look names up: in the cluster first (ClusterFirst), at the DNS servers of the node (Default), or only as dnsConfig says (None). */
  dnsPolicy?: 'ClusterFirst' | 'Default' | 'None';
  /** DNS servers and options, beside those of dnsPolicy; the NetworkPolicy lets the pods ask these servers. */
  dnsConfig?: {
    /** Addresses of servers. */
    nameservers?: string[];
    /** Domains in which short names are looked up. */
    searches?: string[];
    /** Options of the resolver, for example ndots. */
    options?: {
      /** Name of the option. */
      name: string;
      /** Value of the option, if it takes one. */
      value?: string;
    }[];
  };
}

export interface PodMetadataValues {
  /** Annotations of the pods of this workload. */
  podAnnotations?: Record<string, string>;
  /** Further labels of the pods of this workload. */
  podLabels?: Record<string, string>;
}

export interface PodSecurityContext {
  /** Always true. */
  runAsNonRoot?: true;
  /** User of the processes. */
  runAsUser?: number;
  /** Group of the processes. */
  runAsGroup?: number;
  /** Group that owns the volumes. */
  fsGroup?: number;
  /** When Kubernetes changes the ownership of the files. */
  fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
  /** Further groups. */
  supplementalGroups?: number[];
  /** Seccomp profile, which filters system calls. */
  seccompProfile?: SeccompProfile;
}

export interface PodTerm {
  /** Node label; nodes with the same value of it form one topology domain. */
  topologyKey?: string;
  /** Labels of the pods. */
  labelSelector?: LabelSelector;
  /** Namespaces of the pods. */
  namespaces?: string[];
  /** Labels of the namespaces of the pods. */
  namespaceSelector?: LabelSelector;
}

export interface PolicyPort {
  /** Port or its name; when absent, all ports. */
  port?: number | string;
  /** Last port of a range. */
  endPort?: number;
  /** Transport protocol. */
  protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface PreflightValues {
  /** Checks before anything is created or changed; all problems are reported at once. */
  preflight?: {
    /** Whether to check in the cluster that Secrets named in values exist and that no objects of other releases are in the way. */
    enabled?: boolean;
    /** Whether to check storage classes, ingress classes and the nodes' graphics cards too; set false where the installing user may not list them. */
    cluster?: boolean;
    /** Whether values for a disabled member are refused, unless they come from a preset; set false where several releases share a values file. */
    offMembers?: boolean;
    /** Secrets that values name but that are only created with this release or after it; the preflight does not check them. */
    laterSecrets?: string[];
    /** Members that an upgrade may remove although they hold data; their volumes and credentials stay. */
    removals?: string[];
    /** Whether Jobs check, before an install or upgrade, that services outside the release answer. */
    endpoints?: boolean;
    /** Timeout in seconds of each Job that asks a service outside. */
    timeoutSeconds?: number;
  };
}

export interface Probe {
  /** Whether the container has this probe; default true. */
  enabled?: boolean;
  /** An HTTP request that must answer 200 to 399. */
  httpGet?: HttpGet;
  /** A port that must accept a connection. */
  tcpSocket?: {
    /** Port or its name. */
    port?: number | string;
  };
  /** A command that must exit with 0. */
  exec?: Exec;
  /** A gRPC health check. */
  grpc?: {
    /** Port. */
    port?: number;
    /** Service name in the health check. */
    service?: string;
  };
  /** Seconds before the first probe. */
  initialDelaySeconds?: number;
  /** Seconds between two probes. */
  periodSeconds?: number;
  /** Timeout of one probe in seconds. */
  timeoutSeconds?: number;
  /** Consecutive successes after which the probe counts as successful. */
  successThreshold?: number;
  /** Consecutive failures after which the probe counts as failed. */
  failureThreshold?: number;
  /** Grace period after a failed liveness or startup probe. */
  terminationGracePeriodSeconds?: number;
}

export interface ProbesValues {
  /** Holds the other probes back until the application has started; enabled: false leaves it out. */
  startupProbe?: Probe;
  /** Restarts the container when it fails; enabled: false leaves it out. */
  livenessProbe?: Probe;
  /** Takes the pod out of the Service while it fails; enabled: false leaves it out. */
  readinessProbe?: Probe;
}

export interface Projection {
  /** Name of the object. */
  name?: string;
  /** Keys to take; when absent, all keys. */
  items?: {
    /** Key of the object. */
    key: string;
    /** Path in the volume. */
    path: string;
    /** Mode of the files. */
    mode?: number;
  }[];
  /** Whether the object may be missing. */
  optional?: boolean;
}

export interface PublicServiceValues {
  /** A separate Service, <fullname>-public, for ports that clients outside the cluster reach without an Ingress. */
  publicService?: {
    /** Type of the Service. LoadBalancer and NodePort open exactly the port announced to clients; ClusterIP leaves access from outside to a gateway. */
    type?: 'LoadBalancer' | 'NodePort' | 'ClusterIP';
    /** Whether UDP ports get a Service of their own, <fullname>-public-udp, for clouds whose load balancers take one protocol. */
    separateProtocols?: boolean;
    /** Annotations of the Service, for example the address for a load balancer. */
    annotations?: Record<string, string>;
    /** Local keeps the client's address and saves a hop, Cluster accepts traffic on every node. */
    externalTrafficPolicy?: 'Cluster' | 'Local';
    /** Class of the load balancer. */
    loadBalancerClass?: string;
    /** Dual-stack policy; empty leaves it to the cluster. */
    ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
    /** Networks that may connect; with 0.0.0.0/0 in it the load balancer restricts nothing. */
    cidrs?: string[];
  };
}

export interface RbacValues {
  /** Permissions of the workload in the Kubernetes API, in its own namespace only. */
  rbac?: {
    /** Whether the chart creates the Role and RoleBinding; otherwise the service account must have the permissions already. */
    create?: boolean;
    /** Networks (CIDRs) of the API server, for the NetworkPolicy. */
    apiServerCidrs?: string[];
  };
}

export interface Relabeling {
  /** Labels whose values are joined, in this order. */
  sourceLabels?: string[];
  /** Text between the joined values; default ;. */
  separator?: string;
  /** Regular expression that the joined values match. */
  regex?: string;
  /** Modulus of the hash of the joined values, for the action hashmod. */
  modulus?: number;
  /** Label to write. */
  targetLabel?: string;
  /** Value of the label, where $1 stands for the first group of the expression. */
  replacement?: string;
  /** What to do with the label or target; default replace. */
  action?: 'replace' | 'keep' | 'drop' | 'hashmod' | 'labelmap' | 'labeldrop' | 'labelkeep' | 'lowercase' |
    'uppercase' | 'keepequal' | 'dropequal';
}

export interface ReplicasValues {
  /** Number of pods; an autoscaler, where there is one, sets it instead. */
  replicaCount?: number;
}

export interface ResourceReference {
  /** The resource. */
  resource?: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' |
    'requests.ephemeral-storage';
  /** Name of the container. */
  containerName?: string;
}

export interface Resources {
  /** What the scheduler reserves for the container. */
  requests?: {
    /** CPU cores. */
    cpu?: string | number;
    /** Memory. */
    memory?: string | number;
    [key: string]: string | number;
  };
  /** What the container may use at most. */
  limits?: {
    /** CPU cores. */
    cpu?: string | number;
    /** Memory. */
    memory?: string | number;
    [key: string]: string | number;
  };
}

export interface ResourcesValues {
  /** CPU, memory and other resources of the container. Requests and a memory limit are always required. */
  resources?: Resources;
}

export interface RolloutValues {
  /** How a new version replaces the old one. The chart's Deployment is the track stable in every mode; blueGreen and canary add a second Deployment, the candidate. */
  rollout?: {
    /** rolling replaces pod by pod, as updateStrategy says; recreate stops all pods before it starts new ones, with downtime; blueGreen and canary run the candidate beside the stable track. */
    mode?: 'rolling' | 'recreate' | 'blueGreen' | 'canary';
    /** The second Deployment, `green` or `canary`: the same pods with another image. */
    candidate?: {
      /** Image of the candidate; empty fields are taken from image. */
      image?: {
        /** Repository without the registry. */
        repository?: string;
        /** Tag of the new version. */
        tag?: string | number;
        /** Digest to pin. */
        digest?: string;
      };
      /** Number of pods of the candidate; ignored while rollout.candidate.autoscaling.enabled is true. */
      replicaCount?: number;
      /** A HorizontalPodAutoscaler of the candidate, with the targets and behavior of autoscaling. */
      autoscaling?: {
        /** Whether the number of pods of the candidate follows their load. */
        enabled?: boolean;
        /** Minimum number of pods. */
        minReplicas?: number;
        /** Maximum number of pods. */
        maxReplicas?: number;
      };
    };
    /** Both versions run and one serves; the Service <name>-preview selects the other. */
    blueGreen?: {
      /** Track that the Service selects: green switches to the candidate, stable switches back. */
      serve?: 'stable' | 'green';
    };
    /** A share of the requests goes to the new version, through httpRoute, or through ingress with the preset nginx or traefik. */
    canary?: {
      /** Percent of the requests that the canary receives. */
      weight?: number;
      /** Entry points of Traefik that split the requests; empty takes its default ones. */
      entryPoints?: string[];
      /** Argo Rollouts rolls out the version in `image` in steps and decides by metrics of Prometheus. There is no candidate and no CronJob of the jury, and `weight` stays 0. */
      argo?: {
        /** Whether there is a Rollout with the pod template of the Deployment. It needs Argo Rollouts in the cluster, and for `httpRoute` its Gateway API plugin. */
        enabled?: boolean;
        /** Whose pods receive the requests. deployment runs both, to migrate in or out; rollout removes the pods of the Deployment, and new versions go through the steps. */
        serve?: 'deployment' | 'rollout';
        /** Traffic shares that a new version receives in turn; measured after each, it continues or is aborted. In a chart without a jury the last one waits for `kubectl argo rollouts promote`. */
        steps?: {
          /** Percent of the requests. */
          weight: number;
          /** How long the new version receives this share before it is measured; at least jury.window. */
          pause: string;
        }[];
      };
    };
  };
}

export interface RouteHeader {
  /** Name of the header. */
  name?: string;
  /** Value of the header. */
  value?: string;
}

export interface RouteMatch {
  /** Path of the request. */
  path?: {
    /** How the path is compared. */
    type?: 'Exact' | 'PathPrefix';
    /** The path. */
    value?: string;
  } | {
    /** A regular expression in the controller's own syntax. */
    type?: 'RegularExpression';
    /** The expression. */
    value?: string;
  };
  /** Method of the request. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
  /** Headers of the request. */
  headers?: {
    /** Name of the header. */
    name: string;
    /** Value of the header. */
    value: string;
  }[];
  /** Parameters of the query. */
  queryParams?: {
    /** Name of the header. */
    name: string;
    /** Value of the header. */
    value: string;
  }[];
}

export interface RouteParent {
  /** Name of the Gateway. */
  name?: string;
  /** Namespace of the Gateway. */
  namespace?: string;
  /** Name of the listener. */
  sectionName?: string;
  /** Port of the listener. */
  port?: number;
  /** API group of the parent. */
  group?: string;
  /** Kind of the parent. */
  kind?: string;
}

export interface RouteTimeouts {
  /** Limit of the whole request. */
  request?: string;
}

export interface ScalingBehavior {
  /** How fast replicas are added. */
  scaleUp?: ScalingRules;
  /** How fast replicas are removed. */
  scaleDown?: ScalingRules;
}

export interface ScalingRules {
  /** Seconds of past recommendations that the autoscaler considers before it scales. */
  stabilizationWindowSeconds?: number;
  /** Which policy applies: Max allows the largest change, Min the smallest, Disabled none. */
  selectPolicy?: 'Max' | 'Min' | 'Disabled';
  /** Limits on the change within a period. */
  policies?: {
    /** Unit of value: Pods, or Percent of the current pods. */
    type: 'Pods' | 'Percent';
    /** Maximum change within one period, in pods or percent. */
    value: number;
    /** Length of the period. */
    periodSeconds: number;
  }[];
}

export interface SchedulingValues {
  /** Labels that a node needs to run pods of this workload; helper pods have their own in helperPods. */
  nodeSelector?: Record<string, string>;
  /** Taints that pods of this workload tolerate; helper pods have their own in helperPods. */
  tolerations?: Toleration[];
  /** Affinity rules for the pods of this workload, in Kubernetes' own form; they replace the chart's preference to spread pods. */
  affinity?: Affinity;
  /** Topology spread constraints for the pods of this workload, in Kubernetes' own form; one without a labelSelector counts these pods. */
  topologySpreadConstraints?: {
    /** Maximum difference in the number of matching pods between two topology domains. */
    maxSkew: number;
    /** Node label; nodes with the same value of it form one topology domain. */
    topologyKey: string;
    /** What happens to a pod that would exceed maxSkew: DoNotSchedule leaves it pending, ScheduleAnyway only prefers other nodes. */
    whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
    /** Labels of the pods to count. */
    labelSelector?: LabelSelector;
    /** Minimum number of topology domains, for DoNotSchedule. */
    minDomains?: number;
    /** Whether only nodes that fit the pod's affinity count. */
    nodeAffinityPolicy?: 'Honor' | 'Ignore';
    /** Whether only nodes whose taints the pod tolerates count. */
    nodeTaintsPolicy?: 'Honor' | 'Ignore';
  }[];
  /** Priority class of the pods of this workload. */
  priorityClassName?: string;
  /** Runtime class of the pods of this workload. */
  runtimeClassName?: string;
  /** Rarely needed fields of the pods of this workload, in Kubernetes' own form, such as dnsConfig, hostAliases or schedulerName. */
  pod?: PodFields;
}

export interface ScratchValues {
  /** Scratch folders of all pods, such as /tmp; their content is lost with the pod. */
  scratch?: {
    /** Maximum size of each scratch folder; Kubernetes evicts a pod that exceeds it, and a new one starts. It reserves no space. */
    sizeLimit?: string | number;
    /** Medium of the application's scratch folders: empty for the disk of the node, or Memory, where their content counts towards the memory limit of the containers. */
    medium?: '' | 'Memory';
  };
}

export interface SeccompProfile {
  /** Kind of profile. */
  type?: 'RuntimeDefault' | 'Localhost';
  /** Path of the profile on the node, for type Localhost. */
  localhostProfile?: string;
}

export interface SecretsValues {
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret, generated. A value beside one of the first three is refused. */
  secrets?: {
    /** Existing Secret to use; a confidential value beside it is refused. keys maps keys that have other names there. */
    existingSecret?: string;
    /** Maps a key of this chart to its name in existingSecret, where the two differ. */
    keys?: Record<string, string>;
    /** Maps a key of this chart to the existing Secret that holds it, for keys that are not all in one Secret. */
    from?: Record<string, {
      /** Name of the existing Secret. */
      secret?: string;
      /** Key in that Secret; when absent, the chart's own name of the key. */
      key?: string;
    }>;
    /** An ExternalSecret (external-secrets.io/v1) that fills the Secret. */
    externalSecret?: {
      /** Whether the External Secrets Operator fills the Secret, by an ExternalSecret. */
      enabled?: boolean;
      /** Kind of the store that the External Secrets Operator reads. */
      storeKind?: 'SecretStore' | 'ClusterSecretStore';
      /** Name of the store. */
      storeName?: string;
      /** Entry in the store; every key of the Secret is a property of it. */
      remoteKey?: string;
      /** Where to find single keys of the Secret in the store, instead of remoteKey; no other keys are then read. */
      remoteRefs?: Record<string, {
        /** Entry in the store. */
        key?: string;
        /** Property of the entry; when absent, the whole entry. */
        property?: string;
      }>;
      /** Time between two reads of the store. */
      refreshInterval?: string;
    };
  };
}

export interface SecurityContext {
  /** Always true. */
  runAsNonRoot?: true;
  /** User of the container. */
  runAsUser?: number;
  /** Group of the container. */
  runAsGroup?: number;
  /** Always false. */
  allowPrivilegeEscalation?: false;
  /** Always true. */
  readOnlyRootFilesystem?: true;
  /** Linux capabilities. */
  capabilities?: {
    /** Always ALL. */
    drop?: 'ALL'[];
  };
  /** Seccomp profile, which filters system calls. */
  seccompProfile?: SeccompProfile;
}

export interface SecurityValues {
  /** Security context of the application's pods: their user, group and file permissions. */
  podSecurityContext?: PodSecurityContext;
  /** Security context of the containers in the application's pods. */
  securityContext?: SecurityContext;
}

export interface ServiceAccountValues {
  /** The service account of the pods. Only pods that talk to the Kubernetes API get its token. */
  serviceAccount?: {
    /** Whether the chart creates the service account. */
    create?: boolean;
    /** Name of the service account; when empty, the full name of the release if create is true, otherwise default. */
    name?: string;
    /** Annotations of the service account, for example for workload identity. */
    annotations?: Record<string, string>;
    /** Further labels of the service account. */
    labels?: Record<string, string>;
    /** Cloud whose workload identity the pods use: the NetworkPolicy lets them request it from the node (gke, eks with Pod Identity), or they carry its label (aks). Annotations of GKE and AKS imply it. */
    workloadIdentity?: '' | 'gke' | 'eks' | 'aks';
  };
}

export interface ServiceFamilies {
  /** Dual-stack policy; empty leaves it to the cluster. */
  ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /** IP families in order of preference. */
  ipFamilies?: ('IPv4' | 'IPv6')[];
}

export interface ServiceFields {
  /** Address inside the cluster; it cannot change later. */
  clusterIP?: string;
  /** Addresses at which nodes take traffic for the Service, from inside the cluster too (CVE-2020-8554). Deprecated: clusters may refuse or ignore them. */
  externalIPs?: string[];
  /** Local sends traffic from pods only to pods on the same node, Cluster to pods on any node. */
  internalTrafficPolicy?: 'Cluster' | 'Local';
  /** Which pods get the traffic first: those in the zone or on the node of the client. */
  trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
  /** Whether the Service also sends traffic to pods that are not ready. */
  publishNotReadyAddresses?: boolean;
  /** Address of the load balancer. The field is deprecated, and many clouds take an annotation instead. */
  loadBalancerIP?: string;
  /** Whether the load balancer has ports on the nodes; default true. */
  allocateLoadBalancerNodePorts?: boolean;
  /** Node port at which a load balancer asks whether a node runs pods of the Service, for externalTrafficPolicy Local; it cannot change later. */
  healthCheckNodePort?: number;
}

export interface ServicePort {
  /** Name of the port. */
  name?: string;
  /** Port of the Service. */
  port?: number;
  /** Port of the pods; the same as port by default. */
  targetPort?: number;
  /** Transport protocol; default TCP. */
  protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** Application protocol, for meshes and gateways. */
  appProtocol?: string;
  /** Port on the nodes, for NodePort and LoadBalancer. */
  nodePort?: number;
}

export interface ServiceReachValues {
  /** The Service in front of the pods. */
  service?: {
    /** Type of the Service. */
    type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    /** Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose. */
    nodePort?: number;
    /** Further Services with exactly these names for the same pods. */
    aliases?: string[];
    /** Dual-stack policy; empty takes that of global.service. */
    ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
    /** IP families in order of preference; none takes those of global.service. */
    ipFamilies?: ('IPv4' | 'IPv6')[];
    /** Whether one client always reaches the same pod. */
    sessionAffinity?: 'None' | 'ClientIP';
    /** Seconds without a request after which ClientIP forgets a client. */
    sessionAffinityTimeoutSeconds?: number;
    /** Cluster spreads outside traffic over all nodes and hides the clients' addresses, Local keeps them; empty is Local with loadBalancerSourceRanges, otherwise Cluster. */
    externalTrafficPolicy?: '' | 'Cluster' | 'Local';
    /** Class of the load balancer. */
    loadBalancerClass?: string;
    /** Networks that may use the load balancer; the NetworkPolicy follows them. */
    loadBalancerSourceRanges?: string[];
    /** Further ports, of the container or of extraContainers; clients may reach them as they reach the others. */
    extraPorts?: {
      /** Name of the port. */
      name: string;
      /** Port of the Service. */
      port: number;
      /** Port of the pods; the same as port by default. */
      targetPort?: number;
      /** Transport protocol; default TCP. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
      /** Application protocol, for meshes and gateways. */
      appProtocol?: string;
      /** Port on the nodes, for NodePort and LoadBalancer. */
      nodePort?: number;
    }[];
    /** Rarely needed fields, in Kubernetes' own form, such as clusterIP, loadBalancerIP or trafficDistribution. */
    spec?: ServiceFields;
  };
}

export interface ServiceValues {
  /** The Service in front of the pods. */
  service?: {
    /** Port of the Service. */
    port?: number;
    /** Annotations of the Service. */
    annotations?: Record<string, string>;
    /** Further labels of the Service. */
    labels?: Record<string, string>;
  };
}

export interface SharedClaimValues {
  /** An existing PersistentVolumeClaim to use instead of a new one; set accessModes to its access modes. */
  existingClaim?: string;
  /** Storage class; empty takes global.storageClass or else the cluster's default; a single dash asks for a volume without a class. */
  storageClass?: string;
  /** Access modes of the claim. With ReadWriteMany, which the storage class must support, the pods that mount it run on any node; without it, all on the same one. */
  accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany')[];
  /** Size of the claim. */
  size?: string | number;
  /** Annotations of the claim. */
  annotations?: Record<string, string>;
  /** Further labels of the claim. */
  labels?: Record<string, string>;
  /** Rarely needed fields of the claim, in Kubernetes' own form, such as dataSource, selector or volumeName. */
  spec?: ClaimFields;
}

export interface SidecarValues {
  /** Whether the sidecar runs. */
  enabled?: boolean;
  /** Image of the sidecar. */
  image?: {
    /** Registry to pull from, which global.imageRegistry replaces; empty for an image on the node. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag. Empty means the one this chart was made for; an image from another repository needs its own. */
    tag?: string | number;
    /** Digest to pin. The built-in one holds for the built-in registry, repository and tag. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
  /** Resources of the sidecar. */
  resources?: Resources;
}

export interface StartValues {
  /** Rarely needed fields of the container, in Kubernetes' own form: args, command, workingDir. */
  container?: ContainerFields;
}

export interface Toleration {
  /** Key of the taint; none with the operator Exists tolerates all taints. */
  key?: string;
  /** How the value is compared; when absent, Equal. */
  operator?: 'Equal' | 'Exists';
  /** Value of the taint, for Equal. */
  value?: string;
  /** Effect of the taint. */
  effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** Seconds before eviction, for NoExecute. */
  tolerationSeconds?: number;
}

export interface ToolboxResourcesValues {
  /** The small shell image of waits, Jobs and tests. */
  toolbox?: ResourcesValues;
}

export interface ToolboxValues {
  /** The small shell image of waits, Jobs and tests. */
  toolbox?: CheckImageValues;
}

export interface TopologySpreadConstraint {
  /** Maximum difference in the number of matching pods between two topology domains. */
  maxSkew?: number;
  /** Node label; nodes with the same value of it form one topology domain. */
  topologyKey?: string;
  /** What happens to a pod that would exceed maxSkew: DoNotSchedule leaves it pending, ScheduleAnyway only prefers other nodes. */
  whenUnsatisfiable?: 'DoNotSchedule' | 'ScheduleAnyway';
  /** Labels of the pods to count. */
  labelSelector?: LabelSelector;
  /** Minimum number of topology domains, for DoNotSchedule. */
  minDomains?: number;
  /** Whether only nodes that fit the pod's affinity count. */
  nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /** Whether only nodes whose taints the pod tolerates count. */
  nodeTaintsPolicy?: 'Honor' | 'Ignore';
}

export interface TracingValues {
  /** Tracing, for programs with an OpenTelemetry SDK; a connection says where traces go. */
  tracing?: {
    /** Whether traces are sent. */
    enabled?: boolean;
    /** Which traces are sent: all, none or a part; parentbased samplers decide as the caller did. */
    sampler?: 'parentbased_traceidratio' | 'parentbased_always_on' | 'parentbased_always_off' | 'traceidratio' |
      'always_on' | 'always_off';
    /** Percent of traces that ratio samplers send. */
    percent?: number;
    /** Service name in traces, followed by the name of the workload for all but main; empty takes the full name of the release's objects. */
    serviceName?: string;
    /** Further attributes of every trace. */
    resourceAttributes?: Record<string, string>;
  };
}

export interface UpdateStrategy {
  /** Type of the strategy. */
  type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
  /** Parameters of a rolling update. */
  rollingUpdate?: {
    /** Pods that may run above the desired number. */
    maxSurge?: number | string;
    /** Pods that may be unavailable. */
    maxUnavailable?: number | string;
    /** First ordinal that is updated. */
    partition?: number;
  };
}

export interface VerifyValues {
  /** Jobs that verify every member as its clients use it, wave by wave, after an install or upgrade. */
  verify?: {
    /** Whether Jobs verify every member after an install or upgrade. A Job that fails makes the release fail, and its name says which member it verified. */
    enabled?: boolean;
    /** Timeout in seconds of each Job that verifies a member. */
    timeoutSeconds?: number;
  };
}

export interface Volume {
  /** Name of the volume. */
  name?: string;
  /** A ConfigMap. */
  configMap?: {
    /** Name of the object. */
    name?: string;
    /** Keys to take; when absent, all keys. */
    items?: {
      /** Key of the object. */
      key: string;
      /** Path in the volume. */
      path: string;
      /** Mode of the files. */
      mode?: number;
    }[];
    /** Whether the object may be missing. */
    optional?: boolean;
    /** Mode of the files. */
    defaultMode?: number;
  };
  /** A Secret. */
  secret?: {
    /** Name of the Secret. */
    secretName?: string;
    /** Keys to take; when absent, all keys. */
    items?: {
      /** Key of the object. */
      key: string;
      /** Path in the volume. */
      path: string;
      /** Mode of the files. */
      mode?: number;
    }[];
    /** Mode of the files. */
    defaultMode?: number;
    /** Whether the Secret may be missing. */
    optional?: boolean;
  };
  /** A scratch folder. */
  emptyDir?: {
    /** Medium: empty for the disk of the node, Memory for a file system in RAM. */
    medium?: '' | 'Memory';
    /** Maximum size; Kubernetes evicts a pod that exceeds it. */
    sizeLimit?: string | number;
  };
  /** A PersistentVolumeClaim. */
  persistentVolumeClaim?: {
    /** Name of the claim. */
    claimName?: string;
    /** Whether it is mounted read-only. */
    readOnly?: boolean;
  };
  /** Several sources in one volume. */
  projected?: {
    /** Sources of the volume. */
    sources?: {
      /** A ConfigMap. */
      configMap?: {
        /** Name of the object. */
        name: string;
        /** Keys to take; when absent, all keys. */
        items?: {
          /** Key of the object. */
          key: string;
          /** Path in the volume. */
          path: string;
          /** Mode of the files. */
          mode?: number;
        }[];
        /** Whether the object may be missing. */
        optional?: boolean;
      };
      /** A Secret. */
      secret?: {
        /** Name of the object. */
        name: string;
        /** Keys to take; when absent, all keys. */
        items?: {
          /** Key of the object. */
          key: string;
          /** Path in the volume. */
          path: string;
          /** Mode of the files. */
          mode?: number;
        }[];
        /** Whether the object may be missing. */
        optional?: boolean;
      };
      /** Fields of the pod. */
      downwardAPI?: {
        /** Files that hold the fields. */
        items: {
          /** Path in the volume. */
          path: string;
          /** A field of the pod. */
          fieldRef: {
            /** Path of the field. */
            fieldPath: string;
          };
          /** Mode of the files. */
          mode?: number;
        }[];
      };
    }[];
    /** Mode of the files. */
    defaultMode?: number;
  };
  /** Fields of the pod. */
  downwardAPI?: {
    /** Files that hold the fields. */
    items?: {
      /** Path in the volume. */
      path: string;
      /** A field of the pod. */
      fieldRef: {
        /** Path of the field. */
        fieldPath: string;
      };
      /** Mode of the files. */
      mode?: number;
    }[];
    /** Mode of the files. */
    defaultMode?: number;
  };
  /** A PersistentVolumeClaim of the pod's own. */
  ephemeral?: {
    /** The claim. */
    volumeClaimTemplate?: {
      /** Labels and annotations of the claim. */
      metadata?: {
        /** Labels. */
        labels?: Record<string, string>;
        /** Annotations. */
        annotations?: Record<string, string>;
      };
      /** The claim. */
      spec?: ClaimSpec;
    };
  };
  /** A CSI volume of the pod's own. */
  csi?: {
    /** Name of the driver. */
    driver?: string;
    /** Whether it is mounted read-only. */
    readOnly?: boolean;
    /** File system. */
    fsType?: string;
    /** Properties that the driver knows. */
    volumeAttributes?: Record<string, string>;
    /** Secret for the driver. */
    nodePublishSecretRef?: LocalReference;
  };
}

export interface VolumeFieldReference {
  /** Path of the field. */
  fieldPath?: string;
}

export interface VolumeMount {
  /** Name of the volume. */
  name?: string;
  /** Path in the container. */
  mountPath?: string;
  /** Path in the volume. */
  subPath?: string;
  /** Whether it is mounted read-only. */
  readOnly?: boolean;
}

export interface WeightedPodTerm {
  /** Weight of the preference. */
  weight?: number;
  /** The preference. */
  podAffinityTerm?: PodTerm;
}

export interface WorkloadFields {
  /** Annotations of the object. */
  annotations?: Record<string, string>;
  /** Labels of the object. */
  labels?: Record<string, string>;
  /** Seconds that a new pod must be ready before the next one is replaced, at most a day. */
  minReadySeconds?: number;
}

/** What a definition may give a workload other defaults of. */
export type WorkloadValues = AutoscalingValues & CanaryAnalysisValues & ClusterRbacValues & CredentialsValues &
  CronJobValues & DrainValues & ExtrasValues & FirstContainersValues & GatewayValues & GpuValues & GroupsValues &
  HttpRouteValues & ImageValues & IngressValues & JobValues & JobObjectValues & KedaValues & LifecycleValues &
  MonitoringValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
  PublicServiceValues & RbacValues & ReplicasValues & ResourcesValues & RolloutValues & SchedulingValues &
  SecurityValues & ServiceValues & ServiceReachValues & StartValues & TracingValues;

/** What a definition may give a chart other defaults of. */
export type ChartValues = ExternalTrafficValues & ExtraObjectsValues & GatewayImageValues & GitSyncValues &
  GlobalValues & HelperPodsValues & ImagePullSecretsValues & JobWaitsValues & NamingValues & NetworkPolicyValues &
  ScratchValues & SecretsValues & ServiceAccountValues & ToolboxValues & ToolboxResourcesValues;
