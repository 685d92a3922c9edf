import { expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { writeDay } from '../../../views/parts/day.tsx'

it('writes a day with its day of the week', () => {
  expect(writeDay('2026-11-24')).toBe('2026年11月24日（星期二）')
})

it('knows the day of the week of every day from 2000 to 2040', () => {
  const words = '一二三四五六日'
  let day = Temporal.PlainDate.from('2000-01-01')
  const wrong: string[] = []
  for (; day.year <= 2040; day = day.add({ days: 1 })) {
    if (!writeDay(day.toString()).endsWith(`（星期${words[day.dayOfWeek - 1]}）`)) wrong.push(day.toString())
  }
  expect(wrong).toEqual([])
})
