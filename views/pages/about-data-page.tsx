import type { SiteOverview } from '../../src/use-cases/use-cases.ts'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths } from '../parts/links.ts'
import { ProvenanceWords } from '../parts/provenance-note.tsx'

/** Where the facts come from, in numbers, and what nobody may rely on. */
export function AboutDataPage({ frame, overview }: { frame: PageFrame; overview: SiteOverview }) {
  const { totals, policy } = overview
  return (
    <Layout frame={frame} title="数据说明" crumbs={[]}>
      <h1>数据说明</h1>
      <p class="lead">
        目录里有 {totals.agencies} 个部门、{totals.items} 个事项、{totals.laws} 部法律法规和文件。
      </p>
      <h2>事项的内容从哪里来</h2>
      <table class="numbers">
        <caption>按来历统计的事项</caption>
        <thead>
          <tr>
            <th scope="col">来历</th>
            <th scope="col">事项</th>
            <th scope="col">其中已核实</th>
          </tr>
        </thead>
        <tbody>
          {overview.facts.map(({ facts, count, verified }) => (
            <tr key={facts}>
              <th scope="row">{factWords[facts]}</th>
              <td>{count}</td>
              <td>{verified}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>哪些是示例</h2>
      <p>
        示例内容是为演示编写的：承诺时限、窗口、电话、办公时间和多数材料细节都可能是示例。每个事项页的末尾逐项写明来历，示例的部分在所在的一节注明。
      </p>
      <p>
        政策参数：
        <ProvenanceWords {...policy.provenance} />。{policy.provenance.note}
      </p>
      <h2>法律条文</h2>
      <p>条号按所注文本读取。没有“已核对条文”的，使用前请对照现行文本。法律法规不受著作权保护，事实可以自由使用。</p>
      <h2>怎么算的</h2>
      <p>
        期限怎么数、时限压缩怎么比，见<a href={paths.counting}>日子怎么算</a>。全部数据可以从
        <a href="/api/v1/docs">开放接口</a>取得。
      </p>
    </Layout>
  )
}

const factWords: Readonly<Record<SiteOverview['facts'][number]['facts'], string>> = {
  statute: '按法律法规条文整理',
  'official-list': '取自官方公布的目录',
  illustrative: '示例',
}
