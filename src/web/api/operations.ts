import { officeOperations } from './office-operations.ts'
import { inPath, may, type Operation, type Parameter } from './operation.ts'

const asked = (name: string, about: string): Parameter => ({ name, in: 'query', required: true, about })
const get = (path: string, about: string, parameters: Parameter[], example: string): Operation => ({
  method: 'get',
  path,
  about,
  parameters,
  answers: path.endsWith('.svg') ? 'image/svg+xml' : path.endsWith('.mmd') ? 'text/plain' : 'application/json',
  refusesGone: ['/items/{code}', '/items/{code}/guide'].includes(path),
  example,
})

const item = inPath('事项编码，如 fgw-001')
const from = asked('from', '受理日期，如 2015-03-02')
const asOf = may('asOf', '哪一天的目录，如 2014-05-04；不填为今天')

/** Every operation under /api/v1. */
export const operations: readonly Operation[] = [
  get(
    '/items',
    '事项列表，可搜索、筛选、分页',
    [
      may('q', '搜索词，最多 200 个字；汉字、拼音或首字母'),
      may('agency', '部门代码'),
      may('type', '事项类型'),
      may('state', '状态；不填为在用'),
      may('audience', '服务对象'),
      may('theme', '主题'),
      asOf,
      may('page', '第几页，从 1 起'),
      may('pageSize', '每页几条，1 到 100，不填为 20'),
    ],
    '/items?pageSize=5',
  ),
  get('/items/{code}', '一个事项的全部字段；已退出目录的答 410，并说去向', [item, asOf], '/items/fgw-001'),
  get('/items/{code}/guide', '办事指南；已退出目录的答 410', [item, asOf], '/items/fgw-001/guide'),
  get('/items/{code}/history', '修改与调整的历史，新的在前', [item], '/items/fgw-001/history'),
  get('/items/{code}/findings', '规则检查的结果', [item], '/items/fgw-001/findings'),
  get('/items/{code}/flowchart.svg', '流程图图片', [item], '/items/fgw-001/flowchart.svg'),
  get('/items/{code}/flowchart.mmd', '流程图的 Mermaid 源文', [item], '/items/fgw-001/flowchart.mmd'),
  get('/items/{code}/due', '某日受理，何日办结', [item, from], '/items/fgw-001/due?from=2015-03-02'),
  get(
    '/due',
    '按任意时限推算办结日',
    [from, asked('limit', '时限，如 20个工作日')],
    '/due?from=2015-03-02&limit=20个工作日',
  ),
  get('/agencies', '全部部门及其事项数', [asOf], '/agencies'),
  get('/agencies/{code}', '一个部门', [inPath('部门代码，如 fgw'), asOf], '/agencies/fgw'),
  get('/compression', '承诺时限压缩到三分之一的核算', [asOf, may('agency', '部门代码')], '/compression'),
  get('/decisions', '已审议通过的调整决定，新的在前', [], '/decisions'),
  get(
    '/decisions/{id}',
    '一个调整决定：各行、对数目的影响、检查结果',
    [inPath('决定编号', 'id')],
    '/decisions/2014-05-04-17',
  ),
  get(
    '/ledger',
    '台账：期初、增减与期末，全市、各部门、各类型',
    [may('from', '起日；不填为止日当年的 1 月 1 日'), may('to', '止日，含当天；不填为今天')],
    '/ledger?from=2014-01-01&to=2014-12-31',
  ),
  get('/state', '某日全部事项的状态', [asOf], '/state?asOf=2014-05-04'),
  get(
    '/difference',
    '两日目录之间的差别和依据的决定',
    [asked('from', '较早的一日'), may('to', '较晚的一日；不填为今天')],
    '/difference?from=2014-05-03&to=2014-05-05',
  ),
  get(
    '/findings',
    '规则检查的结果：按部门、按规则、历年；写明部门时列出每一处',
    [may('agency', '部门代码'), asOf],
    '/findings',
  ),
  get('/laws', '法律依据登记册，以及引用每部的在用事项数', [asOf], '/laws'),
  get(
    '/laws/{title}',
    '一部法律文件，以及它失效会影响的事项、时限、材料和收费',
    [inPath('名称，不加书名号，如 行政许可法', 'title'), asOf],
    '/laws/企业投资项目核准和备案管理条例',
  ),
  get('/items/{code}/editions', '办事指南公布过的各版，新的在前', [item], '/items/fgw-001/editions'),
  get(
    '/items/{code}/editions/{number}',
    '办事指南公布过的一版',
    [item, inPath('第几版，从 1 起', 'number')],
    '/items/fgw-001/editions/1',
  ),
  get('/suggest', '搜索词补全，最多 8 条', [asked('q', '已输入的字')], '/suggest?q=项目'),
  {
    method: 'post',
    path: '/checks',
    about: '检查一个事项，不保存',
    parameters: [may('draft', 'true：还没有写完，缺什么、错什么一并说明，不拒绝；不填为 false')],
    answers: 'application/json',
    refusesGone: false,
    example: '/checks',
    body: 'item',
  },
  ...officeOperations,
]
