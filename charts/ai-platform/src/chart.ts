import { defineUmbrella } from '@chartwright/nx/define';

export default defineUmbrella({
  name: 'ai-platform',
  version: '0.1.0',
  description: 'AI services that start in the right order, from one preset for the hardware at hand.',
  keywords: ['ai', 'llm', 'mlops'],
  category: 'ai-machine-learning',
  packages: {
    base: ['secrets', 'postgres', 'redis', 'minio'],
    core: ['mlflow', 'prometheus', 'alertmanager', 'grafana'],
    apps: ['airflow', 'fastapi', 'streamlit'],
  },
});
