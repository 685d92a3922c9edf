import type { Attachment, Contact, ServiceGuide } from '../../schema/types.ts'
import { findPhoneFault } from '../texts/phone-numbers.ts'
import { findAddressFault } from '../texts/web-addresses.ts'
import { type Breach, breachIf, type GuideRule, isBlank } from './rule.ts'

/** Where and when the office can be reached, and what can be opened. */
export const guideContactRules: readonly GuideRule[] = [
  {
    id: 'GDE-08',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/consultation', '/guide/complaint'],
    basis: null,
    message: '咨询与投诉渠道须分别填写且不得相同：{problem}。',
    mend: '分别填写咨询和监督投诉的电话、窗口或地址，投诉由另一个机构或科室受理。',
    quick: true,
    check: ({ consultation, complaint }) => {
      const missing = [...(consultation.length === 0 ? ['咨询'] : []), ...(complaint.length === 0 ? ['投诉'] : [])]
      if (missing.length > 0)
        return breachIf(true, consultation.length === 0 ? '/guide/consultation' : '/guide/complaint', {
          problem: `未填写${missing.join('和')}渠道`,
        })
      const asked = new Set(consultation.map(keyOf))
      const isSame = complaint.every((contact) => asked.has(keyOf(contact)))
      return breachIf(isSame, '/guide/complaint', { problem: `都是“${complaint[0]?.value ?? ''}”` })
    },
  },
  {
    id: 'GDE-09',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/consultation', '/guide/complaint'],
    basis: null,
    message: '电话“{phone}”{problem}。',
    mend: '写成“区号-号码”，有分机的写“转”和分机号；12345一类的热线不用区号。',
    quick: true,
    check: (guide) =>
      contactsOf(guide).flatMap(({ path, contact }) => {
        const problem = contact.way === 'phone' ? findPhoneFault(contact.value) : undefined
        return breachIf(problem !== undefined, `${path}/value`, { phone: contact.value, problem: problem ?? '' })
      }),
  },
  {
    id: 'GDE-10',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/receipt', '/guide/officeHours'],
    basis: null,
    message: '办理地点“{place}”不够具体。',
    mend: '写到窗口号、房间号或者门牌号。',
    quick: true,
    check: ({ receipt, officeHours }) => [
      ...placeBreach('/guide/officeHours/address', officeHours.address, officeHours.window),
      ...(receipt.place === officeHours.address ? [] : placeBreach('/guide/receipt/place', receipt.place, null)),
    ],
  },
  {
    id: 'GDE-11',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/receipt', '/guide/officeHours'],
    basis: null,
    message: '办公时间“{hours}”未注明{missing}。',
    mend: '写明工作日和起止时刻，如“工作日上午9:00至12:00，下午13:30至17:00”；夏季冬季不同的分开写。',
    quick: true,
    check: ({ receipt, officeHours }) => [
      ...hoursBreach('/guide/officeHours/hours', officeHours.hours),
      ...(receipt.hours === officeHours.hours ? [] : hoursBreach('/guide/receipt/hours', receipt.hours)),
    ],
  },
  {
    id: 'GDE-19',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide'],
    basis: null,
    message: '附件或链接失效：“{link}”{problem}。',
    mend: '换成能从外网打开的完整网址，或者删去。',
    quick: true,
    // Whether a page still answers is not asked: rules reach no network. What can never open is told.
    check: (guide) => [
      ...linksOf(guide).flatMap(({ path, url }) => {
        const problem = findAddressFault(url)
        return breachIf(problem !== undefined, path, { link: url, problem: problem ?? '' })
      }),
      ...breachIf(guide.receipt.ways.includes('web') && isBlank(guide.receipt.url), '/guide/receipt/url', {
        link: '网上提交',
        problem: '没有写网址',
      }),
    ],
  },
]

function keyOf({ way, value }: Contact): string {
  return `${way} ${value.replace(/\s/g, '')}`
}

function contactsOf({ consultation, complaint }: ServiceGuide): { path: string; contact: Contact }[] {
  return [
    ...consultation.map((contact, index) => ({ path: `/guide/consultation/${index}`, contact })),
    ...complaint.map((contact, index) => ({ path: `/guide/complaint/${index}`, contact })),
  ]
}

/** A window, a room, a house number or a counter can be found; a building alone is a search. */
function placeBreach(path: string, place: string | null, window: string | null): Breach[] {
  if (place === null || isBlank(place)) return []
  const isExact = /窗口|[室房]|号(?!楼|院)|柜台|服务台|专柜|专区/.test(`${place} ${window ?? ''}`)
  return breachIf(!isExact, path, { place })
}

function hoursBreach(path: string, hours: string | null): Breach[] {
  if (hours === null || isBlank(hours) || /24小时|全天/.test(hours)) return []
  const missing = [
    ...(/工作日|周[一1]|星期[一1]|法定/.test(hours) ? [] : ['工作日']),
    ...(/\d{1,2}\s*[:：点时]/.test(hours) ? [] : ['起止时刻']),
  ]
  return breachIf(missing.length > 0, path, { hours, missing: missing.join('和') })
}

function linksOf(guide: ServiceGuide): { path: string; url: string }[] {
  const attachment = (path: string, one: Attachment | null) =>
    one?.url === null || one === null ? [] : [{ path: `${path}/url`, url: one.url }]
  return [
    ...(guide.receipt.url === null ? [] : [{ path: '/guide/receipt/url', url: guide.receipt.url }]),
    ...guide.samples.flatMap((one, index) => attachment(`/guide/samples/${index}`, one)),
    ...guide.materials.flatMap(({ blank, sample }, index) => [
      ...attachment(`/guide/materials/${index}/blank`, blank),
      ...attachment(`/guide/materials/${index}/sample`, sample),
    ]),
    ...guide.results.flatMap(({ sample }, index) => attachment(`/guide/results/${index}/sample`, sample)),
    ...contactsOf(guide).flatMap(({ path, contact }) =>
      contact.way === 'web' ? [{ path: `${path}/value`, url: contact.value }] : [],
    ),
  ]
}
