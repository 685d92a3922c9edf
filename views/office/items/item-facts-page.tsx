import type { Violation } from '../../../src/domain/catalog-error.ts'
import { labels } from '../../../src/domain/labels.ts'
import { type ItemFactField, itemFactLabels } from '../../../src/domain/office/item-facts.ts'
import type { OfficeItem } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { type FormValues, textAt } from '../../../src/web/office/form/form-values.ts'
import { paths } from '../../parts/links.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { ChoiceField, Field, TickFields } from '../fields.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { LegalBasisFields } from './legal-basis-fields.tsx'

interface ItemFactsPageProps {
  frame: OfficeFrame
  known: OfficeItem
  values: FormValues
  violations?: readonly Violation[]
}

/** The form of what the reform office keeps of an item by itself. */
export function ItemFactsPage({ frame, known, values, violations = [] }: ItemFactsPageProps) {
  const { item, names } = known
  const field = (name: ItemFactField) => ({
    name: `/${name}`,
    label: itemFactLabels[name],
    value: textAt(values, `/${name}`),
    violations,
  })
  return (
    <OfficeLayout
      frame={frame}
      title="改目录信息"
      crumbs={[
        { label: '事项清单', href: officePaths.items },
        { label: item.name, href: officePaths.item(item.code) },
      ]}
    >
      <h1>{item.name}：改目录信息</h1>
      <p>
        名称（{item.name}）、实施机关（{item.agencyName}）、类型（{labels.type[item.type]}
        ）和状态只由调整决定改动：
        <a href={officePaths.decisions}>另拟一个决定</a>。指南的内容由单位写新的一版。
      </p>
      <ErrorSummary violations={violations} />
      <form method="post" action={`${officePaths.item(item.code)}/facts`} class="stacked wide-form" noValidate>
        <FormKey frame={frame} />
        <input type="hidden" name="revision" value={textAt(values, 'revision')} />
        <Field {...field('catalogCode')} />
        <Field {...field('implementationCode')} hint="31 位" />
        <Field {...field('powerListNumber')} />
        <Field {...field('parent')} hint="子项写主项的编码，其他的空着" list="all-items" />
        <ChoiceField {...field('handlingRole')} options={labels.handlingRole} />
        <Field {...field('jointAgencies')} hint="单位代码，几个用顿号隔开" />
        <ChoiceField {...field('exerciseLevel')} options={labels.exerciseLevel} />
        <ChoiceField {...field('powerSource')} options={labels.powerSource} />
        <Field {...field('entrustingBody')} hint="权力来源是委托时写" />
        <Field {...field('statutoryTimeLimit')} hint="例如 20个工作日、3个月、当场；法律没有规定的空着" />
        <Field {...field('statutoryTimeLimitNote')} isLong />
        <TickFields
          name="/themes"
          label={itemFactLabels.themes}
          options={names.themes}
          chosen={values.get('/themes') ?? []}
        />
        <LegalBasisFields values={values} violations={violations} />
        <button type="submit">保存</button>
        <p class="quiet">保存后马上公开，记入操作记录。</p>
        <datalist id="all-items">
          {names.items.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </datalist>
        <datalist id="all-laws">
          {names.laws.map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
      </form>
      <p>
        <a href={paths.item(item.code)}>公开的页面</a>
      </p>
    </OfficeLayout>
  )
}
