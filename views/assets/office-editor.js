import { keepChart } from './office-chart.js'
import { createLines } from './office-lines.js'
import { createLocalCopy, offerEarlier } from './office-local.js'
import { contentOf, createRequests, settle, typedIn } from './office-requests.js'
import { keepRows } from './office-rows.js'
import { createSaver } from './office-saver.js'

/** The editor of a guide while one types: saves by itself, checks, draws, and loses nothing. Without it the page is a plain form. */
startEditor(document.getElementById('guide-editor'))

function startEditor(form) {
  const requests = createRequests(form)
  const local = createLocalCopy(form)
  const showLines = createLines(form)
  const saver = createSaver({ form, requests, local, showLines })
  const chartChanged = keepChart(form, requests)
  const keepSoon = settle(400, () => saver.isChanged() && local.keep())
  const checkSoon = settle(700, createCheck({ form, requests, showLines }))
  const changed = (name) => {
    keepSoon()
    checkSoon()
    chartChanged(name)
    saver.changed()
  }
  form.addEventListener('input', ({ target }) => changed(target.name ?? ''))
  keepRows(form, changed)
  showPreviews(form, requests)
  stayUntilSaved(form, saver)
  watchOthers(form, requests)
  offerEarlier(form, local, contentOf(form))
  saver.changed()
}

/** Asks what is wrong with what was typed; an answer that comes late says nothing. */
function createCheck({ form, requests, showLines }) {
  let asked = 0
  return async () => {
    const turn = ++asked
    const sent = contentOf(form)
    try {
      const answer = await requests.post('check', typedIn(form))
      if (!answer.ok || turn !== asked || contentOf(form) !== sent) return
      const { lines, general } = await answer.json()
      showLines(lines, general)
    } catch {
      // The saver says that the connection is lost.
    }
  }
}

/** How a text will stand on the public page, drawn when it is looked at. */
function showPreviews(form, requests) {
  const show = async (preview) => {
    const text = form.elements[preview.dataset.preview].value
    const answer = await requests.post('prose', new URLSearchParams({ text })).catch(() => undefined)
    if (!answer?.ok) return
    const prose = document.createElement('div')
    prose.className = 'prose'
    // HTML that the server has made of Markdown and cleaned.
    prose.innerHTML = await answer.text()
    preview.replaceChildren(preview.firstElementChild, prose)
  }
  form.addEventListener('toggle', ({ target }) => target.dataset.preview && target.open && show(target), true)
  const showOpen = settle(600, () => {
    for (const preview of form.querySelectorAll('details[data-preview][open]')) show(preview)
  })
  form.addEventListener('input', showOpen)
}

/** The buttons save without leaving the page; where something is not kept, nobody leaves unasked. */
function stayUntilSaved(form, saver) {
  let isLeaving = false
  const leave = () => {
    isLeaving = true
  }
  form.addEventListener('editor:leave', leave)
  form.addEventListener('submit', async (event) => {
    const asked = event.submitter?.closest('#save-state') ? 'compare' : (event.submitter?.value ?? 'save')
    if (asked !== 'save' && asked !== 'review') return leave()
    event.preventDefault()
    const isKept = await saver.saveNow()
    if (asked === 'review' && isKept) location.assign(`${form.dataset.at}/review`)
  })
  window.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    saver.saveNow()
  })
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && saver.isChanged()) event.preventDefault()
  })
  form.addEventListener('click', async (event) => {
    const link = event.target.closest('.save-actions a')
    if (link === null || !saver.isChanged()) return
    event.preventDefault()
    if (await saver.saveNow()) location.assign(link.href)
  })
}

/** How long somebody counts as here after the last key or touch: looking after others must not keep his session alive. */
const AWAY_AFTER = 10 * 60_000

/** Who else has the draft open, looked at twice a minute while the page is seen. */
function watchOthers(form, requests) {
  const words = document.getElementById('others')
  let here = Date.now()
  for (const sign of ['keydown', 'pointerdown', 'input'])
    form.addEventListener(sign, () => {
      here = Date.now()
    })
  const look = async () => {
    if (document.hidden || Date.now() - here > AWAY_AFTER) return
    const answer = await requests.get('standing').catch(() => undefined)
    if (!answer?.ok) return
    const { others, revision } = await answer.json()
    const isNewer = revision > Number(form.elements.revision.value)
    const sentences = [
      others.length > 0 && `${others.join('、')}也打开了这份草稿。两个人改了同一栏的，后保存的要先选用哪一版。`,
      isNewer && '别人刚刚保存过这份草稿，您保存时可以比较两个版本。',
    ].filter(Boolean)
    if (words.textContent !== sentences.join('')) words.textContent = sentences.join('')
    words.hidden = sentences.length === 0
  }
  setInterval(look, 30_000)
}
