import { describe, expect, it } from '@jest/globals'
import { fillForm } from '../../../../src/web/office/form/fill-form.ts'
import {
  differingPlaces,
  mergePlaces,
  readSigns,
  signPlaces,
  writeSigns,
} from '../../../../src/web/office/form/place-values.ts'
import { readForm } from '../../../../src/web/office/form/read-form.ts'
import { aContent, aMaterial } from '../../../domain/editions/contents.ts'

const begun = aContent({ scope: '旧', submission: '旧', materials: [aMaterial({ name: '甲' })] })
const mine = fillForm(aContent({ scope: '我改', submission: '我改', materials: [aMaterial({ name: '甲' })] }))
const theirs = fillForm(aContent({ scope: '他改', submission: '旧', materials: [aMaterial({ name: '乙' })] }))
const seen = signPlaces(fillForm(begun))

describe('two versions of one draft', () => {
  it('differ where somebody changed something, and it is known who', () => {
    expect(differingPlaces(mine, theirs, seen)).toEqual([
      { name: 'guide.scope', label: '适用范围', changedBy: 'both' },
      { name: 'guide.materials', label: '申请材料', changedBy: 'them' },
      { name: 'guide.submission', label: '提交要求', changedBy: 'me' },
    ])
  })

  it('differ nowhere when both wrote the same', () => {
    expect(differingPlaces(mine, new Map(mine), seen)).toEqual([])
  })

  it('count as changed by both when it is not known what they began with', () => {
    expect(differingPlaces(mine, theirs, readSigns('x guide.scope:')).map(({ changedBy }) => changedBy)).toEqual([
      'both',
      'both',
      'both',
    ])
  })

  it('become one by the choice of each field', () => {
    const { guide } = readForm(mergePlaces(mine, theirs, new Set(['guide.submission']))).content
    expect([guide?.scope, guide?.submission, guide?.materials[0]?.name]).toEqual(['他改', '我改', '乙'])
  })

  it('keep what neither of them changed', () => {
    expect(readForm(mergePlaces(mine, theirs, new Set())).content).toEqual(readForm(theirs).content)
  })

  it('are known again by signs that were written down', () => {
    expect(readSigns(writeSigns(seen))).toEqual(seen)
  })
})
