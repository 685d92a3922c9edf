import type { CatalogError } from './catalog-error.ts'
import { type ItemState, labels } from './labels.ts'

type Facts = Readonly<Record<string, unknown>>

const kinds: Readonly<Record<string, string>> = {
  item: '事项',
  agency: '部门',
  law: '依据',
  decision: '调整决定',
  procedure: '办理流程',
  flowchart: '流程图',
  page: '页面',
  account: '账号',
  edition: '指南草稿',
  token: '接口令牌',
}

/** One Chinese sentence for each error code, with its facts filled in: what is wrong, where, how to mend it. */
const sentences: Readonly<Record<string, (facts: Facts) => string>> = {
  'not-found': ({ kind, id }) => `没有这个${kinds[String(kind)] ?? '内容'}：${id}。`,
  'item-gone': ({ name, code, state, since }) =>
    `“${name}”（${code}）${since === null ? '' : `自 ${since} 起`}${labels.state[state as ItemState]}，不再办理。`,
  'input-refused': ({ count }) => `输入有 ${count} 处不符合要求，未作任何改动。`,
  'empty-catalogue': () => '目录还是空的，请先运行 banshi import catalog 装入。',
  'unreadable-duration': ({ text }) => `读不懂时限“${text}”，请写成“20个工作日”“3个月”或“当场”。`,
  'invalid-date': ({ value }) => `没有“${value}”这一天，请写成“2015-03-12”这样的日期。`,
  'invalid-date-range': ({ from, to }) => `起止日期颠倒：${from} 在 ${to} 之后。`,
  'date-out-of-range': () => '时限或暂停期间太长，算不出办结日期。',
  'revision-missing': () => '请求没有带上版本号，不知道是在哪一版上改的，没有保存。',
  'stale-revision': ({ kind, id }) => `${kind === 'catalogue' ? '目录' : `“${id}”`}已被别人改过，请重新读取后再改。`,
  'duplicate-code': ({ value, id }) => `编码“${value}”已被“${id}”使用。`,
  'export-folder-occupied': ({ folder, found }) => `“${folder}”里有不是导出产生的内容（${found}），请换一个空文件夹。`,
  'cell-too-long': ({ sheet, heading, subject }) =>
    `${subject} 的“${heading}”（“${sheet}”表）超过一个单元格能放的 32767 个字，写不成工作簿。请改用 yaml 或 json 格式。`,
  'sheet-too-long': ({ sheet, rows }) =>
    `“${sheet}”表会有 ${rows} 行，工作簿放不下这么大的目录。请用 yaml、json 或 csv 格式。`,
  'file-unwritable': ({ path, reason }) => `“${path}”写不进去：${reason}。`,
  'broken-archive': ({ path, reason }) => `“${path}”不能用来恢复：${reason}。数据库没有改动。`,
  'target-not-empty': () => '目标数据库里已有别的内容，没有复制。请换一个空的数据库。',
  'copy-differs': ({ reason }) => `复制以后核对不一致：${reason}。`,
  'not-allowed': ({ reason }) =>
    reason === 'drafter'
      ? '这一版是您参与起草的，要由别人来审。'
      : '您的角色不能做这件事，或者它不是本单位的、已经不在这一步。',
  'not-possible': () => '它已经不在这一步了，请刷新页面看看现在到了哪里。',
  'draft-exists': ({ id }) => `这份指南已有一份在写或在审的（${id}），请在那一份上接着做。`,
  'link-ended': () => '这个链接已过期，或从来没有过。请向发链接的人再要一个。',
  'forged-request': () => '为了安全没有执行。请回到页面，刷新后再提交一次。',
  'wrong-password': () => '现在的密码不对。',
  'sign-in-failed': () => '登录名或密码不对，或者账号已停用。',
  'sign-in-wait': ({ seconds }) => `试错的次数太多，请过 ${seconds} 秒再试。`,
  'account-exists': ({ name }) => `登录名“${name}”已被使用。`,
  'own-account': () => '不能停用自己的账号，请另一位管理员来做。',
  'store-unavailable': ({ reason }) => `数据库打不开或写不进去：${reason}。`,
  'store-too-new': ({ version, supported }) =>
    `数据文件由更新的程序写成（版本 ${version}，本程序只到 ${supported}），请升级本程序。`,
  'flowchart-refused': ({ line, column, reason }) => `流程图第 ${line} 行第 ${column} 列不能接受：${reason}。`,
  'flowchart-failed': () => '流程图暂时画不出来，请稍后再试。',
  'bad-config': ({ name, reason }) => `环境变量 ${name} 不对：${reason}。`,
  'port-in-use': ({ port }) => `端口 ${port} 已被占用，请先停止占用它的程序，或用 PORT 换一个端口。`,
  'cannot-listen': ({ reason }) => `无法监听：${reason}。`,
}

/** The Chinese sentence for an error; an unknown code gets a sentence that names it. */
export function sentenceFor(error: CatalogError): string {
  return sentences[error.code]?.(error.facts) ?? `操作未完成（${error.code}）。`
}
