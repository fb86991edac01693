import type {
  GlobalValues, PreflightValues, ToolboxResourcesValues, ToolboxValues, VerifyValues,
} from '@chartwright/nx/values';
import type { AiSystemValues } from '../ai-system/values.d.ts';
import type { AlertmanagerValues } from '../alertmanager/values.d.ts';
import type { DcgmExporterValues } from '../dcgm-exporter/values.d.ts';
import type { JaegerValues } from '../jaeger/values.d.ts';
import type { MinioValues } from '../minio/values.d.ts';
import type { OllamaValues } from '../ollama/values.d.ts';
import type { PostgresValues } from '../postgres/values.d.ts';
import type { PrometheusValues } from '../prometheus/values.d.ts';
import type { RedisValues } from '../redis/values.d.ts';
import type { SecretsValues } from '../secrets/values.d.ts';
import type { AirflowValues } from '../airflow/values.d.ts';
import type { GeminiAgentValues } from '../gemini-agent/values.d.ts';
import type { GrafanaValues } from '../grafana/values.d.ts';
import type { LangchainApiValues } from '../langchain-api/values.d.ts';
import type { MlflowValues } from '../mlflow/values.d.ts';
import type { VoiceAiValues } from '../voice-ai/values.d.ts';
import type { FastapiValues } from '../fastapi/values.d.ts';
import type { LlmWebValues } from '../llm-web/values.d.ts';
import type { StreamlitValues } from '../streamlit/values.d.ts';

export type AiPlatformValues = GlobalValues & PreflightValues & ToolboxResourcesValues & ToolboxValues & VerifyValues &
  {
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** Your AI system in three namespaces: services that share graphics cards, their memory, their interface. */
      'ai-system'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Alertmanager: groups alerts and tells people by mail, Slack, PagerDuty or webhook. */
      alertmanager?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Path prefix of every request. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
        };
      };
      /** Metrics of NVIDIA's graphics cards for Prometheus, with a dashboard, alerts and a metric to scale by. */
      'dcgm-exporter'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Jaeger: takes traces over OTLP, keeps them and shows them. */
      jaeger?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Path prefix of /v1/traces. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the umbrella's member. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of /v1/traces. */
          path?: string;
        };
      };
      /** Object storage that speaks S3: Silo, the maintained fork of MinIO, or RustFS or MinIO itself, with buckets and a user for each client. */
      minio?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the store as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host; 0 means 443 with https, otherwise the default port of the object store. */
          port?: number;
          /** Scheme of the store at host; empty is https for a name outside the cluster, otherwise http. */
          scheme?: '' | 'http' | 'https';
          /** Region that requests are signed for. */
          region?: string;
          /** Existing Secret with <client>-username and <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: Record<string, {
            /** Existing Secret of this client. */
            existingSecret?: string;
            /** Key of the username in its Secret; <client>-username when absent. */
            usernameKey?: string;
            /** Key of the password in its Secret; <client>-password when absent. */
            passwordKey?: string;
          }>;
        };
      };
      /** Local large language models behind the Ollama API. */
      ollama?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
        };
      };
      /** PostgreSQL with a database and a user for each client, TLS, metrics, backup and restore. */
      postgres?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it. The server's certificate is then verified (verify-full). */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** Existing Secret with <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** SSL mode of the connection to the server at host. */
          sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: Record<string, {
            /** Existing Secret of this client. */
            existingSecret?: string;
            /** Key of the password in its Secret; <client>-password when absent. */
            passwordKey?: string;
          }>;
        };
        /** Members that make a user for postgres. */
        uses?: {
          /** Whether postgres uses minio, as its own values say. */
          minio?: boolean;
        };
      };
      /** Prometheus for one namespace: finds what announces metrics, evaluates rules, keeps samples. */
      prometheus?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Path prefix of every request. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
        };
      };
      /** Redis or Valkey with a password, users, TLS, append-only file, snapshots, and replicas to read from. */
      redis?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it; URLs name it as ssl_ca_certs, which Python's client reads. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** User name; empty takes the default user. */
          username?: string;
          /** Existing Secret with the password for the server at host; empty connects without a password. */
          existingSecret?: string;
          /** Key of the password in existingSecret. */
          secretKey?: string;
          /** Whether the server at host uses TLS. */
          tls?: boolean;
        };
      };
      /** The shared Secrets of a platform under fixed names: given, generated once and kept, or from External Secrets. */
      secrets?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Apache Airflow 3 and 2.7 to 2.11 with the executors Local, Celery and Kubernetes, DAGs from git and logs in S3. */
      airflow?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Your agent in front of Google Gemini, spread over zones, scaled by load and requests, with its Redis. */
      'gemini-agent'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Grafana with data sources and dashboards of what is installed beside it. */
      grafana?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Your LangChain HTTP API in front of Ollama, scaled by load, with an optional Redis cache. */
      'langchain-api'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
        };
      };
      /** MLflow: experiment tracking, model registry and artifacts, on PostgreSQL and S3, reachable under every name it has. */
      mlflow?: {
        /** Whether the member is installed. */
        enabled?: boolean;
        /** Path prefix of every request. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
        };
        /** Members that make a user for mlflow. */
        uses?: {
          /** Whether mlflow uses minio, as its own values say. */
          minio?: boolean;
        };
      };
      /** Talk to a language model: your web frontend and LiveKit agent, with LiveKit, speech to text and text to speech of your own. */
      'voice-ai'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Your FastAPI (or other ASGI) application behind uvicorn or gunicorn, scaled by load. */
      fastapi?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Your web frontend of the LLM API; it talks to the API only. */
      'llm-web'?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
      /** Your Streamlit app, with sessions that stay with their pod. */
      streamlit?: {
        /** Whether the member is installed. */
        enabled?: boolean;
      };
    };
    [key: string]: unknown;
  };
  /** Values of the member ai-system (wave 0); see its own README. */
  'ai-system'?: AiSystemValues;
  /** Values of the member alertmanager (wave 0); see its own README. */
  alertmanager?: AlertmanagerValues;
  /** Values of the member dcgm-exporter (wave 0); see its own README. */
  'dcgm-exporter'?: DcgmExporterValues;
  /** Values of the member jaeger (wave 0); see its own README. */
  jaeger?: JaegerValues;
  /** Values of the member minio (wave 0); see its own README. */
  minio?: MinioValues;
  /** Values of the member ollama (wave 0); see its own README. */
  ollama?: OllamaValues;
  /** Values of the member postgres (wave 0); see its own README. */
  postgres?: PostgresValues;
  /** Values of the member prometheus (wave 0); see its own README. */
  prometheus?: PrometheusValues;
  /** Values of the member redis (wave 0); see its own README. */
  redis?: RedisValues;
  /** Values of the member secrets (wave 0); see its own README. */
  secrets?: SecretsValues;
  /** Values of the member airflow (wave 1); see its own README. */
  airflow?: AirflowValues;
  /** Values of the member gemini-agent (wave 1); see its own README. */
  'gemini-agent'?: GeminiAgentValues;
  /** Values of the member grafana (wave 1); see its own README. */
  grafana?: GrafanaValues;
  /** Values of the member langchain-api (wave 1); see its own README. */
  'langchain-api'?: LangchainApiValues;
  /** Values of the member mlflow (wave 1); see its own README. */
  mlflow?: MlflowValues;
  /** Values of the member voice-ai (wave 1); see its own README. */
  'voice-ai'?: VoiceAiValues;
  /** Values of the member fastapi (wave 2); see its own README. */
  fastapi?: FastapiValues;
  /** Values of the member llm-web (wave 2); see its own README. */
  'llm-web'?: LlmWebValues;
  /** Values of the member streamlit (wave 2); see its own README. */
  streamlit?: StreamlitValues;
};
