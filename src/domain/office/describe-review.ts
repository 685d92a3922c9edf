import { type EditionState, editionStateLabels, editionStates } from './edition.ts'
import { rights } from './rights.ts'
import { isOfAgency, roleLabels, roles } from './roles.ts'
import { editionActionLabels, type Transition, transitions } from './transitions.ts'

const commentWords = { none: '不用', optional: '可以写', required: '必须写' } as const

/** Review and rights as a document in Markdown, made of their tables; `docs/review.md` is this text. */
export function describeReview(): string {
  return [
    '# Review and rights',
    '',
    'Made by `scripts/write-review-document.ts` from `src/domain/office/transitions.ts` and `src/domain/office/rights.ts`; a test holds it to them.',
    '',
    '## The way of an edition',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...editionStates.map((state) => `  state "${editionStateLabels[state]}" as ${nameOf(state)}`),
    '  [*] --> draft',
    ...transitions.map(drawWay),
    `  ${nameOf('published')} --> ${nameOf('superseded')}: 下一版发布`,
    '```',
    '',
    '| from | action | to | who | comment | rules are asked | not who wrote in it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...transitions.map(tellWay),
    '',
    '## Rights',
    '',
    `Editors and reviewers (单位编辑, 单位审核) act for their own agency, the others for every agency. ● may, — may not.`,
    '',
    `| action | ${roles.map((role) => roleLabels[role]).join(' | ')} | only in the states |`,
    `| --- | ${roles.map(() => '---').join(' | ')} | --- |`,
    ...rights.map(
      ({ action, label, roles: allowed, states }) =>
        `| ${label} \`${action}\` | ${roles.map((role) => markOf(allowed.includes(role), isOfAgency(role))).join(' | ')} | ${(states ?? []).map((state) => editionStateLabels[state]).join('、')} |`,
    ),
    '',
  ].join('\n')
}

/** Names without dashes: Mermaid would read them as arrows. */
function nameOf(state: EditionState): string {
  return state.replaceAll('-', '_')
}

function drawWay({ action, from, to, roles: allowed }: Transition): string {
  return `  ${nameOf(from)} --> ${nameOf(to)}: ${editionActionLabels[action]}（${allowed.map((role) => roleLabels[role]).join('、')}）`
}

function tellWay({ action, from, to, roles: allowed, comment, gate, notDrafter }: Transition): string {
  const cells = [
    editionStateLabels[from],
    `${editionActionLabels[action]} \`${action}\``,
    editionStateLabels[to],
    allowed.map((role) => roleLabels[role]).join('、'),
    commentWords[comment],
    gate ? '是' : '否',
    notDrafter ? '是' : '否',
  ]
  return `| ${cells.join(' | ')} |`
}

function markOf(isAllowed: boolean, isOwn: boolean): string {
  if (!isAllowed) return '—'
  return isOwn ? '● 本单位' : '●'
}
