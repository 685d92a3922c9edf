import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { FeeWords, ItemWords, PromiseWords, SourceItem, SourceLimit } from './tables.ts'

/** One row of `tables/more`: what the law says of an item and what was written for its guide, in one place. */
export interface MoreItem extends ItemWords {
  name: string
  /** Code of the agency, `jyj`. */
  agency: string
  /** 许可, 非许可, 确认, 备案, 其他权力, 公共服务, 其他服务 or 内部审批. */
  type: string
  /** `民办教育促进法 第二十三条`; the article may be missing. */
  set: string[]
  /** `general` for the twenty working days of 行政许可法第四十二条, else `30 日 医疗机构管理条例 第十一条`. */
  limit?: string
  specials?: string[]
  materials: string[]
  fee?: FeeWords
  /** `即办`, a number of working days, or a promise with its reason; without it the default pace. */
  promise?: '即办' | number | PromiseWords
  /** What a reader should know of the basis: other texts in 2014, later changes. */
  remark?: string
  /** Where a real list shows the item; without it the row is written from knowledge. */
  list?: string
  /** Key of the main item. */
  parent?: string
}

const types: Record<string, string> = {
  许可: '行政许可',
  非许可: '非行政许可审批（2014）',
  确认: '行政确认',
  备案: '备案',
  其他权力: '其他行政权力',
  公共服务: '公共服务',
  其他服务: '其他办事服务事项',
  内部审批: '政府内部审批',
}

/** Special procedures that 行政许可法第四十五条 takes out of the limit. */
const excluded: ReadonlySet<string> = new Set(['专家评审', '检验检测', '听证', '招标拍卖', '鉴定'])

/** The rows of all files of the folder, in the order of the files' names, then of their rows. */
export function readMoreItems(folder: string): [string, MoreItem][] {
  return readdirSync(folder)
    .sort()
    .flatMap((name): [string, MoreItem][] => Object.entries(parse(readFileSync(join(folder, name), 'utf8')) ?? {}))
}

/** The facts of a row in the form of the source. `agencyCode`: number of the agency in the source. */
export function sourceItemOf(id: string, row: MoreItem, agencyCode: string): SourceItem {
  const itemType = types[row.type]
  if (itemType === undefined) throw new Error(`${id}: no type ${row.type}`)
  return {
    id,
    name: row.name,
    agencyCode,
    itemType,
    legalBasis: row.set.map((basis) => {
      const [law = '', article] = basis.split(' ')
      return { law, article: article ?? null, verified: false }
    }),
    statutoryLimit: limitOf(id, row.limit),
    specialProcedures: (row.specials ?? []).map((name) => ({
      name,
      excludedFromLimit: excluded.has(name) ? true : null,
      basis: excluded.has(name) ? '行政许可法第四十五条' : null,
    })),
    materials: row.materials,
    fee: row.fee !== undefined,
    feeNote: row.fee?.note ?? null,
    note: null,
    source: row.list ?? null,
    knowledge: row.remark ?? '',
    ...(row.parent === undefined ? {} : { parent: row.parent }),
  }
}

function limitOf(id: string, limit: string | undefined): SourceLimit | null {
  if (limit === undefined) return null
  const general = limit === 'general'
  const [value, unit, law, article] = (general ? '20 工作日 行政许可法 第四十二条' : limit).split(' ')
  if (value === undefined || unit === undefined || law === undefined) throw new Error(`${id}: no limit ${limit}`)
  return {
    value: Number(value),
    unit,
    start: '受理',
    law,
    article: article ?? null,
    kind: general ? '一般期限' : '特别期限',
    verified: false,
  }
}

/** The promises and fees that the rows state, by key. */
export function promisesOf(rows: readonly [string, MoreItem][]): Record<string, PromiseWords> {
  return Object.fromEntries(
    rows.flatMap(([id, { promise }]): [string, PromiseWords][] =>
      promise === undefined ? [] : [[id, promiseOf(promise)]],
    ),
  )
}

function promiseOf(promise: NonNullable<MoreItem['promise']>): PromiseWords {
  if (promise === '即办') return { promised: { unit: 'instant' } }
  return typeof promise === 'number' ? { promised: { amount: promise, unit: 'working-day' } } : promise
}

export function feesOf(rows: readonly [string, MoreItem][]): Record<string, FeeWords> {
  return Object.fromEntries(
    rows.flatMap(([id, { fee }]): [string, FeeWords][] => (fee === undefined ? [] : [[id, fee]])),
  )
}
