import { decisionSteps } from './decision-steps.ts'
import { rights } from './rights.ts'

/** What the record calls an action, in the words of those who read it. What is not here has the name of the right that it needs. */
const words: Readonly<Record<string, string>> = {
  'session.start': '登录',
  'session.refuse': '登录被拒',
  'session.end': '退出登录',
  'session.endAll': '在所有地方退出',
  'password.change': '改了自己的密码',
  'account.add': '新建账号',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.password': '重发密码',
  'token.add': '新建接口令牌',
  'token.revoke': '撤销接口令牌',
  refused: '无权操作被拒',
  'edition.start': '起草指南',
  'edition.write': '写草稿',
  'edition.settle': '把装入的指南记成一版',
  'edition.share': '发出草稿的核对链接',
  'item.publish': '事项随指南发布而改',
  'item.withdraw': '事项随指南撤下而改',
  'item.create': '随调整决定新建事项',
  'decision.start': '开始拟订调整决定',
  ...Object.fromEntries(decisionSteps.map(({ action, label }) => [`decision.${action}`, `调整决定：${label}`])),
  'desk.save': '把压缩方案存成草稿',
  'document.follow': '随之改动',
  'document.restore': '随恢复改回',
  'catalogue.import': '装入目录',
  'catalogue.restore': '从备份恢复',
}

/** Names of the facts that an entry may hold. */
const factWords: Readonly<Record<string, string>> = {
  comment: '意见',
  publishOn: '发布日',
  warningsReason: '保留提醒的理由',
  number: '版次',
  item: '事项',
  role: '角色',
  name: '登录名',
  path: '地址',
  label: '用途',
  theme: '主题',
  scopes: '范围',
  expiresAt: '到期',
  token: '所用令牌',
  created: '新增',
  updated: '更新',
  changed: '改动份数',
  commit: '目录提交',
  content: '改动内容的摘要',
  revision: '备份到第几次提交',
  backup: '备份的摘要',
  documents: '改回份数',
  removed: '已删除',
}

/** The action in Chinese; one that nobody has named stays as it is. */
export function wordsOfAction(action: string): string {
  return words[action] ?? rights.find((right) => right.action === action)?.label ?? action
}

export function wordsOfFact(name: string): string {
  return factWords[name] ?? name
}

/** Rights that are looking, or of which the record speaks by other actions. */
const unrecorded = /\.(view|read|list|manage|change|end)$/

/** Every action that an entry may tell, for filters. */
export const recordActions: readonly string[] = [
  ...new Set([
    ...Object.keys(words),
    ...rights.map(({ action }) => action).filter((action) => !unrecorded.test(action)),
  ]),
]

const kindWords: Readonly<Record<string, string>> = {
  account: '账号',
  edition: '指南',
  item: '事项',
  decision: '调整决定',
  decisionDraft: '调整决定草案',
  reviewRequest: '复核请求',
  shareLink: '核对链接',
  token: '接口令牌',
  catalogue: '目录',
  action: '操作',
}

/** A subject of the record in words: `edition/fgw-001.3` is 指南 fgw-001.3. Keys that are digests are shortened. */
export function wordsOfSubject(subject: string): string {
  const [kind = '', id = ''] = splitSubject(subject)
  if (kind === 'catalogue') return '目录'
  if (kind === 'action') return `操作“${wordsOfAction(id)}”`
  return `${kindWords[kind] ?? kind} ${/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : id}`
}

/** Kind and id of a subject. */
export function splitSubject(subject: string): [string, string] {
  const slash = subject.indexOf('/')
  return slash < 0 ? [subject, ''] : [subject.slice(0, slash), subject.slice(slash + 1)]
}
