import { askWhileTyping } from './office-live.js'

/**
 * Says, while a decision is being written, what would come of it: sends the form as it stands and puts the answer beside it.
 * Without it the button 预览 loads the page anew with the same answer.
 */
const form = document.querySelector('[data-decision-editor]')
const verdict = document.querySelector('[data-verdict]')
const brief = document.querySelector('[data-brief]')
const saved = document.querySelector('[data-saved-state]')
const ask = form && askWhileTyping(form, { address: form.dataset.preview, quiet: 400, stale: verdict, show })

/** What the reader has opened stays open. */
function show({ html, brief: line }) {
  const open = [...verdict.querySelectorAll('details')].map((details) => details.open)
  verdict.innerHTML = html
  brief.textContent = line
  for (const [place, details] of [...verdict.querySelectorAll('details')].entries())
    if (open[place] !== undefined) details.open = open[place]
}

/** What was wrong with a field when it was refused says nothing of what is typed now. */
function forget(field) {
  const frame = field.closest('.field-wrong')
  frame?.classList.remove('field-wrong')
  frame?.querySelector('.error')?.remove()
  field.removeAttribute('aria-invalid')
  field.removeAttribute('aria-describedby')
}

let isChanged = false
form?.addEventListener('input', ({ target }) => {
  isChanged = true
  forget(target)
  saved.textContent = '有改动，还没有保存'
  ask()
})
form?.addEventListener('submit', () => {
  isChanged = false
})
// Leaving with changes is asked about by the browser, in its own words.
addEventListener('beforeunload', (event) => {
  if (isChanged) event.preventDefault()
})
