import type { Locale } from '../reads/viewer.js';

const words = {
  title: ['接口参考', 'API reference'],
  intro: [
    '由正在运行的契约生成。类型、字段与参数的说明为英文，枚举值附中文名称。',
    'Written from the contract that is running. Every type, field and argument is described as in the SDL.',
  ],
  search: ['查找名称', 'Find a name'],
  start: ['如何调用', 'How to ask'],
  http: [
    'POST /graphql，内容类型 application/json，请求头 Authorization: Bearer …。',
    'POST /graphql as application/json with the header Authorization: Bearer ….',
  ],
  socket: [
    '订阅：同一地址的 WebSocket，子协议 graphql-transport-ws，connection_init 携带 {"authorization":"Bearer …","locale":"zh-CN"}。',
    'Subscriptions: WebSocket at the same address, subprotocol graphql-transport-ws, connection_init with {"authorization":"Bearer …","locale":"en"}.',
  ],
  language: [
    '语言：Accept-Language 或 locale，zh-CN（默认）或 en。金额为整数最小货币单位，日期为上海日期，工作日按法定日历。',
    'Language: Accept-Language or locale, zh-CN (default) or en. Money is integer minor units, dates are Shanghai dates, working days follow the statutory calendar.',
  ],
  budgets: ['限额', 'Limits'],
  queries: ['查询', 'Queries'],
  mutations: ['变更', 'Mutations'],
  subscriptions: ['订阅', 'Subscriptions'],
  types: ['类型', 'Types'],
  inputs: ['输入', 'Inputs'],
  enums: ['枚举', 'Enums'],
  scalars: ['标量', 'Scalars'],
  errors: ['错误', 'Errors'],
  arguments: ['参数', 'Arguments'],
  fields: ['字段', 'Fields'],
  implementedBy: ['实现者', 'Implemented by'],
  usedBy: ['用于', 'Used by'],
  deprecated: ['已弃用', 'Deprecated'],
  otherLanguage: ['English', '中文'],
} as const satisfies Record<string, readonly [chinese: string, english: string]>;

/** What the reference says of itself, in one language. */
export const sayingOf =
  (locale: Locale) =>
  (word: keyof typeof words): string =>
    words[word][locale === 'en' ? 1 : 0];
