import type { StoredEdition } from '../../src/use-cases/office/read-editions.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import type { DescribedChange } from '../../src/web/office/form/describe-changes.ts'
import type { FormValues } from '../../src/web/office/form/form-values.ts'
import type { DifferingPlace } from '../../src/web/office/form/place-values.ts'
import { ContentChanges } from './content-changes.tsx'
import { idOf } from './form/form-state.ts'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

export interface ConflictPageProps {
  frame: OfficeFrame
  /** As it was saved meanwhile. */
  edition: StoredEdition
  item: ItemDetail
  /** Fields in which the versions differ, each with what differs: from the saved one to one's own. */
  places: readonly (DifferingPlace & { changes: readonly DescribedChange[] })[]
  /** One's own version, as it was typed. */
  values: FormValues
  signs: string
  savedAt: string
}

/** 两个版本: somebody else has saved the draft meanwhile. Nothing of either is lost before it is chosen. */
export function ConflictPage({ frame, edition, item, places, values, signs, savedAt }: ConflictPageProps) {
  const both = places.filter(({ changedBy }) => changedBy === 'both').length
  return (
    <OfficeLayout frame={frame} title={`两个版本：${item.name}`} crumbs={[{ label: '指南', href: officePaths.drafts }]}>
      <h1>有人先保存了这份草稿</h1>
      <p>
        “{item.name}”在 {savedAt} 被别人保存过，您的改动还没有保存。有 {places.length} 栏不一样
        {both > 0 && `，其中 ${both} 栏两个人都改了，请选用哪一版`}。
      </p>
      <p class="quiet">
        <del>划掉的</del>是只在别人那一版里有的，<ins>加下划线的</ins>是只在您这一版里有的。没有列出的栏，两版相同。
      </p>
      <form method="post" action={officePaths.draftEditor(edition.id)} class="conflict">
        <FormKey frame={frame} />
        <input type="hidden" name="revision" value={edition.revision} />
        <input type="hidden" name="_seen" value={signs} />
        <Typed values={values} />
        {places.map((place) => (
          <PlaceChoice key={place.name} place={place} />
        ))}
        <button type="submit" name="_do" value="merge">
          按所选的保存
        </button>
      </form>
    </OfficeLayout>
  )
}

function Typed({ values }: { values: FormValues }) {
  const fields = [...values].filter(([name]) => !name.startsWith('_') && name !== 'revision')
  return (
    <>
      {fields.flatMap(([name, texts]) =>
        texts.map((text) => <input key={name + text} type="hidden" name={name} value={text} />),
      )}
    </>
  )
}

const changedByWords: Readonly<Record<DifferingPlace['changedBy'], string>> = {
  me: '只有您改了',
  them: '只有别人改了',
  both: '两个人都改了',
}

/** Where one alone changed something, that is chosen already. */
function PlaceChoice({ place }: { place: ConflictPageProps['places'][number] }) {
  const { name, label, changedBy, changes } = place
  const choices = [
    ['theirs', '用别人已保存的'],
    ['mine', '用我写的'],
  ] as const
  return (
    <fieldset class="place-choice" id={idOf(name)}>
      <legend>
        {label} <span class="change-kind">{changedByWords[changedBy]}</span>
      </legend>
      <ContentChanges changes={changes} title={label} />
      <div class="boxes">
        {choices.map(([value, words]) => (
          <label key={value} class="box">
            <input
              type="radio"
              name={`_pick.${name}`}
              value={value}
              checked={(changedBy === 'me' && value === 'mine') || (changedBy === 'them' && value === 'theirs')}
              required
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
