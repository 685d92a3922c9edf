import { describe, expect, it } from '@jest/globals'
import { checkItem } from '../../../src/domain/rules/check-item.ts'
import { aContext, aGuide, anItem, aStep } from './an-item.ts'

const pieces = [
  '本人',
  '须由申请人',
  '可以委托他人',
  '法定时限',
  '20日',
  '其他',
  '证明',
  '取得',
  '提交',
  '（',
  '一二三',
  '等材料',
  '其他相关有关',
  '0731-',
  '收取',
  '复印件',
  '转',
  '“',
]
const long = 20_000

describe('a text of any length', () => {
  it.each([...pieces.map((piece) => piece.repeat(Math.ceil(long / piece.length))), pieces.join('').repeat(300)])(
    'is read in time that grows with it (%#)',
    (text) => {
      const guide = aGuide({
        scope: text,
        conditions: [text],
        notes: text,
        rightsAndDuties: text,
        timeLimitNote: text,
        submission: text,
        consultation: [{ way: 'phone', value: text, note: null }],
        complaint: [{ way: 'web', value: text, note: null }],
        officeHours: { address: text, window: text, hours: text },
        results: [{ name: text, kind: 'document', validity: null, sample: null }],
        faq: [{ question: text, answer: text }],
      })
      const procedure = {
        lanes: [{ id: 'window', name: text, agency: null }],
        steps: [
          aStep({ id: 'a', kind: 'start', name: text }),
          aStep({ id: 'b', kind: 'end', name: text, description: text }),
        ],
        flows: [{ from: 'a', to: 'b', when: text }],
      }
      const begun = performance.now()
      checkItem(anItem({ guide, procedure, quantityLimit: { text, allocation: text } }), aContext())
      // The square of the length would take a minute.
      expect(performance.now() - begun).toBeLessThan(3_000)
    },
  )
})
