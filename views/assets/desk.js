/**
 * Tells at once what a promise would make of the totals: sends the form and puts the server's numbers into the page.
 * Without it the button 试算 loads the page anew with the same numbers.
 */
const form = document.querySelector('[data-desk]')
const totals = document.querySelector('[data-desk-totals]')
const quiet = 300

let timer
let asking

async function ask() {
  asking?.abort()
  asking = new AbortController()
  const fields = new URLSearchParams(new FormData(form))
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json', 'X-Form-Key': fields.get('_key') },
      body: fields,
      signal: asking.signal,
    })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    show(await answer.json())
  } catch (error) {
    if (error.name !== 'AbortError') totals.setAttribute('data-stale', '')
  }
}

function show({ html, rows, violations }) {
  totals.innerHTML = html
  totals.removeAttribute('data-stale')
  const faults = new Map(violations.map(({ pointer, message }) => [pointer.split('/').pop(), message]))
  for (const { code, isMet, words } of rows) {
    const row = form.querySelector(`tr[data-code="${code}"]`)
    if (row === null) continue
    const state = row.querySelector('[data-state]')
    state.textContent = words
    state.className = isMet ? 'met' : 'over'
    const fault = faults.get(code) ?? ''
    row.querySelector('.error').textContent = fault
    const field = row.querySelector('input')
    if (fault === '') field.removeAttribute('aria-invalid')
    else field.setAttribute('aria-invalid', 'true')
  }
}

form?.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(ask, quiet)
})
form?.addEventListener('click', (event) => {
  const button = event.target.closest('button')
  const all = button?.value === 'longest'
  if (!all && button?.dataset.longest === undefined) return
  event.preventDefault()
  const chosen = all ? form.querySelectorAll('[data-longest]') : [button]
  for (const { dataset, parentElement } of chosen) parentElement.querySelector('input').value = dataset.longest
  ask()
})
