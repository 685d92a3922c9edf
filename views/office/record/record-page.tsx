import type { RecordEntry } from '../../../src/domain/office/record.ts'
import { recordActions, wordsOfAction, wordsOfFact, wordsOfSubject } from '../../../src/domain/office/record-words.ts'
import { roleLabels } from '../../../src/domain/office/roles.ts'
import { ScrollArea } from '../../parts/scroll-area.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { hrefOfSubject } from './subject-links.ts'

/** What the list is narrowed to; empty: not at all. */
export type RecordFilters = Record<'actor' | 'action' | 'subject' | 'from' | 'to', string>

interface RecordPageProps {
  frame: OfficeFrame
  entries: readonly RecordEntry[]
  next: number | null
  /** Names of people by account. */
  people: ReadonlyMap<string, string>
  filters: RecordFilters
  /** What of the filters cannot be read. */
  message?: string | undefined
}

/** 操作记录 */
export function RecordPage({ frame, entries, next, people, filters, message }: RecordPageProps) {
  return (
    <OfficeLayout frame={frame} title="操作记录">
      <h1>操作记录</h1>
      <p>
        谁在什么时候做了什么，条条相接，改一条，后面的都对不上。
        <a href={officePaths.recordVerification}>核对操作记录</a>，导出
        <a href={`${officePaths.recordExport}?format=csv`}>表格</a>或
        <a href={`${officePaths.recordExport}?format=jsonl`}>可以重新核对的文本</a>。
      </p>
      {message !== undefined && (
        <p class="error-line" role="alert">
          {message}
        </p>
      )}
      <Filters {...filters} />
      <ScrollArea label="操作记录">
        <table class="office-table as-cards record">
          <caption>{entries.length === 0 ? '没有符合条件的记录' : `本页 ${entries.length} 条，新的在前`}</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">时间</th>
              <th scope="col">谁</th>
              <th scope="col">做了什么</th>
              <th scope="col">对象</th>
              <th scope="col">说明</th>
              <th scope="col">来自</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.number} entry={entry} name={people.get(entry.actor)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {next !== null && (
        <p>
          <a href={hrefOf(filters, next)}>更早的记录</a>
        </p>
      )}
    </OfficeLayout>
  )
}

function Entry({ entry, name }: { entry: RecordEntry; name: string | undefined }) {
  const { number, at, actor, role, from, action, subject, before, after, facts } = entry
  const href = hrefOfSubject(subject)
  return (
    <tr id={`e${number}`}>
      <th scope="row">{number}</th>
      <td data-label="时间">
        <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
      </td>
      <td data-label="谁">
        <a href={hrefOf({ actor })}>
          {name === undefined || name === actor ? wordsOfActor(actor) : `${name}（${actor}）`}
        </a>
        {role !== null && <span class="quiet"> {roleLabels[role]}</span>}
      </td>
      <td data-label="做了什么">{wordsOfAction(action)}</td>
      <td data-label="对象">
        {href === undefined ? wordsOfSubject(subject) : <a href={href}>{wordsOfSubject(subject)}</a>}{' '}
        <a class="quiet" href={hrefOf({ subject })} aria-label={`${wordsOfSubject(subject)} 的全部记录`}>
          全部记录
        </a>
      </td>
      <td data-label="说明" class="record-facts">
        <Facts facts={facts} before={before} after={after} />
      </td>
      <td data-label="来自">{from === 'local' ? '服务器本机' : from}</td>
    </tr>
  )
}

function Facts({ facts, before, after }: Pick<RecordEntry, 'facts' | 'before' | 'after'>) {
  const shown = Object.entries(facts).filter(([name]) => name !== 'content' && name !== 'backup')
  const digests = Object.entries({ 改前: before, 改后: after, 改动内容: facts.content, 备份: facts.backup })
  const given = digests.flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))
  return (
    <>
      {shown.map(([name, value]) => `${wordsOfFact(name)}：${value}`).join('；')}
      {given.length > 0 && (
        <details>
          <summary>摘要</summary>
          {given.map((line) => (
            <code key={line}>{line}</code>
          ))}
        </details>
      )}
    </>
  )
}

function Filters({ actor, action, subject, from, to }: RecordFilters) {
  return (
    <form method="get" action={officePaths.record} class="record-filters">
      <label>
        谁（登录名） <input name="actor" value={actor} autocapitalize="none" autocomplete="off" />
      </label>
      <label>
        做了什么{' '}
        <select name="action">
          <option value="">全部</option>
          {recordActions.map((name) => (
            <option key={name} value={name} selected={name === action}>
              {wordsOfAction(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        对象{' '}
        <input name="subject" value={subject} autocapitalize="none" autocomplete="off" placeholder="如 item/fgw-001" />
      </label>
      <label>
        从 <input name="from" type="date" value={from} />
      </label>
      <label>
        到 <input name="to" type="date" value={to} />
      </label>
      <button type="submit">查看</button>
      <a href={officePaths.record}>全部记录</a>
    </form>
  )
}

/** Names that are not of an account: the service itself, somebody who was not let in. */
function wordsOfActor(actor: string): string {
  if (actor === 'system') return '系统'
  return actor.startsWith('?') ? `未登录（${actor.slice(1) || '名字不合格式'}）` : actor
}

function hrefOf(filters: Partial<RecordFilters>, before?: number): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  if (before !== undefined) query.set('before', String(before))
  return `${officePaths.record}?${query}`
}
