import type { Day, Policy } from '../../schema/types.ts'

type Profile = Policy['ruleProfile']

/**
 * First day of each rule profile but the first: 国发〔2015〕6号 became public on 2015-02-04; the guideline on standardised licensing
 * (行政许可标准化指引) is of July 2016, its day is not known for certain, so the first of the month stands for it.
 */
export const profileStarts = { '2015': '2015-02-04', '2016': '2016-07-01' } as const satisfies Partial<
  Record<Profile, Day>
>

/** The national standards on item codes and elements are of 2020: nobody is held to them by name before the year after. */
export const standardsFrom: Day = '2021-01-01'

/** The day whose rules a profile applies: its last one; `today` for the newest profile. */
export function dayOfProfile(profile: Profile, today: Day): Day {
  if (profile === '2013') return '2015-02-03'
  return profile === '2015' ? '2016-06-30' : today < profileStarts['2016'] ? profileStarts['2016'] : today
}
