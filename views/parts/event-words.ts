import type { LifeEntry } from '../../src/use-cases/use-cases.ts'

/** What happened to an item, in words; in the order in which papers tell it. */
export const eventWords: Readonly<Record<LifeEntry['kind'], string>> = {
  cancel: '取消',
  delegate: '下放',
  undertake: '承接',
  mergeOut: '并入别的事项',
  mergeIn: '由几个事项合并而成',
  splitOut: '拆成几个事项',
  splitIn: '由别的事项拆分而成',
  create: '新增',
  retain: '确认保留',
  rename: '更名',
  transfer: '划转到别的部门',
  reclassify: '调整类别',
  suspend: '暂停',
  resume: '恢复',
  expire: '暂停期满，恢复办理',
  revoke: '决定撤销，回到原来的样子',
}
