import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { changeRows } from '../../../../src/web/office/form/change-rows.ts'
import { fillForm } from '../../../../src/web/office/form/fill-form.ts'
import { readPosted } from '../../../../src/web/office/form/form-values.ts'
import { readForm } from '../../../../src/web/office/form/read-form.ts'
import { aContent, aMaterial } from '../../../domain/editions/contents.ts'

const [甲, 乙, 丙] = ['甲', '乙', '丙'].map((name) => aMaterial({ name, copies: 1 }))
const filled = fillForm(aContent({ materials: [甲, 乙, 丙], conditions: ['一', '二'] }))
const press = (asked: string) => {
  const { values, goTo } = changeRows(filled, asked)
  const { guide } = readForm(values).content
  return { materials: guide?.materials.map(({ name }) => name).join(''), conditions: guide?.conditions.join(''), goTo }
}

describe('the buttons of a list', () => {
  it.each([
    ['up guide.materials.2', '甲丙乙', 'guide.materials.1'],
    ['down guide.materials.0', '乙甲丙', 'guide.materials.1'],
    ['up guide.materials.0', '甲乙丙', 'guide.materials.0'],
    ['down guide.materials.2', '甲乙丙', 'guide.materials.2'],
    ['remove guide.materials.1', '甲丙', 'guide.materials.1'],
    ['remove guide.materials.2', '甲乙', 'guide.materials.1'],
    ['add guide.materials', '甲乙丙', 'guide.materials.3'],
  ])('%s: %s', (asked, materials, goTo) => {
    expect(press(asked)).toEqual({ materials, conditions: '一二', goTo })
  })

  it('move texts as they move rows', () => {
    expect(press('up guide.conditions.1')).toMatchObject({ materials: '甲乙丙', conditions: '二一' })
  })

  it('carry every field of a row along', () => {
    const { values } = changeRows(filled, 'up guide.materials.2')
    expect(readForm(values).content.guide?.materials).toEqual([甲, 丙, 乙])
  })

  it('leave what could not be read as it was typed', () => {
    const typed = readPosted({ promisedTimeLimit: '二十来天', 'guide.materials.7.copies': '很多', other: 'x' })
    const { values } = changeRows(typed, 'add guide.materials')
    expect(Object.fromEntries(values)).toEqual({
      promisedTimeLimit: ['二十来天'],
      other: ['x'],
      'guide.materials.0.copies': ['很多'],
      'guide.materials.1.name': [''],
    })
  })

  it('give a new step a mark that no other has', () => {
    const typed = readPosted({ 'procedure.steps.0.id': 'step-2', 'procedure.steps.1.id': 'apply' })
    expect(changeRows(typed, 'add procedure.steps').values.get('procedure.steps.2.id')).toEqual(['step-3'])
  })

  it('add nothing to a list that is full', () => {
    const lanes = Array.from({ length: 20 }, (_, index) => [`procedure.lanes.${index}.id`, `lane-${index}`])
    const typed = readPosted(Object.fromEntries(lanes))
    expect(changeRows(typed, 'add procedure.lanes')).toEqual({ values: typed })
  })

  it('leave no row at the list when the last one is gone', () => {
    const typed = readPosted({ 'guide.faq.0.question': '问', 'guide.faq.0.answer': '答' })
    expect(changeRows(typed, 'remove guide.faq.0')).toEqual({ values: new Map(), goTo: 'guide.faq' })
  })

  it.each([
    '',
    'add',
    'add guide',
    'add constructor',
    'up guide.materials',
    'remove guide.materials.9',
    'drop guide.materials.0',
    'add guide.materials.0.basis.articles',
    'add __proto__',
  ])('change nothing when they ask for what there is not: %s', (asked) => {
    expect(press(asked)).toMatchObject({ materials: '甲乙丙', conditions: '一二' })
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (body, asked) => {
        expect(changeRows(readPosted(body), asked).goTo).toBeUndefined()
      }),
    )
  })
})
