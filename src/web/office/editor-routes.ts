import { editorAnswers } from './editor-answers.ts'
import { editorPages } from './editor-pages.ts'
import type { EditorParts } from './editor-requests.ts'
import type { OfficeRoute } from './office-route.ts'

/** /office/drafts/:id/edit and what its script asks for. Everything works without script; with it nothing typed waits for a button. */
export function editorRoutes(parts: EditorParts): OfficeRoute[] {
  const { show, act } = editorPages(parts)
  const answers = editorAnswers(parts)
  const action = 'edition.write'
  return [
    { method: 'get', path: '/drafts/:id/edit', action, handle: show },
    { method: 'post', path: '/drafts/:id/edit', action, handle: act },
    { method: 'post', path: '/drafts/:id/save', action, handle: answers.save },
    { method: 'post', path: '/drafts/:id/check', action, isCostly: true, handle: answers.check },
    { method: 'post', path: '/drafts/:id/chart', action, isCostly: true, handle: answers.chart },
    { method: 'get', path: '/drafts/:id/chart.svg', action, isCostly: true, handle: answers.picture },
    { method: 'post', path: '/drafts/:id/prose', action, isCostly: true, handle: answers.prose },
    { method: 'get', path: '/drafts/:id/standing', action, handle: answers.standing },
  ]
}
