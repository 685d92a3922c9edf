import { describe, expect, it } from '@jest/globals'
import { shareFoundIn } from '../../../src/domain/texts/compare-names.ts'
import { findBodies } from '../../../src/domain/texts/find-bodies.ts'
import { findFees } from '../../../src/domain/texts/find-fees.ts'
import { findAskedPapers, findTitledPapers } from '../../../src/domain/texts/find-papers.ts'
import { findPresenceConflict } from '../../../src/domain/texts/find-presence.ts'
import { findOpenWords, findVagueName } from '../../../src/domain/texts/find-vague-words.ts'
import { isMaterialLike } from '../../../src/domain/texts/material-like.ts'
import { findPhoneFault } from '../../../src/domain/texts/phone-numbers.ts'
import { findAddressFault } from '../../../src/domain/texts/web-addresses.ts'
import type { Agency } from '../../../src/schema/types.ts'

describe('fees that a text asks for', () => {
  it.each([
    ['领证时缴纳工本费。', '缴纳工本费'],
    ['到一楼缴费后取证', '缴费'],
    ['每证收取10元', '每证收取10元'],
    ['交纳手续费', '交纳手续费'],
  ])('are found: %s', (text, found) => {
    expect(findFees(text).map((fee) => fee.text)).toEqual([found])
  })

  it.each([
    '本事项不收取任何费用。',
    '免费发放，无需缴费。',
    '已缴纳社会保险费的证明',
    '缴纳土地复垦保证金',
    '缴费凭证复印件',
    '不再收取工本费',
    '注册资本100万元',
  ])('are not denied ones, nor the money of something else: %s', (text) => {
    expect(findFees(text)).toEqual([])
  })
})

describe('words that keep a list open', () => {
  it.each([
    ['法律、法规规定的其他条件', '其他条件'],
    ['法律法规规定的其他材料。', '法律法规规定的其他材料'],
    ['审批机关认为需要提供的材料', '认为需要提供的材料'],
    ['其它有关证明材料', '其它有关证明材料'],
    ['视情况提供翻译件', '视情况提供'],
    ['必要时提交鉴定报告', '必要时提交'],
  ])('are found in sentences: %s', (text, found) => {
    expect(findOpenWords(text)[0]?.text).toContain(found)
  })

  it.each([
    '窗口不得要求提供其他材料。',
    '不再提交其他证明材料',
    '向窗口提交申请书和其余申请材料',
    '符合其他法律的规定',
    '住宿、沐浴等场所符合相应卫生规范',
    '由申请人与其他股东签字',
  ])('are not where a sentence closes it, or is about something else: %s', (text) => {
    expect(findOpenWords(text)).toEqual([])
  })

  it.each([
    ['负责人、特种作业人员资格证书等', '等'],
    ['立项批复、环评批复等文件', '等文件'],
    ['其他材料', '其他材料'],
    ['变更定额的相关证明材料', '相关证明材料'],
    ['身份证等（复印件）', '等'],
  ])('are found in names of materials: %s', (name, found) => {
    expect(findVagueName(name)?.text).toBe(found)
  })

  it.each(['建筑业企业资质等级证书', '二等', '投资人等身份证明', '相关人员身份证', '涉及变更事项的批准文件', '特等'])(
    'are not in names that say which paper: %s',
    (name) => {
      expect(findVagueName(name)).toBeUndefined()
    },
  )
})

describe('papers that a sentence names', () => {
  it.each([
    ['已取得建设用地规划许可证', ['建设用地规划许可证']],
    ['法定代表人持有有效的安全生产资格证书', ['安全生产资格证书']],
    ['应当提交可行性研究报告，并提供验资证明', ['可行性研究报告', '验资证明']],
  ])('are found after verbs of having and handing in: %s', (text, found) => {
    expect(findAskedPapers(text).map(({ name }) => name)).toEqual(found)
  })

  it.each([
    '未取得营业执照的个人也可以申请',
    '无需提供户籍证明',
    '有3名以上取得执业证书的人员',
    '购销双方持有相应的许可或者备案证明',
    '符合产业政策',
    '提供优质服务',
  ])('are not denied ones, those of staff, and choices: %s', (text) => {
    expect(findAskedPapers(text)).toEqual([])
  })

  it('are found in book marks, laws and standards left out', () => {
    const text = '依《城乡规划法》和《建筑设计防火规范》，填写《项目申请表》（《企业投资项目核准和备案管理条例》）'
    expect(findTitledPapers(text).map(({ name }) => name)).toEqual(['项目申请表'])
  })
})

describe('a condition that is a material', () => {
  it.each(['营业执照复印件1份', '提交申请表一式两份', '（三）法定代表人身份证明', '提供验资报告', '场地平面图'])(
    'is told: %s',
    (text) => {
      expect(isMaterialLike(text)).toBe(true)
    },
  )
  it.each([
    '申请材料齐全、真实',
    '已取得营业执照',
    '有健全的安全管理制度和应急预案',
    '与林权人达成补偿安置的协议。',
    '提交的材料真实有效',
    '符合城乡规划',
    '设备经检验合格并有合格证',
    '名称符合民办非企业单位名称管理暂行规定',
  ])('is not a condition about papers: %s', (text) => {
    expect(isMaterialLike(text)).toBe(false)
  })
})

describe('presence and proxies', () => {
  const conflictOf = (...texts: string[]) => findPresenceConflict(texts.map((text) => ({ path: '/', text })))

  it('contradict each other over the same act', () => {
    expect(conflictOf('须由申请人本人到窗口提交。', '可以委托他人办理。')).toMatchObject({
      inPerson: expect.stringContaining('本人'),
    })
    expect(conflictOf('领取时必须本人签收。', '可以委托他人领取结果。')).toBeDefined()
  })

  it.each([
    [['提交材料须本人到场。', '可以委托他人领取结果。']],
    [['须本人到场，行动不便的除外。', '可以委托他人办理。']],
    [['须本人签名。']],
    [['不能请人代交。']],
  ])('do not over different acts, exceptions and alone: %j', (texts) => {
    expect(conflictOf(...texts)).toBeUndefined()
  })
})

describe('bodies that a text names', () => {
  const agency = (code: string, name: string, shortName: string): [string, Agency] => [
    code,
    { code, name, shortName } as Agency, // the reader looks at names alone
  ]
  const agencies = new Map([
    agency('ghj', '湘潭市规划局', '市规划局'),
    agency('zgj', '湘潭市城市管理行政执法局', '市城管执法局'),
  ])

  it('are found by full and short names, with their place', () => {
    const text = '市规划局受理后征求湘潭市城市管理行政执法局的意见'
    const found = findBodies(text, agencies)
    expect(found.map(({ agency: code }) => code)).toEqual(['ghj', 'zgj'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['市规划局', '湘潭市城市管理行政执法局'])
  })

  it('are read by the longest name that stands there, and of a name that many share by the first', () => {
    const more = new Map([
      ...agencies,
      agency('ghj002', '株洲市规划局', '市规划局'),
      agency('zd', '市规划局执法支队', '市规划局执法支队'),
    ])
    const found = findBodies('由市规划局执法支队、市规划局和株洲市规划局办理', more)
    expect(found.map(({ agency: code }) => code)).toEqual(['zd', 'ghj', 'ghj002'])
  })

  it('are none where no agency is known', () => {
    expect(findBodies('市规划局', new Map())).toEqual([])
  })
})

describe('names compared', () => {
  it('count the pairs of signs found, without brackets and words for copies', () => {
    expect(shareFoundIn('营业执照（副本）复印件', '企业法人营业执照')).toBe(1)
    expect(shareFoundIn('临时使用土地合同', '临时用地合同')).toBeCloseTo(3 / 7)
    expect(shareFoundIn('身份证', '林权证')).toBe(0)
    expect([shareFoundIn('', '甲'), shareFoundIn('甲', '甲乙'), shareFoundIn('甲', '乙')]).toEqual([1, 1, 0])
  })
})

describe('phone numbers', () => {
  it.each([
    '0731-58583333',
    '(0731)58583333',
    '（0731）5858 3333'.replace(' ', ''),
    '0377-67985978；67932926',
    '12345',
    '0731-12319',
    '0731-58583333转8012',
    '13873200000',
    '400-800-1234',
    '0731-58583333（工作日）',
  ])('are right: %s', (text) => {
    expect(findPhoneFault(text)).toBeUndefined()
  })
  it.each([
    ['2238166', '没有区号'],
    ['58583333、0731-58584444', '没有区号'],
    ['0731-5858', '格式不正确'],
    ['见公示栏', '格式不正确'],
    ['（工作日）', '没有号码'],
  ])('are told what is wrong with them: %s', (text, fault) => {
    expect(findPhoneFault(text)).toBe(fault)
  })
})

describe('web addresses', () => {
  it.each(['http://www.xiangtan.gov.cn/', 'https://zwfw.hunan.gov.cn/item?id=1#top', '/files/form.doc'])(
    'may be opened: %s',
    (text) => {
      expect(findAddressFault(text)).toBeUndefined()
    },
  )
  it.each([
    ['www.xiangtan.gov.cn', '不是完整的网址'],
    ['http://10.0.0.8/form.doc', '只能在内网打开'],
    ['http://localhost:8080/', '只能在内网打开'],
    ['http://oa/form', '域名不完整'],
    ['http://www.xiangtan.gov.cn，点击', '全角符号'],
    ['file:///c:/form.doc', '不是网页地址'],
    [' ', '是空的'],
    ['https://example.com/a', '只能在内网打开'],
  ])('are told why they never open: %s', (text, fault) => {
    expect(findAddressFault(text)).toContain(fault)
  })
})
