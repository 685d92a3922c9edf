import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type RecordFilters, RecordPage } from '../../../../views/office/record/record-page.tsx'
import { VerificationPage } from '../../../../views/office/record/verification-page.tsx'
import { NotFoundError } from '../../../domain/catalog-error.ts'
import { isDay } from '../../../domain/days.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import { linesOfRecord, recordFormats } from '../../../use-cases/office/record-lines.ts'
import { sendPage } from '../../public/page-frame.ts'
import type { OfficeRoute } from '../office-route.ts'

const action = 'record.read'
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const

/** /office/record: the record for the auditor: read, verified, written out. */
export function recordRoutes(office: Office): OfficeRoute[] {
  return [
    {
      method: 'get',
      path: '/record',
      action,
      async handle({ req, actor, frame }, res) {
        const filters = readFilters(req.query)
        const message = findUnreadable(filters)
        const query = message === undefined ? queryOf(filters, req.query.before) : {}
        const page = await office.listRecord(actor, query)
        const people = await office.nameAccounts(page.entries.map((entry) => entry.actor))
        sendPage(
          res,
          RecordPage({ frame: await frame(), ...page, people, filters, message }),
          message === undefined ? 200 : 400,
        )
      },
    },
    {
      method: 'get',
      path: '/record/verification',
      action,
      handle: async ({ frame }, res) => sendPage(res, VerificationPage({ frame: await frame() })),
    },
    {
      method: 'post',
      path: '/record/verification',
      action,
      async handle({ actor, frame, field }, res) {
        const head = field('head').trim().toLowerCase()
        if (head !== '' && !/^[0-9a-f]{64}$/.test(head)) {
          const message = '摘要是 64 个 0 到 9、a 到 f 的字符，请核对是否抄全。'
          const violations = [{ pointer: '/head', rule: 'pattern', message }]
          return sendPage(res, VerificationPage({ frame: await frame(), head, violations }), 400)
        }
        const check = await office.verifyRecord(actor, head === '' ? {} : { head })
        sendPage(res, VerificationPage({ frame: await frame(), head, check }))
      },
    },
    {
      method: 'get',
      path: '/record/export',
      action,
      async handle({ req, actor }, res) {
        const format = recordFormats.find((known) => known === req.query.format)
        if (format === undefined) throw new NotFoundError('page', String(req.query.format ?? ''))
        const entries = office.exportRecord(actor)
        res.setHeader('Content-Type', types[format])
        res.setHeader('Content-Disposition', `attachment; filename="record.${format}"`)
        await pipeline(Readable.from(linesOfRecord(entries, format)), res)
      },
    },
  ]
}

type Query = Readonly<Record<string, unknown>>

function readFilters(query: Query): RecordFilters {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
  return {
    actor: text('actor'),
    action: text('action'),
    subject: text('subject'),
    from: text('from'),
    to: text('to'),
  }
}

function findUnreadable({ from, to }: RecordFilters): string | undefined {
  const wrong = [from, to].find((day) => day !== '' && !isDay(day))
  return wrong === undefined ? undefined : `没有“${wrong}”这一天，请写成“2015-03-12”这样的日期。`
}

function queryOf(filters: RecordFilters, before: unknown) {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  const number = Number(before)
  return Number.isSafeInteger(number) && number > 0 ? { ...given, before: number } : given
}
