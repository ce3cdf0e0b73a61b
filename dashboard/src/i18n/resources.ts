import type labels from '@accord/schema/labels/zh-CN.json';
import type dashboard from './zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'dashboard';
    resources: { dashboard: typeof dashboard; labels: typeof labels };
  }
}
