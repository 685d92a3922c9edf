import { labels } from '../../src/domain/labels.ts'
import type { Attachment, Material } from '../../src/schema/types.ts'

/** Materials as a list to tick off, on paper or on the screen; cards on a phone. */
export function MaterialsTable({ materials }: { materials: readonly Material[] }) {
  return (
    <table class="materials">
      <caption class="unseen">申请材料清单，备好一项勾一项</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">备好</span>
          </th>
          <th scope="col">材料</th>
          <th scope="col">份数</th>
          <th scope="col">由谁出具</th>
          <th scope="col">什么时候需要</th>
          <th scope="col">空表和样本</th>
        </tr>
      </thead>
      <tbody>
        {materials.map((material, index) => (
          <Row key={material.name} material={material} number={index + 1} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ material, number }: { material: Material; number: number }) {
  const id = `material-${number}`
  return (
    <tr>
      <td class="tick">
        <input type="checkbox" id={id} aria-label={`备好：${material.name}`} />
      </td>
      <th scope="row">
        <label for={id}>
          {number}. {material.name}
        </label>
        {[material.standard, material.instruction, material.note].map((text) => text && <p key={text}>{text}</p>)}
      </th>
      <td data-label="份数">{copiesOf(material)}</td>
      <td data-label="由谁出具">{material.issuer ?? labels.materialSource[material.source]}</td>
      <td data-label="什么时候需要">
        {material.when ?? '都要'}
        {material.necessity === 'optional' && '（非必要）'}
        {material.necessity === 'deferrable' && '（可以后补）'}
      </td>
      <td data-label="空表和样本">
        <File file={material.blank} word="空表" />
        <File file={material.sample} word="样本" />
        {!material.blank && !material.sample && <span aria-hidden="true">—</span>}
      </td>
    </tr>
  )
}

function copiesOf({ originals, copies, form }: Material): string {
  const parts = [originals && `原件 ${originals} 份`, copies && `复印件 ${copies} 份`].filter(Boolean)
  if (form === 'electronic') parts.push('电子件')
  if (form === 'either') parts.push('纸质或电子')
  return parts.join('，') || '未注明'
}

function File({ file, word }: { file: Attachment | null; word: string }) {
  if (file === null) return null
  const url = file.url !== null && /^(https?:\/\/|\/)/.test(file.url) ? file.url : null
  return (
    <p>
      {url ? (
        <a href={url}>
          {word}：{file.name}
        </a>
      ) : (
        `${word}：${file.name}（到窗口领取）`
      )}
    </p>
  )
}
