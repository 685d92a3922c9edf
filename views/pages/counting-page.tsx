import { labels } from '../../src/domain/labels.ts'
import type { Policy } from '../../src/schema/types.ts'
import { writeFraction } from '../parts/fraction.ts'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'

const roundings: Readonly<Record<Policy['compression']['rounding'], string>> = {
  floor: '舍去尾数',
  round: '四舍五入',
  ceil: '向上取整',
}

/** How days are counted and how the compression check is made under the city's policy, for readers. */
export function CountingPage({ frame, policy }: { frame: PageFrame; policy: Policy }) {
  const { compression, conversion } = policy
  const target = writeFraction(compression.numerator, compression.denominator)
  const roles = compression.handlingRoles.map((role) => labels.handlingRole[role]).join('、')
  return (
    <Layout frame={frame} title="日子怎么算" crumbs={[]}>
      <h1>日子怎么算</h1>
      <h2>哪天有结果</h2>
      <ul class="points">
        <li>受理当天不算，从第二天数起（民法典第二百零一条）。</li>
        <li>“工作日”按国务院的放假安排数：周末和放假不算，调休上班的周末要算（行政许可法第八十二条）。</li>
        <li>“日”“月”“年”连续计算；最后一天是休息日的，顺延到下一个工作日（民法典第二百零三条）。</li>
        <li>“当场”是当天。</li>
        <li>听证、招标、检验、检测、检疫、鉴定和专家评审的时间不算在内，但应当书面告诉您（行政许可法第四十五条）。</li>
        <li>放假安排还没有公布的年份，只扣周末，结果会注明可能有变。</li>
      </ul>
      <h2 id="compression">时限压缩</h2>
      <ul class="points">
        <li>承诺时限不超过法定时限的{target}的，这个事项达标。</li>
        <li>部门和全市按合计比：承诺合计不超过法定合计的{target}。</li>
        <li>比的时候用分数，不取整。“最长可承诺”按整数说，{roundings[compression.rounding]}。</li>
        <li>
          单位相同的直接比；不同的换算成工作日：1 日算 {conversion.calendarDay}，1 个月算 {conversion.month}，1 年算{' '}
          {conversion.year}，1 小时算 {conversion.hour}，当场算 0。
        </li>
        <li>只比办理方式是{roles}的事项。</li>
        <li>法律没有时限、没有承诺、法定当场办结、经批准不压缩、现在不办理的事项也不计入，逐个列出。</li>
        {compression.basis && <li>目标的依据：{compression.basis}。</li>}
      </ul>
    </Layout>
  )
}
