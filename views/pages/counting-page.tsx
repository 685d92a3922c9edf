import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'

/** How days are counted and how the one-third check is made, for readers. */
export function CountingPage({ frame }: { frame: PageFrame }) {
  return (
    <Layout frame={frame} title="日子怎么算" crumbs={[]}>
      <h1>日子怎么算</h1>
      <h2>哪天有结果</h2>
      <ul>
        <li>受理当天不算，从第二天数起（民法典第二百零一条）。</li>
        <li>“工作日”按国务院的放假安排数：周末和放假不算，调休上班的周末要算（行政许可法第八十二条）。</li>
        <li>“日”“月”“年”连续计算；最后一天是休息日的，顺延到下一个工作日（民法典第二百零三条）。</li>
        <li>“当场”是当天。</li>
        <li>听证、招标、检验、检测、检疫、鉴定和专家评审的时间不算在内，但应当书面告诉您（行政许可法第四十五条）。</li>
        <li>放假安排还没有公布的年份，只扣周末，结果会注明可能有变。</li>
      </ul>
      <h2 id="compression">时限压缩</h2>
      <ul>
        <li>承诺时限乘三，不超过法定时限的，这个事项达标。</li>
        <li>部门和全市按合计比：承诺合计乘三，不超过法定合计。</li>
        <li>单位相同的直接比；不同的换算成工作日：1 日算 5/7，1 个月算 21，1 年算 250，1 小时算 1/8，当场算 0。</li>
        <li>法律没有时限、没有承诺、法定当场办结、只转报、经批准不压缩、现在不办理的事项不计入，逐个列出。</li>
      </ul>
    </Layout>
  )
}
