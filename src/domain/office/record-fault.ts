import type { RecordFault } from './record.ts'

/** What a verification of the record can find. */
export type RecordFindingKind =
  | RecordFault
  | 'head-missing'
  | 'changed-document'
  | 'missing-document'
  | 'unknown-document'
  | 'changed-commit'
  | 'missing-commit'
  | 'unknown-commit'
  | 'changed-catalogue'

/** One thing that is not as the record says, and where. */
export interface RecordFinding {
  kind: RecordFindingKind
  /** Entry of the record; `null`: it is not about one entry. */
  entry: number | null
  /** Kind and id of the document; `null`: it is not about one document. */
  subject: string | null
  /** Commit of the catalogue; `null`: it is not about one. */
  commit: number | null
}

const sentences: Readonly<Record<RecordFindingKind, (finding: RecordFinding) => string>> = {
  gap: ({ entry }) => `第 ${entry} 条：编号不连续，前面有记录被删除或挪动。`,
  'broken-link': ({ entry }) => `第 ${entry} 条：和前一条接不上，前一条被换过，或中间插入过、删除过。`,
  'changed-entry': ({ entry }) => `第 ${entry} 条：内容被改过，和自己的摘要不符。`,
  'head-missing': () => '记下的那个摘要在记录里找不到：末尾被截断，或者从那一条起整段被重写。',
  'changed-document': ({ subject, entry }) => `${subject}：库里的内容和第 ${entry} 条记录的不同，有人绕过系统改过。`,
  'missing-document': ({ subject, entry }) => `${subject}：按第 ${entry} 条记录应当还在，库里没有了。`,
  'unknown-document': ({ subject }) => `${subject}：库里有，记录里从来没有，或记录说它已经删除。`,
  'changed-commit': ({ commit, entry }) => `目录的第 ${commit} 次提交：历史版本和第 ${entry} 条记录的摘要不符。`,
  'missing-commit': ({ commit, entry }) => `目录的第 ${commit} 次提交：第 ${entry} 条记录说有，历史里没有。`,
  'unknown-commit': ({ commit }) => `目录的第 ${commit} 次提交：历史里有，记录里没有。`,
  'changed-catalogue': ({ subject }) => `${subject}：目录里现在的内容和它的历史版本不同。`,
}

/** The finding in a Chinese sentence. */
export function sentenceOfFinding(finding: RecordFinding): string {
  return sentences[finding.kind](finding)
}
