import { describe, expect, it } from '@jest/globals'
import { runBanshi } from './run-banshi.ts'

const due = (...words: string[]) => runBanshi(['due', ...words])

describe('banshi due', () => {
  it('answers with the due day and what was skipped as one JSON document', () => {
    // 15 February 2015, a Sunday, was worked to make up for the Spring Festival.
    const { status, stdout } = due('--from', '2015-02-13', '--limit', '２个工作日', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      from: '2015-02-13',
      limit: { amount: 2, unit: 'working-day' },
      dueOn: '2015-02-16',
      calendar: 'official',
      skipped: [{ date: '2015-02-14', reason: '周末' }],
    })
  })

  it('counts no day of a suspension', () => {
    const words = ['--from', '2015-02-02', '--limit', '1个工作日', '--json']
    const { stdout } = due(...words, '--suspend', '2015-02-03..2015-02-04', '--suspend', '2015-02-05..2015-02-05')
    expect(JSON.parse(stdout).dueOn).toBe('2015-02-06')
  })

  it('tells it in plain Chinese', () => {
    const { status, stdout } = due('--from', '2015-02-13', '--limit', '2个工作日')
    expect(status).toBe(0)
    expect(stdout).toContain('办结日期  2015-02-16')
    expect(stdout).toContain('2015-02-14  周末')
  })

  it.each([
    [['--from', '2015-02-30', '--limit', '1个工作日'], '没有“2015-02-30”这一天'],
    [['--from', '2015-02-02', '--limit', '很快'], '读不懂时限“很快”'],
    [['--from', '2015-02-02', '--limit', '无'], '读不懂时限“无”'],
    [['--from', '2015-02-02', '--limit', '1日', '--suspend', '2015-02-05..2015-02-04'], '起止日期颠倒'],
  ])('refuses %j with exit status 1', (words, says) => {
    const { status, stdout, stderr } = due(...words, '--json')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(says)
  })

  it.each([
    [[], '缺少选项“--from <日期>”'],
    [['--from', '2015-02-02'], '缺少选项“--limit <时限>”'],
    [['--from', '2015-02-02', '--limit', '1日', '--suspend', '明天'], '请写成 起..止'],
    [['--from', '2015-02-02', '--limit', '1日', 'more'], '多出了内容'],
    [['--from', '2015-02-02', '--limit', '1日', '--unknown'], '没有“--unknown”这个选项'],
  ])('calls %j wrong usage with exit status 2', (words, says) => {
    const { status, stdout, stderr } = due(...words)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})
